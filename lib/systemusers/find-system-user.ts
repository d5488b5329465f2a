import { eq, inArray } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { liveKeyOf, type SystemUser, type Triple } from './model.ts';
import { selectSystemUser, toSystemUser } from './store.ts';

/** Finds a system user by id, ended ones too: the caller looks at `isDeleted`. */
export async function findSystemUser(db: Db, id: string): Promise<SystemUser | undefined> {
  return selectSystemUser(db, eq(db.tables.systemUsers.id, id));
}

/** Finds a system user like `findSystemUser` and holds it until the transaction ends, so that it does not end meanwhile. */
export async function lockSystemUser(tx: Transaction, id: string): Promise<SystemUser | undefined> {
  const { systemUsers } = tx.tables;
  const [row] = await tx.locked(tx.select().from(systemUsers).where(eq(systemUsers.id, id)));
  return row && toSystemUser(row);
}

/** Finds several system users by id, ended ones too; unknown ones are missing from the map. */
export async function findSystemUsers(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, SystemUser>> {
  if (ids.length === 0) return new Map();
  const { systemUsers } = db.tables;
  const rows = await db
    .select()
    .from(systemUsers)
    .where(inArray(systemUsers.id, [...ids]));
  return new Map(rows.map((row) => [row.id, toSystemUser(row)]));
}

/** Finds the live system user of a system at a customer under a reference. */
export async function findLiveSystemUser(db: Db, triple: Triple): Promise<SystemUser | undefined> {
  return selectSystemUser(db, eq(db.tables.systemUsers.liveKey, liveKeyOf(triple)));
}
