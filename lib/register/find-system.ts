import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { RegisteredSystem } from './model.ts';
import { selectSystem, selectSystems } from './store.ts';

/** Finds a system by its public or internal id, deleted ones too: the caller looks at `isDeleted` and `isSuspended`. */
export async function findSystem(
  db: Db,
  key: { readonly systemId: string } | { readonly internalId: string },
): Promise<RegisteredSystem | undefined> {
  const { systems } = db.tables;
  return selectSystem(
    db,
    'systemId' in key ? eq(systems.systemId, key.systemId) : eq(systems.internalId, key.internalId),
  );
}

/** Finds the live system that a Maskinporten client speaks for. */
export async function findSystemByClient(db: Db, clientId: string): Promise<RegisteredSystem | undefined> {
  const { systems, systemClients } = db.tables;
  const [use] = await db.select().from(systemClients).where(eq(systemClients.clientId, clientId)).limit(1);
  if (!use) return undefined;
  const system = await selectSystem(db, eq(systems.internalId, use.systemInternalId));
  return system?.isDeleted ? undefined : system;
}

/** Lists a vendor's own systems that are not deleted, visible or not, by id. */
export async function listSystemsOf(db: Db, vendorOrgNo: string): Promise<readonly RegisteredSystem[]> {
  const { systems } = db.tables;
  return selectSystems(db, and(eq(systems.vendorOrgNo, vendorOrgNo), eq(systems.isDeleted, false)));
}

/** Lists what every end user may choose from: systems that are visible, not deleted and not suspended, by id. */
export async function listVisibleSystems(db: Db): Promise<readonly RegisteredSystem[]> {
  const { systems } = db.tables;
  return selectSystems(
    db,
    and(eq(systems.isVisible, true), eq(systems.isDeleted, false), eq(systems.isSuspended, false)),
  );
}
