import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { liveKeyOf, type SystemUser, type Triple } from './model.ts';
import { selectSystemUser } from './store.ts';

/** Finds a system user by id, ended ones too: the caller looks at `isDeleted`. */
export async function findSystemUser(db: Db, id: string): Promise<SystemUser | undefined> {
  return selectSystemUser(db, eq(db.tables.systemUsers.id, id));
}

/** Finds the live system user of a system at a customer under a reference. */
export async function findLiveSystemUser(db: Db, triple: Triple): Promise<SystemUser | undefined> {
  return selectSystemUser(db, eq(db.tables.systemUsers.liveKey, liveKeyOf(triple)));
}
