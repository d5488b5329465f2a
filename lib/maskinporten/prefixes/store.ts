import { and, asc, count, eq } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import type { ScopePrefix } from './model.ts';

/** Adds a prefix. @returns `false` when there already is one of that name, which then stays as it is. */
export async function insertPrefix(tx: Transaction, prefix: ScopePrefix): Promise<boolean> {
  const inserted = await tx.insert(tx.tables.scopePrefixes).values(prefix).onConflictDoNothing().returning();
  return inserted.length > 0;
}

/** Changes who owns a prefix and whether it is in use. */
export async function savePrefix(tx: Transaction, prefix: ScopePrefix): Promise<void> {
  const { scopePrefixes } = tx.tables;
  const { ownerOrgNo, active, updatedAt } = prefix;
  await tx.update(scopePrefixes).set({ ownerOrgNo, active, updatedAt }).where(eq(scopePrefixes.prefix, prefix.prefix));
}

/** The prefix, held until the transaction ends. */
export async function selectPrefixForUpdate(tx: Transaction, prefix: string): Promise<ScopePrefix | undefined> {
  const { scopePrefixes } = tx.tables;
  const [row] = await tx.locked(tx.select().from(scopePrefixes).where(eq(scopePrefixes.prefix, prefix)).limit(1));
  return row;
}

/** Prefixes in alphabetical order, of one owner or of all. */
export function selectPrefixes(
  db: Db,
  filter: { readonly ownerOrgNo?: string | undefined; readonly active?: true | undefined },
  page: { readonly limit: number; readonly offset: number } = { limit: 10_000, offset: 0 },
): Promise<readonly ScopePrefix[]> {
  const { scopePrefixes } = db.tables;
  return db
    .select()
    .from(scopePrefixes)
    .where(
      and(
        filter.ownerOrgNo === undefined ? undefined : eq(scopePrefixes.ownerOrgNo, filter.ownerOrgNo),
        filter.active === undefined ? undefined : eq(scopePrefixes.active, filter.active),
      ),
    )
    .orderBy(asc(scopePrefixes.prefix))
    .limit(page.limit)
    .offset(page.offset);
}

/** How many prefixes there are. */
export async function countPrefixes(db: Db): Promise<number> {
  const [row] = await db.select({ total: count() }).from(db.tables.scopePrefixes);
  return row?.total ?? 0;
}
