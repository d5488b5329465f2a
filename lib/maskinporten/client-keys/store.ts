import { and, asc, eq, gt, inArray, lte, ne } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import type { ClientKey, PublicJwk } from './model.ts';

type Row = Db['tables']['clientKeys']['$inferSelect'];

/** The keys of a client, oldest first. */
export function selectKeys(db: Db, clientId: string): Promise<readonly ClientKey[]> {
  return selectKeysOfClients(db, [clientId]);
}

/** The keys of several clients, oldest first. */
export async function selectKeysOfClients(db: Db, clientIds: readonly string[]): Promise<readonly ClientKey[]> {
  if (clientIds.length === 0) return [];
  const { clientKeys } = db.tables;
  const rows = await db
    .select()
    .from(clientKeys)
    .where(inArray(clientKeys.clientId, [...clientIds]))
    .orderBy(asc(clientKeys.createdAt), asc(clientKeys.kid));
  return rows.map(toKey);
}

/** The ids of other clients on which one of the public keys lies too. */
export async function selectOtherHolders(
  db: Db,
  clientId: string,
  thumbprints: readonly string[],
): Promise<readonly string[]> {
  const { clientKeys } = db.tables;
  const rows = await db
    .selectDistinct({ clientId: clientKeys.clientId })
    .from(clientKeys)
    .where(and(inArray(clientKeys.thumbprint, [...thumbprints]), ne(clientKeys.clientId, clientId)));
  return rows.map((row) => row.clientId);
}

/** Keys of active clients that end between the two instants, with the owner of the client. */
export async function selectEnding(db: Db, from: Date, to: Date) {
  const { clientKeys, clients } = db.tables;
  return await db
    .select({
      clientId: clientKeys.clientId,
      kid: clientKeys.kid,
      expiresAt: clientKeys.expiresAt,
      orgNo: clients.orgNo,
    })
    .from(clientKeys)
    .innerJoin(clients, eq(clients.clientId, clientKeys.clientId))
    .where(and(eq(clients.active, true), gt(clientKeys.expiresAt, from), lte(clientKeys.expiresAt, to)));
}

/** Adds a key, or writes over the one of the same client and `kid`. */
export async function saveKey(tx: Transaction, key: ClientKey): Promise<void> {
  const { clientKeys } = tx.tables;
  const row = { ...key, jwk: { ...key.jwk }, lastUsedAt: key.lastUsedAt ?? null };
  await tx
    .insert(clientKeys)
    .values(row)
    .onConflictDoUpdate({ target: [clientKeys.clientId, clientKeys.kid], set: row });
}

/** Removes keys of a client by name. */
export async function removeKeys(tx: Transaction, clientId: string, kids: readonly string[]): Promise<void> {
  if (kids.length === 0) return;
  const { clientKeys } = tx.tables;
  await tx.delete(clientKeys).where(and(eq(clientKeys.clientId, clientId), inArray(clientKeys.kid, [...kids])));
}

function toKey(row: Row): ClientKey {
  return { ...row, jwk: row.jwk as unknown as PublicJwk, lastUsedAt: row.lastUsedAt ?? undefined };
}
