import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { statusProblem } from '../kernel/errors.ts';
import { assertPowerAt, type PartyKey } from '../parties/assert-power-at.ts';
import { delegationsOf } from './delegations.ts';
import { findSystemUser } from './find-system-user.ts';
import type { Delegations, SystemUser } from './model.ts';

/** Which system user, and the organisation in the path, which must be its owner. */
type Reading = { readonly party: PartyKey; readonly systemUserId: string };

/**
 * Reads a live system user of the organisation with all that it holds.
 * @throws BareError 401, 403 without the overview · ProblemError 404 when there is none there.
 */
export async function readSystemUser(context: Context, input: Reading): Promise<SystemUser & Delegations> {
  const { organisation } = await assertPowerAt(context, input.party, 'system-user-overview.read');
  const user = await findSystemUser(context.db, input.systemUserId);
  if (!user || user.isDeleted || user.partyOrgNo !== organisation.orgNo) throw statusProblem(404);
  return { ...user, ...(await delegationsOf(context.db, user.id)) };
}

/**
 * Reads what a live system user of the organisation holds.
 * @throws BareError 401, 403 without access management · ProblemError AUTH-00015 when there is none there.
 */
export async function readDelegations(context: Context, input: Reading): Promise<Delegations> {
  const { organisation } = await assertPowerAt(context, input.party, 'access-management.read');
  const user = await findSystemUser(context.db, input.systemUserId);
  if (!user || user.isDeleted || user.partyOrgNo !== organisation.orgNo) throw authProblem('AUTH-00015');
  return delegationsOf(context.db, user.id);
}
