import { asc, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';

/** Stamps system users with when a token was last issued for them. No change in the stream's sense: no new sequence number. */
export async function noteTokens(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  const { systemUsers } = tx.tables;
  const used = inArray(systemUsers.id, [...ids]);
  // In the order in which decisions are stamped, so that the two never wait for each other.
  await tx.locked(tx.select({ id: systemUsers.id }).from(systemUsers).where(used).orderBy(asc(systemUsers.id)));
  await tx.update(systemUsers).set({ lastTokenAt: at }).where(used);
}
