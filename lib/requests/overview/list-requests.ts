import { env } from '../../config/env.ts';
import { assertPerson } from '../../context/assert.ts';
import type { Context, PersonActor } from '../../context/context.ts';
import { forbidden } from '../../kernel/errors.ts';
import { isAllowed } from '../../parties/authority.ts';
import { findParty } from '../../parties/find-party.ts';
import { hasRelation } from '../../parties/roles.ts';
import { requestsForwardedBy } from '../forwarding/forwards-of.ts';
import { type AnyRequest, isTimedOut } from '../model.ts';
import { type Filter, selectChangeRequests, selectRequests } from '../store.ts';
import { compareWaiting, type Prospect, prospectOf } from './prospect.ts';
import { type RequestSummary, summarize } from './summarize.ts';

/** Which requests of which organisation. `waiting` can be answered; everything else is `handled`. */
export type RequestListKey = { readonly partyUuid: string; readonly tab: 'waiting' | 'handled' };

/** How many handled requests the list goes back. */
const HANDLED_MAX = 200;

/** A request in the list of its organisation. */
export type ListedRequest = RequestSummary & {
  /** Who can say yes; `undefined` for what was handled. */
  readonly prospect: Prospect | undefined;
};

/**
 * Lists requests of every kind to an organisation: of what waits first what the reader can say yes to, last what nobody
 * can, each by deadline; what was handled newest first. Somebody who may not answer sees only those that he or she has
 * sent on.
 * @throws BareError 401, 403 for a person without a relation to the organisation.
 */
export async function listRequests(context: Context, key: RequestListKey): Promise<readonly ListedRequest[]> {
  const { requests, ...reader } = await selectVisible(context, key);
  const summaries = await summarize(context.db, requests, context.now);
  if (key.tab === 'handled') return summaries.map((summary) => ({ ...summary, prospect: undefined }));
  const waiting = [];
  for (const summary of summaries) {
    waiting.push({ ...summary, prospect: await prospectOf(context.db, summary, reader) });
  }
  return waiting.sort(compareWaiting);
}

/** Counts what the person sees as waiting at the organisation, for the badge. @throws BareError 401, 403 */
export async function countWaitingRequests(context: Context, partyUuid: string): Promise<number> {
  return (await selectVisible(context, { partyUuid, tab: 'waiting' })).requests.length;
}

type Visible = {
  readonly requests: readonly AnyRequest[];
  readonly actor: PersonActor;
  /** Whether the reader may answer for the organisation at all. */
  readonly mayApprove: boolean;
};

async function selectVisible(context: Context, key: RequestListKey): Promise<Visible> {
  const actor = assertPerson(context);
  const { db } = context;
  const organisation = await findParty(db, { uuid: key.partyUuid });
  if (organisation?.kind !== 'organisation') throw forbidden();
  const mayApprove = await isAllowed(db, actor, organisation.uuid, 'access-management.write');
  if (!mayApprove && !(await hasRelation(db, organisation.uuid, actor.partyUuid))) throw forbidden();
  const requests = await selectTab(context, organisation.orgNo, key.tab);
  if (mayApprove) return { requests, actor, mayApprove };
  const own = new Set(await requestsForwardedBy(db, actor.partyUuid));
  return { requests: requests.filter((request) => own.has(request.id)), actor, mayApprove };
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
    ? found.filter(isWaiting)
    : found.filter((request) => !isWaiting(request)).sort((one, other) => handledAt(other) - handledAt(one));
}

function handledAt(request: AnyRequest): number {
  return (request.decidedAt ?? request.deletedAt ?? request.createdAt).getTime();
}
