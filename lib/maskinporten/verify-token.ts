import { verify } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { parseJws } from './assertion/jws.ts';
import { CLOCK_SKEW_SECONDS, type JsonObject } from './model.ts';
import { findPublishedKey } from './signing-keys.ts';

/**
 * Verifies a token that this installation signed: RS256 by a published key of ours, an issuer from the list,
 * `exp` and `nbf` with 10 s of skew. Says nothing of scope, audience or whether a system user still lives.
 * @returns the claims, or `undefined` for whatever is wrong.
 * @see RFC 7519 §7.2, RFC 8725 §3
 */
export async function verifyOwnToken(
  db: Db,
  jwt: string,
  now: Date,
  issuers: readonly string[],
): Promise<JsonObject | undefined> {
  const jws = parseJws(jwt);
  if (!jws) return undefined;
  const { header, payload } = jws;
  if (header.alg !== 'RS256' || typeof header.kid !== 'string' || 'crit' in header) return undefined;
  // Another `typ` is another kind of message of ours; it must not pass for an access token.
  if (header.typ !== undefined && header.typ !== 'JWT') return undefined;
  if (typeof payload.iss !== 'string' || !issuers.includes(payload.iss)) return undefined;
  if (!isCurrent(payload, now)) return undefined;
  const key = await findPublishedKey(db, header.kid, now);
  if (!key || !verify('sha256', Buffer.from(jws.signingInput), key.publicKey, jws.signature)) return undefined;
  return payload;
}

function isCurrent({ exp, nbf }: JsonObject, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  if (typeof exp !== 'number' || exp + CLOCK_SKEW_SECONDS <= seconds) return false;
  return nbf === undefined || (typeof nbf === 'number' && nbf <= seconds + CLOCK_SKEW_SECONDS);
}
