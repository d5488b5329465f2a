import { compactVerify, decodeProtectedHeader } from 'jose';
import { isObject } from './fetch-json.ts';
import type { Issuer } from './issuer.ts';
import { insufficientScope, invalidToken, KravError, missingToken } from './problems.ts';
import type { Settings } from './settings.ts';

/** How far `exp` may lie behind this API's clock. */
const CLOCK_SKEW_SECONDS = 10;

/** `typ` of other kinds of signed tokens would be a mix-up; Maskinporten's own tokens have none. */
const ACCESS_TOKEN_TYPES: readonly unknown[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

const BEARER = /^Bearer(?: +|$)/i;
const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** The claims of a token whose signature, issuer, life and audience hold; nothing else has been looked at. */
export type VerifiedClaims = Readonly<Record<string, unknown>>;

/**
 * Takes the token from `Authorization: Bearer`.
 * @throws KravError KB-004
 * @see RFC 6750 §2.1
 */
export function readBearer(headers: Headers): string {
  const header = headers.get('authorization') ?? '';
  if (!BEARER.test(header)) throw missingToken();
  const token = header.replace(BEARER, '').trim();
  if (token === '') throw missingToken();
  return token;
}

/**
 * Verifies an access token of the issuer. Does not check scope, system user or what the caller may do.
 * @param now seconds since 1970, this API's clock.
 * @throws KravError KB-004 for a token that does not hold; KB-002 when the issuer's keys cannot be had.
 * @see RFC 7515 §5.2, RFC 7519 §7.2, RFC 8725
 */
export async function verifyToken(
  token: string,
  settings: Settings,
  issuer: Issuer,
  now: number,
): Promise<VerifiedClaims> {
  const claims = await verifySignature(token, issuer);
  if (claims.iss !== settings.issuer) throw invalidToken('Tokenet er fra en annen utsteder.');
  if (typeof claims.exp !== 'number') throw invalidToken('Tokenet mangler exp.');
  if (now - claims.exp > CLOCK_SKEW_SECONDS) throw invalidToken('Tokenet er utløpt.');
  if (claims.nbf !== undefined && !(typeof claims.nbf === 'number' && claims.nbf - now <= CLOCK_SKEW_SECONDS)) {
    throw invalidToken('Tokenet gjelder ikke ennå.');
  }
  if (claims.aud !== undefined && ![claims.aud].flat().includes(settings.audience)) {
    throw invalidToken('Tokenet er for et annet API (aud).');
  }
  return claims;
}

/**
 * Requires the scope of this API among the space-separated values of `scope`.
 * @throws KravError KB-005
 */
export function requireScope(claims: VerifiedClaims, scope: string): void {
  const granted = typeof claims.scope === 'string' ? claims.scope.split(' ') : [];
  if (!granted.includes(scope)) throw insufficientScope(scope);
}

async function verifySignature(token: string, issuer: Issuer): Promise<VerifiedClaims> {
  if (!COMPACT_JWS.test(token)) throw invalidToken('Tokenet er ikke en signert JWT.');
  try {
    const header = decodeProtectedHeader(token);
    if (header.alg !== 'RS256') throw invalidToken('Tokenet må være signert med RS256.');
    if (!ACCESS_TOKEN_TYPES.includes(header.typ?.toLowerCase())) throw invalidToken('Dette er ikke et tilgangstoken.');
    const key = typeof header.kid === 'string' ? await issuer.findKey(header.kid) : undefined;
    if (key === undefined) throw invalidToken('Tokenet er ikke signert med en nøkkel fra utstederen.');
    const { payload } = await compactVerify(token, key, { algorithms: ['RS256'] });
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    if (!isObject(claims)) throw invalidToken('Tokenet er ikke en signert JWT.');
    return claims;
  } catch (error) {
    if (error instanceof KravError) throw error;
    throw invalidToken('Signaturen på tokenet er ikke gyldig.', error);
  }
}
