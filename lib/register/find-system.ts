import { and, eq, inArray } from 'drizzle-orm';
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

/** Finds several systems by internal id, deleted ones too; unknown ones are missing from the map. */
export async function findSystems(
  db: Db,
  internalIds: readonly string[],
): Promise<ReadonlyMap<string, RegisteredSystem>> {
  if (internalIds.length === 0) return new Map();
  const found = await selectSystems(db, inArray(db.tables.systems.internalId, [...new Set(internalIds)]));
  return new Map(found.map((system) => [system.internalId, system]));
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

/** Finds which of some system ids are a vendor's own, and not deleted. */
export async function findSystemIdsOf(
  db: Db,
  vendorOrgNo: string,
  systemIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (systemIds.length === 0) return new Set();
  const { systems } = db.tables;
  const rows = await db
    .select({ systemId: systems.systemId })
    .from(systems)
    .where(
      and(
        eq(systems.vendorOrgNo, vendorOrgNo),
        eq(systems.isDeleted, false),
        inArray(systems.systemId, [...systemIds]),
      ),
    );
  return new Set(rows.map(({ systemId }) => systemId));
}

/** Lists what a vendor's own systems ask for, without the rest of them. */
export async function findSystemContents(
  db: Db,
  vendorOrgNo: string,
): Promise<readonly Pick<RegisteredSystem, 'internalId' | 'rights' | 'accessPackages'>[]> {
  const { systems } = db.tables;
  return db
    .select({ internalId: systems.internalId, rights: systems.rights, accessPackages: systems.accessPackages })
    .from(systems)
    .where(and(eq(systems.vendorOrgNo, vendorOrgNo), eq(systems.isDeleted, false)));
}

/** Lists what every end user may choose from: systems that are visible, not deleted and not suspended, by id. */
export async function listVisibleSystems(db: Db): Promise<readonly RegisteredSystem[]> {
  const { systems } = db.tables;
  return selectSystems(
    db,
    and(eq(systems.isVisible, true), eq(systems.isDeleted, false), eq(systems.isSuspended, false)),
  );
}
