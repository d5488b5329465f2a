import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { fetchJson, isObject } from './fetch-json.ts';
import type { Issuer } from './issuer.ts';
import { backEndFailed } from './problems.ts';
import type { Settings } from './settings.ts';

const PDP_SCOPE = 'altinn:authorization/authorize';
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const GRANT_LIFE_SECONDS = 60;

/** A kept token is given up this long before it ends, so that it does not end on the way. */
const MARGIN_SECONDS = 15;

/** The service owner's own access token, kept until shortly before it ends. */
export type OwnToken = {
  readonly get: () => Promise<string>;
  /** Drops the kept token, because somebody refused it. */
  readonly forget: () => void;
};

/**
 * Gets the token that the PDP asks of its callers, from the same issuer by the same grant as everybody.
 * @param now milliseconds since 1970, this API's clock.
 * @see RFC 7523 §2.1
 */
export function keepOwnToken(settings: Settings, issuer: Issuer, now: () => number): OwnToken {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let running: Promise<string> | undefined;

  const fetchToken = async (): Promise<string> => {
    const answer = await fetchJson('Utstederen', await issuer.tokenEndpoint(), {
      method: 'POST',
      body: new URLSearchParams({ grant_type: GRANT_TYPE, assertion: await signGrant(settings, now()) }),
    });
    const { access_token: token, expires_in: life } = isObject(answer.body) ? answer.body : {};
    if (answer.status !== 200 || typeof token !== 'string') {
      throw backEndFailed('API-et får ikke sitt eget token.', answer.body);
    }
    kept = { token, until: now() + (Number(life ?? 0) - MARGIN_SECONDS) * 1000 };
    return token;
  };

  return {
    get: async () => {
      if (kept !== undefined && kept.until > now()) return kept.token;
      running ??= fetchToken().finally(() => {
        running = undefined;
      });
      return running;
    },
    forget: () => {
      kept = undefined;
    },
  };
}

async function signGrant(settings: Settings, nowMs: number): Promise<string> {
  const iat = Math.floor(nowMs / 1000);
  return new SignJWT({ scope: PDP_SCOPE })
    .setProtectedHeader({ alg: 'RS256', kid: settings.clientJwk.kid ?? '' })
    .setIssuer(settings.clientId)
    .setAudience(settings.issuer)
    .setIssuedAt(iat)
    .setExpirationTime(iat + GRANT_LIFE_SECONDS)
    .setJti(randomUUID())
    .sign(await importJWK(settings.clientJwk, 'RS256'));
}
