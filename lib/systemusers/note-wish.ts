import { and, eq, isNull, lte, or } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';
import type { Wish } from './model.ts';

/**
 * Notes what the owner would like to have changed, instead of an older wish.
 * @returns `false`, and nothing changes, when the last wish is younger than `before`
 */
export async function noteWish(tx: Transaction, id: string, wish: Wish, before: Date): Promise<boolean> {
  const { systemUsers } = tx.tables;
  const noted = await tx
    .update(systemUsers)
    .set({ wishText: wish.text, wishedAt: wish.at, wishedByName: wish.byName })
    .where(and(eq(systemUsers.id, id), or(isNull(systemUsers.wishedAt), lte(systemUsers.wishedAt, before))))
    .returning({ id: systemUsers.id });
  return noted.length > 0;
}

/** Forgets the wish, once the vendor has asked for a change. */
export async function dropWish(tx: Transaction, id: string): Promise<void> {
  const { systemUsers } = tx.tables;
  await tx
    .update(systemUsers)
    .set({ wishText: null, wishedAt: null, wishedByName: null })
    .where(eq(systemUsers.id, id));
}
