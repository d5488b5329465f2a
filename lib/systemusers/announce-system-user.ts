import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/open.ts';
import { recordEvent } from '../events/record-event.ts';
import type { SystemUser } from './model.ts';

/** Where the system user stands after what the customer did. */
const STATUSES = {
  created: 'Accepted',
  changed: 'Accepted',
  changewished: 'Accepted',
  suspended: 'Suspended',
  resumed: 'Accepted',
  withdrawn: 'Deleted',
} as const;

/**
 * Tells the vendor's machines what its customer did with a system user, inside the transaction that does it. `changed`:
 * an agent acts for other clients than before; which ones stays with the customer.
 */
export async function announceSystemUser(
  tx: Transaction,
  happening: {
    readonly user: SystemUser;
    readonly did: keyof typeof STATUSES;
    readonly at: Date;
  },
): Promise<void> {
  const { user, did, at } = happening;
  const { id: systemUserId, vendorOrgNo, systemId, externalRef, partyOrgNo } = user;
  const isOnce = did === 'created' || did === 'withdrawn';
  await recordEvent(tx, {
    type: `no.systembruker.systemuser.${did}`,
    vendorOrgNo,
    systemId,
    subject: systemUserId,
    occurrence: `systemuser.${did}|${isOnce ? systemUserId : randomUUID()}`,
    data: { systemUserId, externalRef, systemId, partyOrgNo, status: STATUSES[did] },
    at,
  });
}
