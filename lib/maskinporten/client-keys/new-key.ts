import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import type { Client } from '../clients/model.ts';
import { parseCertificate } from './certificate.ts';
import { latestExpiry } from './find-client-keys.ts';
import type { ClientKey, PublicJwk } from './model.ts';
import { type JwkCandidate, parsePublicKey, thumbprintOf } from './public-key.ts';

/** A key that has passed every check that needs no database, with the expiry the caller asked for. */
export type PostedKey = { readonly jwk: PublicJwk; readonly exp: Date | undefined };

/**
 * Checks a received key, expiry included; an `exp` of 0 is none. @throws ProblemError 400 `private_key`, `invalid_key`
 */
export function parsePostedKey(candidate: JwkCandidate): PostedKey {
  const jwk = parsePublicKey(candidate);
  const { exp } = candidate;
  if (exp === undefined || exp === null || exp === 0) return { jwk, exp: undefined };
  if (typeof exp !== 'number' || !Number.isSafeInteger(exp) || exp < 0) {
    throw administrationProblem('invalid_key', { field: 'exp', detail: 'exp is a whole number of seconds.' });
  }
  return { jwk, exp: new Date(Math.min(exp * 1000, MAX_TIME_MS)) };
}

/** The latest instant that a `Date` can hold. */
const MAX_TIME_MS = 8.64e15;

/**
 * Makes the key as it will be stored. Posting a key again renews it for a year when no expiry is sent, and keeps the
 * expiry that is sent, so that a client that posts what it read prolongs nothing. A year is the most; a certificate's
 * own end comes before.
 * @param present the key of the same name, if any; it counts as the same only with the same public key
 * @throws ProblemError 400 `invalid_key` for an expiry that has passed
 */
export function toClientKey(
  context: Context,
  client: Client,
  { jwk, exp }: PostedKey,
  present: ClientKey | undefined,
): ClientKey {
  const thumbprint = thumbprintOf(jwk);
  const same = present?.thumbprint === thumbprint ? present : undefined;
  const latest = earliest(latestExpiry(context.now), certificateEnd(jwk));
  const expiresAt = exp === undefined ? latest : earliest(exp, latest);
  if (!same && expiresAt <= context.now) {
    throw administrationProblem('invalid_key', { field: 'exp', detail: 'The key has expired already.' });
  }
  return {
    clientId: client.clientId,
    kid: jwk.kid,
    jwk,
    thumbprint,
    expiresAt,
    lastUsedAt: same?.lastUsedAt,
    createdAt: same?.createdAt ?? context.now,
    updatedAt: context.now,
  };
}

function certificateEnd({ x5c }: PublicJwk): Date | undefined {
  const leaf = x5c?.[0];
  return leaf === undefined ? undefined : parseCertificate(Buffer.from(leaf, 'base64')).validToDate;
}

function earliest(a: Date, b: Date | undefined): Date {
  return b !== undefined && b < a ? b : a;
}
