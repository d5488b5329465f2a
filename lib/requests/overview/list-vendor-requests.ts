import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { assertVendor } from '../assert-vendor.ts';
import type { AnyRequest } from '../model.ts';
import { REQUEST_READ } from '../scopes.ts';
import { selectChangeRequest, selectChangeRequests, selectRequests, selectSystemUserRequest } from '../store.ts';
import { type RequestSummary, summarize } from './summarize.ts';

/** How many requests the vendor's list goes back. */
const LIST_MAX = 200;

/** One thing that happened to a request. */
export type TimelineEntry = {
  readonly what: 'sent' | 'opened' | 'forwarded' | 'approved' | 'rejected' | 'expired' | 'withdrawn' | 'ended';
  readonly at: Date;
};

/**
 * Lists a vendor's requests of every kind, withdrawn ones too, newest first.
 * @throws BareError 401, 403
 */
export async function listVendorRequests(
  context: Context,
  input: { readonly vendorOrgNo: string; readonly systemInternalId?: string | undefined },
): Promise<readonly RequestSummary[]> {
  const vendorOrgNo = await assertVendor(context, REQUEST_READ, input.vendorOrgNo);
  const filter = {
    vendorOrgNo,
    ...(input.systemInternalId === undefined ? {} : { systemInternalId: input.systemInternalId }),
    includeDeleted: true,
    newestFirst: true,
    limit: LIST_MAX,
  };
  const found: readonly AnyRequest[] = [
    ...(await selectRequests(context.db, filter)),
    ...(await selectChangeRequests(context.db, filter)),
  ];
  const newest = [...found].sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  return summarize(context.db, newest.slice(0, LIST_MAX), context.now);
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
  const request =
    (await selectSystemUserRequest(context.db, input.id)) ?? (await selectChangeRequest(context.db, input.id));
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
