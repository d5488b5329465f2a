import type { Fetch } from './call-service.ts';
import { ServiceUnavailable } from './errors.ts';
import { type SystemUserTokenRequest, signGrant, type TokenRequest } from './grant.ts';
import { createIssuerClock } from './issuer-clock.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { pause } from './pause.ts';
import { type GrantedToken, requestToken } from './request-token.ts';
import { type ClientKey, readSigningKey } from './signing-key.ts';
import { type AccessToken, keepUntilItEnds } from './token-cache.ts';

const ATTEMPTS = 3;
/** A service that wants to be left alone for longer is told of to the caller instead. */
const PAUSE_MAX_SECONDS = 30;
const METADATA_KEPT_MS = 3_600_000;

/** Who asks whom. */
export type MaskinportenOptions = {
  /** Exactly as the issuer calls itself, its last slash included: `https://test.maskinporten.no/`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly key: ClientKey;
  readonly fetch?: Fetch;
};

/** Gets tokens as one client. */
export type Maskinporten = {
  /** A token for your own organisation, or for one that has delegated an API to you. */
  readonly token: (request: TokenRequest) => Promise<AccessToken>;
  /** A token that speaks for a customer's system user. */
  readonly systemUserToken: (request: SystemUserTokenRequest) => Promise<AccessToken>;
};

/**
 * Gets tokens from Maskinporten as one client. Tokens are kept until shortly before they end, and callers who ask for the
 * same at once share one call. A call is made again, with a new grant, only when the service said when (`Retry-After`
 * with 429 or 5xx), at most twice. Both functions throw `TokenRefused` and `ServiceUnavailable`.
 * @throws UnusableKey
 * @see RFC 7523, RFC 8414, RFC 8707, RFC 9396
 */
export function createMaskinporten(options: MaskinportenOptions): Maskinporten {
  const { issuer, clientId, fetch = globalThis.fetch } = options;
  const key = readSigningKey(options.key);
  const clock = createIssuerClock();
  const discover = keepMetadata(async () => {
    const { metadata, answer } = await readMetadata(fetch, issuer);
    clock.learn(answer.headers);
    return metadata;
  });
  const attempt = async (request: TokenRequest | SystemUserTokenRequest): Promise<GrantedToken> => {
    const { tokenEndpoint } = await discover();
    const assertion = await signGrant(key, { issuer, clientId, now: clock.now() }, request);
    return requestToken(fetch, tokenEndpoint, assertion, ({ headers }) => clock.learn(headers));
  };
  const get = keepUntilItEnds((request: TokenRequest | SystemUserTokenRequest) => withPauses(() => attempt(request)));
  return { token: get, systemUserToken: get };
}

async function withPauses<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      const seconds = error instanceof ServiceUnavailable ? error.retryAfterSeconds : undefined;
      if (left === 0 || seconds === undefined || seconds > PAUSE_MAX_SECONDS) throw error;
      await pause(seconds * 1000);
    }
  }
}

/** Asks for metadata when there is none or it is old; a failure is not kept. */
function keepMetadata(read: () => Promise<Metadata>): () => Promise<Metadata> {
  let kept: { readonly metadata: Promise<Metadata>; readonly until: number } | undefined;
  return () => {
    if (kept && kept.until > Date.now()) return kept.metadata;
    const metadata = read();
    kept = { metadata, until: Date.now() + METADATA_KEPT_MS };
    metadata.catch(() => {
      kept = undefined;
    });
    return metadata;
  };
}
