import type { Db } from '#db/open.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { findSystem } from '../register/find-system.ts';
import { assertVendor } from './assert-vendor.ts';
import { type AnyRequest, isOfKind, type RequestKind, type RequestOf } from './model.ts';
import { REQUEST_READ } from './scopes.ts';
import { type Filter, selectChangeRequests, selectRequest, selectRequests } from './store.ts';

/** A vendor's own key for a request, instead of our id. */
export type RequestReference = {
  readonly kind: RequestKind;
  readonly systemId: string;
  readonly partyOrgNo: string;
  readonly externalRef: string;
  readonly vendorOrgNo?: string | undefined;
};

/**
 * Reads a request as its vendor.
 * @throws BareError 401, 403 · ProblemError AUTH-00010 unknown, withdrawn or of another kind, AUTH-00011 another vendor's.
 * @see altinn-api.md §8.5, §9.4
 */
export async function readVendorRequest<Kind extends RequestKind>(
  context: Context,
  key: { readonly kind: Kind; readonly id: string; readonly vendorOrgNo?: string | undefined },
): Promise<RequestOf<Kind>> {
  const vendorOrgNo = await assertVendor(context, REQUEST_READ, key.vendorOrgNo);
  const request = await selectRequest(context.db, key);
  if (!request || request.isDeleted || !isOfKind(request, key.kind)) throw authProblem('AUTH-00010');
  if (request.vendorOrgNo !== vendorOrgNo) throw authProblem('AUTH-00011');
  return request;
}

/**
 * Reads the newest request under a vendor's own reference. A foreign system answers alike whether anything is there.
 * @throws BareError 401, 403 · ProblemError AUTH-00011 another vendor's system, AUTH-00010 nothing there.
 */
export async function readVendorRequestByReference<Kind extends RequestKind>(
  context: Context,
  reference: RequestReference & { readonly kind: Kind },
): Promise<RequestOf<Kind>> {
  const vendorOrgNo = await assertVendor(context, REQUEST_READ, reference.vendorOrgNo);
  const system = await findSystem(context.db, { systemId: reference.systemId });
  if (!system) throw authProblem('AUTH-00010');
  if (system.vendorOrgNo !== vendorOrgNo) throw authProblem('AUTH-00011');
  const newest = await selectNewest(context.db, reference.kind, {
    systemInternalId: system.internalId,
    partyOrgNo: reference.partyOrgNo,
    externalRef: reference.externalRef,
    newestFirst: true,
    limit: 1,
  });
  if (!newest || !isOfKind(newest, reference.kind)) throw authProblem('AUTH-00010');
  return newest;
}

async function selectNewest(db: Db, kind: RequestKind, filter: Filter): Promise<AnyRequest | undefined> {
  const [newest] =
    kind === 'change' ? await selectChangeRequests(db, filter) : await selectRequests(db, { ...filter, kinds: [kind] });
  return newest;
}
