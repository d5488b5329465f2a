import { type CryptoKey, importJWK, type JWK } from 'jose';
import { fetchJson, isObject, type JsonAnswer } from './fetch-json.ts';
import { backEndFailed } from './problems.ts';

/** How long metadata and keys are kept when the issuer does not say, and at most. */
const LIFE_DEFAULT_SECONDS = 300;
const LIFE_MAX_SECONDS = 86_400;

/** The least time between two fetches, however many unknown key identifiers arrive. */
const FETCH_FLOOR_MS = 5_000;

type Metadata = { readonly tokenEndpoint: string; readonly jwksUri: string };
type Kept<Value> = { readonly value: Value; readonly until: number };

/** The issuer as the API sees it: two questions, answered from what was fetched last. */
export type Issuer = {
  readonly tokenEndpoint: () => Promise<string>;
  /** @returns `undefined` when the issuer has no such key. */
  readonly findKey: (kid: string) => Promise<CryptoKey | undefined>;
};

/**
 * Discovers an issuer by its metadata and keeps its keys as long as it allows. An unknown `kid` leads to one fresh
 * fetch; a floor between fetches keeps rubbish from causing a flood.
 * @param now milliseconds since 1970, this API's clock.
 * @see RFC 8414 §3, RFC 7517 §5
 */
export function discoverIssuer(issuer: string, now: () => number): Issuer {
  let metadata: Kept<Metadata> | undefined;
  let keys: Kept<ReadonlyMap<string, CryptoKey>> | undefined;
  let lastFetch = Number.NEGATIVE_INFINITY;
  let lastFailure: unknown;
  let running: Promise<void> | undefined;

  const readMetadata = async (): Promise<Metadata> => {
    if (metadata === undefined || metadata.until <= now()) metadata = await fetchMetadata(issuer, now());
    return metadata.value;
  };

  const fetchKeysOnce = async (): Promise<void> => {
    try {
      keys = await fetchKeys((await readMetadata()).jwksUri, now());
      lastFailure = undefined;
    } catch (error) {
      lastFailure = error;
    }
  };

  const refresh = async (): Promise<void> => {
    if (running === undefined && now() - lastFetch < FETCH_FLOOR_MS) return;
    if (running === undefined) {
      lastFetch = now();
      running = fetchKeysOnce().finally(() => {
        running = undefined;
      });
    }
    await running;
  };

  return {
    tokenEndpoint: async () => (await readMetadata()).tokenEndpoint,
    findKey: async (kid) => {
      const known = keys !== undefined && keys.until > now() ? keys.value.get(kid) : undefined;
      if (known !== undefined) return known;
      await refresh();
      const key = keys?.value.get(kid);
      if (lastFailure !== undefined && (key === undefined || keys === undefined || keys.until <= now())) {
        throw lastFailure;
      }
      return key;
    },
  };
}

async function fetchMetadata(issuer: string, now: number): Promise<Kept<Metadata>> {
  const answer = await fetchJson('Utstederen', `${issuer}.well-known/oauth-authorization-server`);
  const body = isObject(answer.body) ? answer.body : {};
  const { token_endpoint: tokenEndpoint, jwks_uri: jwksUri } = body;
  // RFC 8414 §3.3: metadata of another issuer must not be used, or it could bring its own keys.
  if (answer.status !== 200 || body.issuer !== issuer) throw backEndFailed('Utstederens metadata er ikke gyldige.');
  if (typeof tokenEndpoint !== 'string' || typeof jwksUri !== 'string') {
    throw backEndFailed('Utstederens metadata er ufullstendige.');
  }
  return { value: { tokenEndpoint, jwksUri }, until: now + lifeSeconds(answer) * 1000 };
}

async function fetchKeys(jwksUri: string, now: number): Promise<Kept<ReadonlyMap<string, CryptoKey>>> {
  const answer = await fetchJson('Utstederens nøkler', jwksUri);
  if (answer.status !== 200 || !isObject(answer.body) || !Array.isArray(answer.body.keys)) {
    throw backEndFailed('Utstederens nøkler kan ikke leses nå.');
  }
  const keys = new Map<string, CryptoKey>();
  for (const jwk of answer.body.keys.filter(isObject) as readonly JWK[]) {
    const key = await importSigningKey(jwk);
    if (key !== undefined && jwk.kid !== undefined) keys.set(jwk.kid, key);
  }
  return { value: keys, until: now + lifeSeconds(answer) * 1000 };
}

/** Keys that this API cannot use are passed over, so that an issuer may publish others beside them. */
async function importSigningKey(jwk: JWK): Promise<CryptoKey | undefined> {
  if (jwk.kty !== 'RSA' || (jwk.use ?? 'sig') !== 'sig' || (jwk.alg ?? 'RS256') !== 'RS256') return undefined;
  try {
    return (await importJWK({ kty: jwk.kty, n: jwk.n, e: jwk.e }, 'RS256')) as CryptoKey;
  } catch {
    return undefined;
  }
}

function lifeSeconds(answer: JsonAnswer): number {
  const cacheControl = answer.headers.get('cache-control') ?? '';
  if (/\bno-(store|cache)\b/i.test(cacheControl)) return 0;
  const maxAge = /\bmax-age=([0-9]+)/i.exec(cacheControl)?.[1];
  return Math.min(maxAge === undefined ? LIFE_DEFAULT_SECONDS : Number(maxAge), LIFE_MAX_SECONDS);
}
