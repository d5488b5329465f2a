import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import type { DelegatedRight } from './model.ts';
import { SEQUENCE } from './store.ts';

/**
 * Gives the system user these actions on these resources; what it has on a resource already is kept and added to.
 * @throws ProblemError AUTH-00015 when it has ended.
 */
export async function grantRights(
  tx: Transaction,
  systemUserId: string,
  rights: readonly DelegatedRight[],
  at: Date,
): Promise<void> {
  if (rights.length === 0) return;
  await touchSystemUser(tx, systemUserId, at);
  const { systemUserRights } = tx.tables;
  for (const { resourceId, actions } of rights) {
    const same = and(eq(systemUserRights.systemUserId, systemUserId), eq(systemUserRights.resourceId, resourceId));
    const [held] = await tx.select().from(systemUserRights).where(same);
    if (!held) {
      await tx
        .insert(systemUserRights)
        .values({ systemUserId, resourceId, actions: [...new Set(actions)], grantedAt: at });
    } else {
      await tx
        .update(systemUserRights)
        .set({ actions: [...new Set([...held.actions, ...actions])] })
        .where(same);
    }
  }
}

/** Gives the system user these access packages; one it has already is left alone. @throws ProblemError AUTH-00015 */
export async function grantPackages(
  tx: Transaction,
  systemUserId: string,
  packageUrns: readonly string[],
  at: Date,
): Promise<void> {
  if (packageUrns.length === 0) return;
  await touchSystemUser(tx, systemUserId, at);
  await tx
    .insert(tx.tables.systemUserPackages)
    .values(packageUrns.map((packageUrn) => ({ systemUserId, packageUrn, grantedAt: at })))
    .onConflictDoNothing();
}

/** Takes every action on these resources away. @throws ProblemError AUTH-00015 */
export async function revokeRights(
  tx: Transaction,
  systemUserId: string,
  resourceIds: readonly string[],
  at: Date,
): Promise<void> {
  if (resourceIds.length === 0) return;
  await touchSystemUser(tx, systemUserId, at);
  const { systemUserRights } = tx.tables;
  await tx
    .delete(systemUserRights)
    .where(
      and(eq(systemUserRights.systemUserId, systemUserId), inArray(systemUserRights.resourceId, [...resourceIds])),
    );
}

/** Takes these access packages away. @throws ProblemError AUTH-00015 */
export async function revokePackages(
  tx: Transaction,
  systemUserId: string,
  packageUrns: readonly string[],
  at: Date,
): Promise<void> {
  if (packageUrns.length === 0) return;
  await touchSystemUser(tx, systemUserId, at);
  const { systemUserPackages } = tx.tables;
  await tx
    .delete(systemUserPackages)
    .where(
      and(eq(systemUserPackages.systemUserId, systemUserId), inArray(systemUserPackages.packageUrn, [...packageUrns])),
    );
}

/** A change moves a live system user to the end of the stream; its row stays locked, so that changes follow one another. */
async function touchSystemUser(tx: Transaction, id: string, at: Date): Promise<void> {
  const { systemUsers } = tx.tables;
  const sequenceNo = await nextSequence(tx, SEQUENCE);
  const touched = await tx
    .update(systemUsers)
    .set({ sequenceNo, updatedAt: at })
    .where(and(eq(systemUsers.id, id), eq(systemUsers.isDeleted, false)))
    .returning({ id: systemUsers.id });
  if (touched.length === 0) throw authProblem('AUTH-00015');
}
