import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import type { PageOf, PageQuery } from '../../kernel/pages.ts';
import { assertVendor } from '../assert-vendor.ts';
import { REQUEST_READ } from '../scopes.ts';
import { isInState, type ListedState } from './in-state.ts';
import { countListed, isLike, type Listed, selectAny, selectOldest, selectPage } from './store.ts';
import { type RequestSummary, summarize } from './summarize.ts';

/** One thing that happened to a request. */
export type TimelineEntry = {
  readonly what: 'sent' | 'opened' | 'forwarded' | 'approved' | 'rejected' | 'expired' | 'withdrawn' | 'ended';
  readonly at: Date;
};

/** Which of a vendor's requests; without a state, all of them. */
export type VendorRequestsQuery = PageQuery & {
  readonly vendorOrgNo: string;
  readonly state?: ListedState | undefined;
};

/**
 * Lists a vendor's requests of every kind, withdrawn ones too, newest first, a page at a time. A search looks at the
 * customer's name and number and at the reference.
 * @throws BareError 401, 403
 */
export async function listVendorRequests(
  context: Context,
  { state, query = '', after, ...of }: VendorRequestsQuery,
): Promise<PageOf<RequestSummary>> {
  const { db, now } = context;
  const vendorOrgNo = await assertVendor(context, REQUEST_READ, of.vendorOrgNo);
  const last = after === undefined ? undefined : await selectAny(db, after);
  const page = await selectPage(
    db,
    (table) =>
      and(
        eq(table.vendorOrgNo, vendorOrgNo),
        state && isInState(context, table, state),
        query === '' ? undefined : isLike(db, table, 'partyOrgNo', query),
      ),
    { by: 'sent', descending: true, last: last?.vendorOrgNo === vendorOrgNo ? last : undefined },
  );
  return { ...page, rows: await summarize(db, page.rows, now) };
}

/** How many requests a vendor has sent, how many wait for an answer, and since when the oldest of those does. */
export type VendorRequestCounts = {
  readonly all: number;
  readonly waiting: number;
  readonly waitingSince: Date | undefined;
};

/** Counts a vendor's requests of every kind. @throws BareError 401, 403 */
export async function countVendorRequests(
  context: Context,
  input: { readonly vendorOrgNo: string },
): Promise<VendorRequestCounts> {
  const { db } = context;
  const vendorOrgNo = await assertVendor(context, REQUEST_READ, input.vendorOrgNo);
  const isOwn: Listed = (table) => eq(table.vendorOrgNo, vendorOrgNo);
  const isWaiting: Listed = (table) => and(isOwn(table), isInState(context, table, 'waiting'));
  return {
    all: await countListed(db, isOwn),
    waiting: await countListed(db, isWaiting),
    waitingSince: await selectOldest(db, isWaiting),
  };
}

/**
 * Reads one of a vendor's requests with what has happened to it, in order. Names of people stay with the customer.
 * @throws BareError 401, 403 · ProblemError AUTH-00010 unknown or another vendor's.
 */
export async function readVendorTimeline(
  context: Context,
  input: { readonly vendorOrgNo: string; readonly id: string },
): Promise<RequestSummary & { readonly timeline: readonly TimelineEntry[] }> {
  const vendorOrgNo = await assertVendor(context, REQUEST_READ, input.vendorOrgNo);
  const request = await selectAny(context.db, input.id);
  if (request?.vendorOrgNo !== vendorOrgNo) throw authProblem('AUTH-00010');
  const [summary] = await summarize(context.db, [request], context.now);
  if (!summary) throw authProblem('AUTH-00010');
  return { ...summary, timeline: timelineOf(summary) };
}

function timelineOf({ request, state, forwards, deadline }: RequestSummary): readonly TimelineEntry[] {
  const answers = { Accepted: 'approved', Rejected: 'rejected', Denied: 'rejected' } as const;
  const answer = request.status in answers ? answers[request.status as keyof typeof answers] : undefined;
  const entries: readonly (TimelineEntry | undefined)[] = [
    { what: 'sent', at: request.createdAt },
    request.firstOpenedAt && { what: 'opened', at: request.firstOpenedAt },
    ...forwards.map((forward) => ({ what: 'forwarded' as const, at: forward.forwardedAt })),
    answer && request.decidedAt && { what: answer, at: request.decidedAt },
    state === 'expired' ? { what: 'expired', at: deadline } : undefined,
    request.deletedAt && { what: state === 'ended' ? 'ended' : 'withdrawn', at: request.deletedAt },
  ];
  return entries.filter((entry) => entry !== undefined).sort((one, other) => one.at.getTime() - other.at.getTime());
}
