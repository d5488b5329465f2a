import { type KeyObject, verify } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { parseJws } from './assertion/jws.ts';
import { CLOCK_SKEW_SECONDS, type JsonObject } from './model.ts';
import { findPublishedKey } from './signing-keys.ts';

/**
 * Verifies a token that this installation signed: RS256 by a published key of ours, an issuer from the list,
 * `exp` and `nbf` with 10 s of skew. Says nothing of scope, audience or whether a system user still lives. Only the
 * signature of a token is remembered; time, issuer and key are looked at every time.
 * @returns the claims, or `undefined` for whatever is wrong.
 * @see RFC 7519 §7.2, RFC 8725 §3
 */
export async function verifyOwnToken(
  db: Db,
  jwt: string,
  now: Date,
  issuers: readonly string[],
): Promise<JsonObject | undefined> {
  const token = signed.get(jwt) ?? parseToken(jwt);
  if (!token) return undefined;
  const { kid, payload } = token;
  if (typeof payload.iss !== 'string' || !issuers.includes(payload.iss)) return undefined;
  if (!isCurrent(payload, now)) return undefined;
  const key = await findPublishedKey(db, kid, now);
  if (!key || !isSignedBy(token, key.publicKey)) return undefined;
  remember(jwt, token);
  return payload;
}

type Token = {
  readonly kid: string;
  readonly payload: JsonObject;
  readonly signingInput: string;
  readonly signature: Buffer;
  /** The key that is known to have signed it. */
  signedBy?: KeyObject;
};

const SIGNED_MAX = 1000;
/** Tokens whose signature has been checked, by the whole token: a caller sends the same one again and again. */
const signed = new Map<string, Token>();

function parseToken(jwt: string): Token | undefined {
  const jws = parseJws(jwt);
  if (!jws) return undefined;
  const { header, payload, signingInput, signature } = jws;
  if (header.alg !== 'RS256' || typeof header.kid !== 'string' || 'crit' in header) return undefined;
  // Another `typ` is another kind of message of ours; it must not pass for an access token.
  if (header.typ !== undefined && header.typ !== 'JWT') return undefined;
  return { kid: header.kid, payload, signingInput, signature };
}

/** A key that has changed under its name has signed nothing yet. */
function isSignedBy(token: Token, key: KeyObject): boolean {
  if (token.signedBy === key) return true;
  if (!verify('sha256', Buffer.from(token.signingInput), key, token.signature)) return false;
  token.signedBy = key;
  return true;
}

function remember(jwt: string, token: Token): void {
  if (signed.has(jwt)) return;
  if (signed.size >= SIGNED_MAX) signed.clear();
  signed.set(jwt, token);
}

function isCurrent({ exp, nbf }: JsonObject, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  if (typeof exp !== 'number' || exp + CLOCK_SKEW_SECONDS <= seconds) return false;
  return nbf === undefined || (typeof nbf === 'number' && nbf <= seconds + CLOCK_SKEW_SECONDS);
}
