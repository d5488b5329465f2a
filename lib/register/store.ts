import { asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import type { RegisteredSystem, Texts } from './model.ts';

type SystemRow = Db['tables']['systems']['$inferSelect'];

/** Everything about a system that its vendor decides. */
export type StoredDetails = Pick<
  RegisteredSystem,
  'name' | 'description' | 'rights' | 'accessPackages' | 'isVisible' | 'allowedRedirectUrls' | 'redirectResult'
>;

/** Finds one system, deleted or not, with its client ids. */
export async function selectSystem(db: Db, condition: SQL): Promise<RegisteredSystem | undefined> {
  const [row] = await db.select().from(db.tables.systems).where(condition).limit(1);
  if (!row) return undefined;
  const { systemClients } = db.tables;
  const clients = await db
    .select({ clientId: systemClients.clientId })
    .from(systemClients)
    .where(eq(systemClients.systemInternalId, row.internalId))
    .orderBy(asc(systemClients.clientId));
  return toSystem(
    row,
    clients.map((client) => client.clientId),
  );
}

/** Lists systems by id, each with its client ids; two queries whatever the number. */
export async function selectSystems(db: Db, condition: SQL | undefined): Promise<readonly RegisteredSystem[]> {
  const { systems, systemClients } = db.tables;
  const rows = await db.select().from(systems).where(condition).orderBy(asc(systems.systemId));
  const clients = await db
    .select({ clientId: systemClients.clientId, systemInternalId: systemClients.systemInternalId })
    .from(systemClients)
    .innerJoin(systems, eq(systems.internalId, systemClients.systemInternalId))
    .where(condition)
    .orderBy(asc(systemClients.clientId));
  const clientsOf = Map.groupBy(clients, (client) => client.systemInternalId);
  return rows.map((row) =>
    toSystem(
      row,
      (clientsOf.get(row.internalId) ?? []).map((client) => client.clientId),
    ),
  );
}

/** Lists systems with no more than what a search looks at. */
export async function selectSystemNames(db: Db, condition: SQL | undefined) {
  const { systems, parties } = db.tables;
  return db
    .select({
      internalId: systems.internalId,
      systemId: systems.systemId,
      name: systems.name,
      isVisible: systems.isVisible,
      accessPackages: systems.accessPackages,
      vendorName: parties.searchName,
    })
    .from(systems)
    .leftJoin(parties, eq(parties.orgNo, systems.vendorOrgNo))
    .where(condition);
}

/** Finds which of the client ids are on a system already, and on which. */
export async function selectClientUse(
  db: Db,
  clientIds: readonly string[],
): Promise<readonly { readonly clientId: string; readonly systemInternalId: string }[]> {
  if (clientIds.length === 0) return [];
  const { systemClients } = db.tables;
  return db
    .select()
    .from(systemClients)
    .where(inArray(systemClients.clientId, [...clientIds]));
}

/** Finds the organisations of those of the client ids that this Maskinporten knows. */
export async function selectClientOwners(db: Db, clientIds: readonly string[]): Promise<readonly string[]> {
  if (clientIds.length === 0) return [];
  const { clients } = db.tables;
  const rows = await db
    .select({ orgNo: clients.orgNo })
    .from(clients)
    .where(inArray(clients.clientId, [...clientIds]));
  return rows.map((row) => row.orgNo);
}

/** Adds a system's row, stopped if its vendor is; its client ids come apart. */
export async function insertSystem(
  tx: Transaction,
  system: StoredDetails & Pick<RegisteredSystem, 'internalId' | 'systemId' | 'vendorOrgNo'>,
  at: Date,
): Promise<void> {
  await tx.insert(tx.tables.systems).values({
    ...system,
    isDeleted: false,
    isSuspended: await isVendorSuspended(tx, system.vendorOrgNo),
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
}

/** Holds the vendor's agreement until the transaction ends, so that the vendor is not stopped meanwhile. */
async function isVendorSuspended(tx: Transaction, vendorOrgNo: string): Promise<boolean> {
  const { vendorAgreements } = tx.tables;
  const [agreement] = await tx.locked(
    tx
      .select({ status: vendorAgreements.status })
      .from(vendorAgreements)
      .where(eq(vendorAgreements.orgNo, vendorOrgNo)),
  );
  return agreement?.status === 'suspended';
}

/** Reads a system and holds its row until the transaction ends. */
export async function lockSystem(tx: Transaction, internalId: string): Promise<RegisteredSystem | undefined> {
  const { systems } = tx.tables;
  await tx.locked(tx.select({ version: systems.version }).from(systems).where(eq(systems.internalId, internalId)));
  return selectSystem(tx, eq(systems.internalId, internalId));
}

/** Writes a change to a system that the transaction has locked. */
export async function writeSystem(
  tx: Transaction,
  internalId: string,
  change: Partial<StoredDetails & Pick<RegisteredSystem, 'isDeleted' | 'isSuspended'>> &
    Pick<RegisteredSystem, 'version' | 'updatedAt'>,
): Promise<void> {
  const { systems } = tx.tables;
  await tx.update(systems).set(change).where(eq(systems.internalId, internalId));
}

/** Puts exactly these client ids on the system. The primary key throws when another system has one of them. */
export async function replaceClients(
  tx: Transaction,
  systemInternalId: string,
  clientIds: readonly string[],
): Promise<void> {
  const { systemClients } = tx.tables;
  await tx.delete(systemClients).where(eq(systemClients.systemInternalId, systemInternalId));
  if (clientIds.length === 0) return;
  // One order for all, so that two registrations of the same ids cannot wait for each other.
  const rows = [...clientIds].sort().map((clientId) => ({ clientId, systemInternalId }));
  await tx.insert(systemClients).values(rows);
}

function toSystem(row: SystemRow, clientIds: readonly string[]): RegisteredSystem {
  return { ...row, name: toTexts(row.name), description: toTexts(row.description), clientIds };
}

function toTexts(stored: Readonly<Record<string, string>>): Texts {
  return { nb: stored.nb ?? '', nn: stored.nn ?? '', en: stored.en ?? '' };
}
