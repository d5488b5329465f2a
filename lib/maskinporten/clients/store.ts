import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { type Client, type ClientDetails, DEFAULT_CLIENT_DETAILS } from './model.ts';

type Row = Db['tables']['clients']['$inferSelect'];

/** Adds a client. @returns `false` when the id is taken. */
export async function insertClient(tx: Transaction, client: Client): Promise<boolean> {
  const inserted = await tx.insert(tx.tables.clients).values(toRow(client)).onConflictDoNothing().returning();
  return inserted.length > 0;
}

/** Writes a client as it is now; when it was last used is the token endpoint's to say. */
export async function saveClient(tx: Transaction, client: Client): Promise<void> {
  const { clients } = tx.tables;
  const { lastUsedAt: _, ...row } = toRow(client);
  await tx.update(clients).set(row).where(eq(clients.clientId, client.clientId));
}

/** Notes when the client or its keys changed. @returns the new version. */
export async function bumpVersion(
  tx: Transaction,
  clientId: string,
  changed: { readonly keysUpdatedAt: Date } | { readonly updatedAt: Date },
): Promise<number> {
  const { clients } = tx.tables;
  const [row] = await tx
    .update(clients)
    .set({ version: sql`${clients.version} + 1`, ...changed })
    .where(eq(clients.clientId, clientId))
    .returning({ version: clients.version });
  return row?.version ?? 0;
}

/** The client of that id. */
export async function selectClient(db: Db, clientId: string): Promise<Client | undefined> {
  const { clients } = db.tables;
  const [row] = await db.select().from(clients).where(eq(clients.clientId, clientId)).limit(1);
  return row && toClient(row);
}

/** The client, held until the transaction ends. */
export async function selectClientForUpdate(tx: Transaction, clientId: string): Promise<Client | undefined> {
  const { clients } = tx.tables;
  const [row] = await tx.locked(tx.select().from(clients).where(eq(clients.clientId, clientId)).limit(1));
  return row && toClient(row);
}

/** Clients that an organisation owns or supplies, oldest first. */
export async function selectClientsOf(db: Db, orgNo: string, active: true | undefined): Promise<readonly Client[]> {
  const { clients } = db.tables;
  const rows = await db
    .select()
    .from(clients)
    .where(
      and(
        or(eq(clients.orgNo, orgNo), eq(clients.supplierOrgNo, orgNo)),
        active === undefined ? undefined : eq(clients.active, active),
      ),
    )
    .orderBy(asc(clients.createdAt), asc(clients.clientId));
  return rows.map(toClient);
}

/** The owners of those clients, by client id. */
export async function selectOwners(db: Db, clientIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (clientIds.length === 0) return new Map();
  const { clients } = db.tables;
  const rows = await db
    .select({ clientId: clients.clientId, orgNo: clients.orgNo })
    .from(clients)
    .where(inArray(clients.clientId, [...clientIds]));
  return new Map(rows.map((row) => [row.clientId, row.orgNo]));
}

function toClient(row: Row): Client {
  return {
    ...row,
    supplierOrgNo: row.supplierOrgNo ?? undefined,
    keysUpdatedAt: row.keysUpdatedAt ?? undefined,
    lastUsedAt: row.lastUsedAt ?? undefined,
    details: { ...DEFAULT_CLIENT_DETAILS, ...(row.details as Partial<ClientDetails>) },
  };
}

function toRow(client: Client): Row {
  return {
    ...client,
    supplierOrgNo: client.supplierOrgNo ?? null,
    keysUpdatedAt: client.keysUpdatedAt ?? null,
    lastUsedAt: client.lastUsedAt ?? null,
  };
}
