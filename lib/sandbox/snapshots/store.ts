import { asc, eq, getTableColumns, ne } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';

type SnapshotRow = Db['tables']['sandboxSnapshots']['$inferSelect'];

/** Reads what is told of the snapshots, by name. */
export async function selectSnapshots(db: Db): Promise<readonly Omit<SnapshotRow, 'contents'>[]> {
  const { sandboxSnapshots } = db.tables;
  const { contents, ...told } = getTableColumns(sandboxSnapshots);
  return db.select(told).from(sandboxSnapshots).orderBy(asc(sandboxSnapshots.name));
}

/** Finds a snapshot with what it holds. */
export async function findSnapshot(db: Db, name: string): Promise<SnapshotRow | undefined> {
  const { sandboxSnapshots } = db.tables;
  const [row] = await db.select().from(sandboxSnapshots).where(eq(sandboxSnapshots.name, name));
  return row;
}

/** Keeps a snapshot in the place of one of its name. @returns `false` when there are as many others as there may be */
export async function keepSnapshot(tx: Transaction, row: SnapshotRow, max: number): Promise<boolean> {
  const { sandboxSnapshots } = tx.tables;
  await tx.holdTables([sandboxSnapshots]);
  if ((await tx.$count(sandboxSnapshots, ne(sandboxSnapshots.name, row.name))) >= max) return false;
  await tx.insert(sandboxSnapshots).values(row).onConflictDoUpdate({ target: sandboxSnapshots.name, set: row });
  return true;
}

/** Removes a snapshot. @returns `false` when there was none */
export async function removeSnapshot(db: Db, name: string): Promise<boolean> {
  const { sandboxSnapshots } = db.tables;
  const removed = await db
    .delete(sandboxSnapshots)
    .where(eq(sandboxSnapshots.name, name))
    .returning({ name: sandboxSnapshots.name });
  return removed.length > 0;
}
