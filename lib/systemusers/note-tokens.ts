import { inArray } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';

/** Stamps system users with when a token was last issued for them. No change in the stream's sense: no new sequence number. */
export async function noteTokens(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  const { systemUsers } = tx.tables;
  await tx
    .update(systemUsers)
    .set({ lastTokenAt: at })
    .where(inArray(systemUsers.id, [...ids].sort()));
}
