import { and, eq, inArray, not, or, type SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { assertPerson } from '../../context/assert.ts';
import type { Context, PersonActor } from '../../context/context.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { PageOf, PageQuery } from '../../kernel/pages.ts';
import { isAllowed } from '../../parties/authority.ts';
import { findParty } from '../../parties/find-party.ts';
import { hasRelation } from '../../parties/roles.ts';
import { findSystems } from '../../register/find-system.ts';
import { isForwardedBy } from '../forwarding/forwards-of.ts';
import { type HandledState, isInState } from './in-state.ts';
import { compareWaiting, type Prospect, withProspects } from './prospect.ts';
import {
  countListed,
  isLike,
  type Listed,
  type RequestTable,
  selectAny,
  selectPage,
  selectSystemsOf,
} from './store.ts';
import { type RequestSummary, summarize } from './summarize.ts';

/** Which requests of which organisation. `waiting` can be answered; everything else is `handled`. */
export type RequestListQuery = PageQuery & {
  readonly partyUuid: string;
  readonly tab: 'waiting' | 'handled';
  /** Narrows what was handled; all of it when left out. */
  readonly state?: HandledState | undefined;
};

/** A request in the list of its organisation. */
export type ListedRequest = RequestSummary & {
  /** Who can say yes; `undefined` for what was handled. */
  readonly prospect: Prospect | undefined;
};

/**
 * Lists requests of every kind to an organisation, a page at a time: what waits by deadline, what was handled newest
 * first. On a page of what waits, first comes what the reader can say yes to, last what nobody can. Somebody who may not
 * answer sees only those that he or she has sent on. A search looks at what system and vendor are called, at the vendor's
 * number and at the reference.
 * @throws BareError 401, 403 for a person without a relation to the organisation.
 */
export async function listRequests(
  context: Context,
  { partyUuid, tab, state, query = '', after }: RequestListQuery,
): Promise<PageOf<ListedRequest>> {
  const { db, now } = context;
  const reader = await readerAt(context, partyUuid);
  const last = after === undefined ? undefined : await selectAny(db, after);
  const found = query === '' ? undefined : await searchOf(db, reader, query);
  const page = await selectPage(
    db,
    (table) => and(inTab(context, table, tab, state), reader.isVisible(table), found?.(table)),
    {
      ...(tab === 'waiting' ? { by: 'sent', descending: false } : { by: 'settled', descending: true }),
      last: last?.partyOrgNo === reader.orgNo ? last : undefined,
    },
  );
  const summaries = await summarize(db, page.rows, now);
  if (tab === 'handled') return { ...page, rows: summaries.map((each) => ({ ...each, prospect: undefined })) };
  return { ...page, rows: (await withProspects(db, summaries, reader)).toSorted(compareWaiting) };
}

/** Counts what the person sees as waiting at the organisation, for the badge. @throws BareError 401, 403 */
export async function countWaitingRequests(context: Context, partyUuid: string): Promise<number> {
  const { isVisible } = await readerAt(context, partyUuid);
  return countListed(context.db, (table) => and(inTab(context, table, 'waiting'), isVisible(table)));
}

type Reader = {
  readonly orgNo: string;
  readonly actor: PersonActor;
  /** Whether the reader may answer for the organisation at all. */
  readonly mayApprove: boolean;
  readonly isVisible: Listed;
};

async function readerAt(context: Context, partyUuid: string): Promise<Reader> {
  const actor = assertPerson(context);
  const { db } = context;
  const organisation = await findParty(db, { uuid: partyUuid });
  if (organisation?.kind !== 'organisation') throw forbidden();
  const { uuid, orgNo } = organisation;
  const mayApprove = await isAllowed(db, actor, uuid, 'access-management.write');
  if (!mayApprove && !(await hasRelation(db, uuid, actor.partyUuid))) throw forbidden();
  const isVisible: Listed = (table) =>
    and(eq(table.partyOrgNo, orgNo), mayApprove ? undefined : isForwardedBy(db, table.id, actor.partyUuid));
  return { orgNo, actor, mayApprove, isVisible };
}

function inTab(
  context: Context,
  table: RequestTable,
  tab: RequestListQuery['tab'],
  state?: RequestListQuery['state'],
): SQL {
  if (tab === 'waiting') return isInState(context, table, 'waiting');
  return state ? isInState(context, table, state) : not(isInState(context, table, 'waiting'));
}

/** The condition to be found by a search. Names of systems are compared here: SQLite folds the case of ASCII alone. */
async function searchOf(db: Db, { isVisible }: Reader, query: string): Promise<Listed> {
  const words = query.toLowerCase();
  const systems = await findSystems(db, await selectSystemsOf(db, isVisible));
  const ids = [...systems.values()]
    .filter(({ name }) => Object.values(name).some((text) => text.toLowerCase().includes(words)))
    .map(({ internalId }) => internalId);
  return (table) => or(inArray(table.systemInternalId, ids), isLike(db, table, 'vendorOrgNo', query));
}
