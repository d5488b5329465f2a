import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import type { OnBehalfOf } from './model.ts';

type Row = Db['tables']['clientOnBehalfOf']['$inferSelect'];

/** Adds an entry. @returns `false` when the client has one of that value, active or not. */
export async function insertOnBehalfOf(tx: Transaction, entry: OnBehalfOf): Promise<boolean> {
  const { clientOnBehalfOf } = tx.tables;
  const inserted = await tx.insert(clientOnBehalfOf).values(toRow(entry)).onConflictDoNothing().returning();
  return inserted.length > 0;
}

/** Writes an entry as it is now. */
export async function saveOnBehalfOf(tx: Transaction, entry: OnBehalfOf): Promise<void> {
  const { clientOnBehalfOf } = tx.tables;
  await tx
    .update(clientOnBehalfOf)
    .set(toRow(entry))
    .where(and(eq(clientOnBehalfOf.clientId, entry.clientId), eq(clientOnBehalfOf.onBehalfOf, entry.onBehalfOf)));
}

/** The entries of several clients, oldest first. */
export async function selectOnBehalfOf(
  db: Db,
  clientIds: readonly string[],
  filter: { readonly onBehalfOf?: string; readonly active?: true } = {},
): Promise<readonly OnBehalfOf[]> {
  if (clientIds.length === 0) return [];
  const { clientOnBehalfOf } = db.tables;
  const rows = await db
    .select()
    .from(clientOnBehalfOf)
    .where(
      and(
        inArray(clientOnBehalfOf.clientId, [...clientIds]),
        filter.onBehalfOf === undefined ? undefined : eq(clientOnBehalfOf.onBehalfOf, filter.onBehalfOf),
        filter.active === undefined ? undefined : eq(clientOnBehalfOf.active, filter.active),
      ),
    )
    .orderBy(asc(clientOnBehalfOf.createdAt), asc(clientOnBehalfOf.onBehalfOf));
  return rows.map(toOnBehalfOf);
}

function toOnBehalfOf(row: Row): OnBehalfOf {
  return {
    ...row,
    description: row.description ?? undefined,
    uri: row.uri ?? undefined,
    logoUri: row.logoUri ?? undefined,
  };
}

function toRow(entry: OnBehalfOf): Row {
  return {
    ...entry,
    description: entry.description ?? null,
    uri: entry.uri ?? null,
    logoUri: entry.logoUri ?? null,
  };
}
