import { assertPerson } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import type { PartyKey } from '../../parties/assert-power-at.ts';
import { findParty } from '../../parties/find-party.ts';
import { hasRelation } from '../../parties/roles.ts';
import { END_USER } from '../scopes.ts';
import { lockRequest, type RequestKey } from '../store.ts';
import { sendOn } from './send-on.ts';

/**
 * Sends a request of any kind on to the organisation's access managers, in any status.
 * @returns `false`, and nothing happens, for a person without a relation to the organisation, an unknown request, or one
 * for somebody else.
 * @throws BareError 401, 403 without the portal's scope · ProblemError REQ-00003 after too many presses in a day.
 * @see altinn-api.md §8.7, §17.5
 */
export async function escalateRequest(
  context: Context,
  input: RequestKey & { readonly party: PartyKey },
): Promise<boolean> {
  const actor = assertPerson(context, END_USER);
  return context.db.transaction(async (tx) => {
    const organisation = await findParty(tx, input.party);
    if (organisation?.kind !== 'organisation') return false;
    if (!(await hasRelation(tx, organisation.uuid, actor.partyUuid))) return false;
    const request = await lockRequest(tx, input);
    if (!request || request.isDeleted || request.partyOrgNo !== organisation.orgNo) return false;
    await sendOn(tx, { ...context, db: tx }, { request, actor });
    return true;
  });
}
