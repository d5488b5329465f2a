import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { announceSystemUser } from '../systemusers/announce-system-user.ts';
import { delegationsOf } from '../systemusers/delegations.ts';
import { endSystemUser } from '../systemusers/end-system-user.ts';
import { lockSystemUser } from '../systemusers/find-system-user.ts';
import { assertVendor } from './assert-vendor.ts';
import { endRequests } from './end-requests.ts';
import { notifyManagers } from './notices/queue-notices.ts';
import { REQUEST_WRITE } from './scopes.ts';

/**
 * Ends one customer's system user as the vendor of its system, for people of the vendor: everything it was given goes,
 * an agent's clients too, and those who may answer for the customer are told. The customer reads the vendor's name as
 * who ended it, not a person's. One that has ended already stays as it is.
 * @throws BareError 401, 403 · ProblemError agreement-missing · 404 for none and for another vendor's alike.
 */
export async function endForCustomer(
  context: Context,
  { systemUserId, vendorOrgNo }: { readonly systemUserId: string; readonly vendorOrgNo: string },
): Promise<void> {
  await assertVendor(context, REQUEST_WRITE, vendorOrgNo);
  await context.db.transaction(async (tx) => {
    const user = await lockSystemUser(tx, systemUserId);
    if (user?.vendorOrgNo !== vendorOrgNo) throw statusProblem(404);
    if (user.isDeleted) return;

    const held = await delegationsOf(tx, user.id);
    const vendor = await findOrganisation(tx, vendorOrgNo);
    await endRequests(tx, user, context.now);
    await endSystemUser(tx, { id: user.id, at: context.now, byName: vendor?.name ?? vendorOrgNo });
    await recordAudit(
      tx,
      { ...context, db: tx },
      {
        action: 'systemuser.ended',
        subjectType: 'systemuser',
        subjectId: user.id,
        onBehalfOf: vendorOrgNo,
        partyOrgNo: user.partyOrgNo,
        vendorOrgNo,
        before: { systemId: user.systemId, externalRef: user.externalRef, ...held },
      },
    );
    await announceSystemUser(tx, { user, did: 'withdrawn', at: context.now });
    await notifyManagers(tx, { kind: 'ended', request: user, at: context.now });
  });
}
