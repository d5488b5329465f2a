import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import { SEQUENCE } from './store.ts';

/**
 * Ends a system user inside the caller's transaction: everything it held is revoked, whatever its system lists today,
 * the row stays as deleted under a new sequence number, and its triple is free again.
 * @returns `false` when it has ended already or never was
 */
export async function endSystemUser(
  tx: Transaction,
  ending: { readonly id: string; readonly at: Date; readonly byName: string },
): Promise<boolean> {
  const { systemUsers, systemUserRights, systemUserPackages, clientDelegations } = tx.tables;
  const sequenceNo = await nextSequence(tx, SEQUENCE);
  const ended = await tx
    .update(systemUsers)
    .set({
      isDeleted: true,
      liveKey: null,
      sequenceNo,
      deletedByName: ending.byName,
      deletedAt: ending.at,
      suspendedAt: null,
      suspendedByName: null,
      updatedAt: ending.at,
    })
    .where(and(eq(systemUsers.id, ending.id), eq(systemUsers.isDeleted, false)))
    .returning({ id: systemUsers.id });
  if (ended.length === 0) return false;
  await tx.delete(systemUserRights).where(eq(systemUserRights.systemUserId, ending.id));
  await tx.delete(systemUserPackages).where(eq(systemUserPackages.systemUserId, ending.id));
  await tx.delete(clientDelegations).where(eq(clientDelegations.systemUserId, ending.id));
  return true;
}
