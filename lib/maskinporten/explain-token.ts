import type { Context } from '../context/context.ts';
import { findSystemUser } from '../systemusers/find-system-user.ts';
import { isActive } from '../systemusers/model.ts';
import { assertAdministrator, READ_CLIENTS } from './administration/authority.ts';
import { parseJws } from './assertion/jws.ts';
import { ownIssuers } from './issuers.ts';
import { type JsonObject, SYSTEM_USER_DETAILS } from './model.ts';
import { verifyOwnToken } from './verify-token.ts';

/** One thing that makes a token good or not. */
export type TokenCheck = {
  readonly check: 'issuer' | 'time' | 'signature' | 'system-user';
  readonly outcome: 'passed' | 'failed' | 'skipped';
};

/** What a token is worth. */
export type TokenExplanation = {
  readonly checks: readonly TokenCheck[];
  /** The system user that a genuine token speaks for, when it may act and its vendor asks. */
  readonly systemUserId: string | undefined;
  /** Whether the check of the system user failed because its owner has suspended it. */
  readonly isSuspended: boolean;
};

/**
 * Says of a token whether it is ours, current, genuine, and whether its system user may still act. The signature counts
 * as checked only while the token is current.
 * @returns `undefined` for a text that is no JWT
 * @throws BareError 401, 403
 */
export async function explainToken(context: Context, text: string): Promise<TokenExplanation | undefined> {
  const orgNo = await assertAdministrator(context, READ_CLIENTS);
  const payload = parseJws(text)?.payload;
  if (!payload) return undefined;
  const isOurs = typeof payload.iss === 'string' && ownIssuers().includes(payload.iss);
  const at = context.now.getTime() / 1000;
  const isCurrent = typeof payload.exp === 'number' && payload.exp > at;
  const genuine = await verifyOwnToken(context.db, text, context.now, ownIssuers());
  const id = genuine ? systemUserIdOf(payload) : undefined;
  const user = id === undefined ? undefined : await findSystemUser(context.db, id);
  const active = user && isActive(user) ? user : undefined;
  return {
    checks: [
      { check: 'issuer', outcome: isOurs ? 'passed' : 'failed' },
      { check: 'time', outcome: isCurrent ? 'passed' : 'failed' },
      { check: 'signature', outcome: isOurs && isCurrent ? (genuine ? 'passed' : 'failed') : 'skipped' },
      { check: 'system-user', outcome: id ? (active ? 'passed' : 'failed') : 'skipped' },
    ],
    systemUserId: active?.vendorOrgNo === orgNo ? active.id : undefined,
    isSuspended: user?.suspension !== undefined,
  };
}

function systemUserIdOf(payload: JsonObject): string | undefined {
  const [detail] = Array.isArray(payload.authorization_details) ? (payload.authorization_details as JsonObject[]) : [];
  if (detail?.type !== SYSTEM_USER_DETAILS || !Array.isArray(detail.systemuser_id)) return undefined;
  return String(detail.systemuser_id[0]);
}
