import { env } from '../../config/env.ts';
import { assertPerson } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { forbidden } from '../../kernel/errors.ts';
import { isAllowed } from '../../parties/authority.ts';
import { findParty } from '../../parties/find-party.ts';
import { hasRelation } from '../../parties/roles.ts';
import { requestsForwardedBy } from '../forwarding/forwards-of.ts';
import { type AnyRequest, isTimedOut } from '../model.ts';
import { type Filter, selectChangeRequests, selectRequests } from '../store.ts';
import { type RequestSummary, summarize } from './summarize.ts';

/** Which requests of which organisation. `waiting` can be answered; everything else is `handled`. */
export type RequestListKey = { readonly partyUuid: string; readonly tab: 'waiting' | 'handled' };

/** How many handled requests the list goes back. */
const HANDLED_MAX = 200;

/**
 * Lists requests of every kind to an organisation: what waits oldest first, what was handled newest first. Somebody who
 * may not answer sees only those that he or she has sent on.
 * @throws BareError 401, 403 for a person without a relation to the organisation.
 */
export async function listRequests(context: Context, key: RequestListKey): Promise<readonly RequestSummary[]> {
  return summarize(context.db, await selectVisible(context, key), context.now);
}

/** Counts what the person sees as waiting at the organisation, for the badge. @throws BareError 401, 403 */
export async function countWaitingRequests(context: Context, partyUuid: string): Promise<number> {
  return (await selectVisible(context, { partyUuid, tab: 'waiting' })).length;
}

async function selectVisible(context: Context, key: RequestListKey): Promise<readonly AnyRequest[]> {
  const actor = assertPerson(context);
  const { db } = context;
  const organisation = await findParty(db, { uuid: key.partyUuid });
  if (organisation?.kind !== 'organisation') throw forbidden();
  const seesAll = await isAllowed(db, actor, organisation.uuid, 'access-management.write');
  if (!seesAll && !(await hasRelation(db, organisation.uuid, actor.partyUuid))) throw forbidden();
  const requests = await selectTab(context, organisation.orgNo, key.tab);
  if (seesAll) return requests;
  const own = new Set(await requestsForwardedBy(db, actor.partyUuid));
  return requests.filter((request) => own.has(request.id));
}

async function selectTab(
  { db, now }: Context,
  partyOrgNo: string,
  tab: RequestListKey['tab'],
): Promise<readonly AnyRequest[]> {
  const filter: Filter =
    tab === 'waiting'
      ? { partyOrgNo, status: 'New' }
      : { partyOrgNo, includeDeleted: true, newestFirst: true, limit: HANDLED_MAX };
  const found: readonly AnyRequest[] = [
    ...(await selectRequests(db, filter)),
    ...(await selectChangeRequests(db, filter)),
  ];
  const isWaiting = (request: AnyRequest) =>
    request.status === 'New' && !request.isDeleted && !isTimedOut(request, now, env().REQUEST_EXPIRY_DAYS);
  return tab === 'waiting'
    ? found.filter(isWaiting).sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
    : found.filter((request) => !isWaiting(request)).sort((one, other) => handledAt(other) - handledAt(one));
}

function handledAt(request: AnyRequest): number {
  return (request.decidedAt ?? request.deletedAt ?? request.createdAt).getTime();
}
