import type { Context } from '../../context/context.ts';
import { assertVendor } from '../assert-vendor.ts';
import type { ChangeRequest } from '../model.ts';
import { REQUEST_READ } from '../scopes.ts';
import { waitingChangesOf } from '../waiting-changes.ts';

/**
 * Finds what a vendor asked a customer to change last and is not answered yet.
 * @returns `undefined` also for another vendor's system user
 * @throws BareError 401, 403
 */
export async function findWaitingChange(
  context: Context,
  input: { readonly vendorOrgNo: string; readonly systemUserId: string },
): Promise<ChangeRequest | undefined> {
  const vendorOrgNo = await assertVendor(context, REQUEST_READ, input.vendorOrgNo);
  const waiting = await waitingChangesOf(context.db, [input.systemUserId], context.now);
  return waiting.find((request) => request.vendorOrgNo === vendorOrgNo);
}
