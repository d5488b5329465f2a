import type { Transaction } from '#db/open.ts';
import { recordEvent } from '../events/record-event.ts';
import type { AnyRequest } from './model.ts';

const STATUSES = {
  approved: 'Accepted',
  rejected: 'Rejected',
  expired: 'Timedout',
  withdrawn: 'Deleted',
} as const;

/** What a request can come to. */
export type RequestEnd = keyof typeof STATUSES;

/**
 * Tells the vendor's machines what a request has come to, inside the transaction that moves it; once for each. Events about
 * a system user and the requests about it keep their order. The reason of a rejection is read by the API, for people may
 * be named in it.
 */
export async function announceRequest(
  tx: Transaction,
  { request, did, at }: { readonly request: AnyRequest; readonly did: RequestEnd; readonly at: Date },
): Promise<void> {
  const { id: requestId, vendorOrgNo, systemId, externalRef, partyOrgNo } = request;
  const isChange = request.kind === 'change';
  const systemUserId = isChange ? request.systemUserId : did === 'approved' ? requestId : undefined;
  const state = stateIn(request.redirectUrl);
  await recordEvent(tx, {
    type: `no.systembruker.${isChange ? 'changerequest' : 'request'}.${did}`,
    vendorOrgNo,
    systemId,
    subject: requestId,
    orderKey: isChange ? request.systemUserId : requestId,
    occurrence: occurrenceOf(request, did),
    data: {
      requestId,
      ...(systemUserId === undefined ? {} : { systemUserId }),
      externalRef,
      systemId,
      partyOrgNo,
      status: STATUSES[did],
      ...(state === undefined ? {} : { state }),
    },
    at,
  });
}

/** The name of the one time that a request comes to something. */
function occurrenceOf({ kind, id }: AnyRequest, did: RequestEnd): string {
  return `${kind === 'change' ? 'changerequest' : 'request'}.${did}|${id}`;
}

/** The vendor's own mark on its return address. */
function stateIn(redirectUrl: string | undefined): string | undefined {
  return (redirectUrl && URL.parse(redirectUrl)?.searchParams.get('state')) || undefined;
}
