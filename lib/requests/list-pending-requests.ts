import { assertPerson } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { forbidden } from '../kernel/errors.ts';
import { assertPowerAt, type PartyKey } from '../parties/assert-power-at.ts';
import type { ChangeRequest, SystemUserRequest } from './model.ts';
import { END_USER } from './scopes.ts';
import { selectChangeRequests, selectRequests } from './store.ts';

/** Whose requests; the organisation number of the path must be the party's own. */
export type PendingKey = { readonly party: PartyKey; readonly orgNo?: string | undefined };

/**
 * Lists requests to the organisation whose status is New, oldest first.
 * @throws BareError 401, 403 without the scope, without access management, or when number and party disagree.
 * @see altinn-api.md §8.7, Q-22
 */
export async function listPendingRequests(
  context: Context,
  input: PendingKey & { readonly kinds: readonly ('standard' | 'agent')[] },
): Promise<readonly SystemUserRequest[]> {
  const partyOrgNo = await assertOwnPending(context, input);
  return selectRequests(context.db, { partyOrgNo, status: 'New', kinds: input.kinds });
}

/** Lists change requests like `listPendingRequests`; Altinn has no such list. @throws BareError 401, 403 */
export async function listPendingChangeRequests(
  context: Context,
  input: PendingKey,
): Promise<readonly ChangeRequest[]> {
  const partyOrgNo = await assertOwnPending(context, input);
  return selectChangeRequests(context.db, { partyOrgNo, status: 'New' });
}

async function assertOwnPending(context: Context, { party, orgNo }: PendingKey): Promise<string> {
  assertPerson(context, END_USER);
  const { organisation } = await assertPowerAt(context, party, 'access-management.write');
  if (orgNo !== undefined && orgNo !== organisation.orgNo) throw forbidden();
  return organisation.orgNo;
}
