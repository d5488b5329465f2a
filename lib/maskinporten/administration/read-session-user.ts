import type { Context } from '../../context/context.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { actingOrgNo, assertCaller } from './authority.ts';

/** For whom the caller administers; nothing is known of a person's token, which names no organisation. */
export type SessionUser = {
  readonly orgNo: string | undefined;
  readonly name: string | undefined;
  readonly isSynthetic: boolean;
};

/**
 * Tells a caller for which organisation it is authenticated.
 * @throws BareError 401
 * @see `maskinporten.md` §12.10
 */
export async function readSessionUser(context: Context): Promise<SessionUser> {
  assertCaller(context, []);
  const orgNo = actingOrgNo(context);
  if (orgNo === undefined) return { orgNo, name: undefined, isSynthetic: false };
  const organisation = await findOrganisation(context.db, orgNo);
  return { orgNo, name: organisation?.name, isSynthetic: isSyntheticOrgNo(orgNo) };
}

/** Tenor's organisations begin with 2 or 3; the real register has 8 and 9. */
function isSyntheticOrgNo(orgNo: string): boolean {
  return /^[23]/.test(orgNo);
}
