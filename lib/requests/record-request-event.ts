import type { Transaction } from '#db/open.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { announceRequest } from './announce-request.ts';
import type { AnyRequest } from './model.ts';

/** What can happen to a request, as the audit trail words it. */
export type RequestDeed = 'created' | 'approved' | 'rejected' | 'withdrawn' | 'expired' | 'forwarded';

/**
 * Writes the one audit row of a request's event: `request.approved`, or `change-request.approved` for a change.
 * Both the customer and the vendor see it, and the vendor's machines hear what the request has come to.
 */
export async function recordRequestEvent(
  tx: Transaction,
  context: Context,
  event: {
    readonly request: AnyRequest;
    readonly did: RequestDeed;
    readonly onBehalfOf?: string;
    readonly before?: unknown;
    readonly after?: unknown;
  },
): Promise<void> {
  const { request, did, ...rest } = event;
  const subjectType = request.kind === 'change' ? 'change-request' : 'request';
  await recordAudit(tx, context, {
    action: `${subjectType}.${did}`,
    subjectType,
    subjectId: request.id,
    partyOrgNo: request.partyOrgNo,
    vendorOrgNo: request.vendorOrgNo,
    ...rest,
  });
  if (did !== 'created' && did !== 'forwarded') await announceRequest(tx, { request, did, at: context.now });
}
