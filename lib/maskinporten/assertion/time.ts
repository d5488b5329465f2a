import { env } from '../../config/env.ts';
import { CLOCK_SKEW_SECONDS } from '../model.ts';
import { refusal } from '../problems.ts';
import type { AssertionClaims } from './claims.ts';

/**
 * Refuses a grant that lives too long, comes from the future, is over, or was never valid, in that order.
 * A date in the past is no fault of `iat` by itself.
 * @throws OAuthError MP-130, lifetime, issue-time, not-before, no-lifetime.
 * @see `maskinporten.md` §4.2, RFC 7523 §3 (4)–(6)
 */
export function assertCurrent(claims: AssertionClaims, now: Date): void {
  const { issuedAt, expiresAt, notBefore } = claims;
  const at = Math.floor(now.getTime() / 1000);
  const lifetimeMax = env().ASSERTION_LIFETIME_MAX_SECONDS;
  if (expiresAt - issuedAt > lifetimeMax) {
    throw refusal('lifetime', `exp - iat is ${expiresAt - issuedAt} seconds, at most ${lifetimeMax} is accepted.`);
  }
  if (at + CLOCK_SKEW_SECONDS < issuedAt) throw refusal('issue-time', `It is ${issuedAt - at} seconds ahead of us.`);
  if (at - CLOCK_SKEW_SECONDS > expiresAt) throw refusal('MP-130', `It expired ${at - expiresAt} seconds ago.`);
  if (notBefore !== undefined && at + CLOCK_SKEW_SECONDS < notBefore) throw refusal('not-before');
  if (expiresAt <= issuedAt) throw refusal('no-lifetime');
}
