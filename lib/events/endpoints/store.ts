import { and, asc, eq } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import type { EventType } from '../model.ts';
import type { Endpoint, EndpointChoices } from './model.ts';

type Row = Db['tables']['webhookEndpoints']['$inferSelect'];

/** Adds an address that nothing has been sent to. */
export async function insertEndpoint(
  tx: Transaction,
  endpoint: EndpointChoices & { readonly id: string; readonly vendorOrgNo: string; readonly secretSealed: string },
  at: Date,
): Promise<Endpoint> {
  const [row] = await tx
    .insert(tx.tables.webhookEndpoints)
    .values({
      ...endpoint,
      eventTypes: [...endpoint.eventTypes],
      systemIds: [...endpoint.systemIds],
      active: true,
      failures: 0,
      createdAt: at,
      updatedAt: at,
    })
    .returning();
  if (!row) throw new Error('The address was not stored.');
  return toEndpoint(row);
}

/** A vendor's addresses, oldest first. */
export async function selectEndpoints(db: Db, vendorOrgNo: string): Promise<readonly Endpoint[]> {
  const { webhookEndpoints } = db.tables;
  const rows = await db
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.vendorOrgNo, vendorOrgNo))
    .orderBy(asc(webhookEndpoints.createdAt), asc(webhookEndpoints.id));
  return rows.map(toEndpoint);
}

/** How many addresses the vendor has. Whoever asks next, for whatever vendor, waits until the transaction has ended. */
export async function countEndpoints(tx: Transaction, vendorOrgNo: string): Promise<number> {
  const { webhookEndpoints } = tx.tables;
  await nextSequence(tx, 'webhook-endpoints');
  return tx.$count(webhookEndpoints, eq(webhookEndpoints.vendorOrgNo, vendorOrgNo));
}

/** One of the vendor's addresses. */
export async function selectEndpoint(db: Db, vendorOrgNo: string, id: string): Promise<Endpoint | undefined> {
  const { webhookEndpoints } = db.tables;
  const [row] = await db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.vendorOrgNo, vendorOrgNo)));
  return row && toEndpoint(row);
}

/** Writes what the vendor chooses; an address that is used again begins without failures. */
export async function writeEndpoint(
  tx: Transaction,
  id: string,
  choices: EndpointChoices & { readonly active: boolean },
  at: Date,
): Promise<void> {
  const { webhookEndpoints } = tx.tables;
  const { url, active } = choices;
  const lists = { eventTypes: [...choices.eventTypes], systemIds: [...choices.systemIds] };
  await tx
    .update(webhookEndpoints)
    .set({ url, active, ...lists, failures: 0, restsUntil: null, updatedAt: at })
    .where(eq(webhookEndpoints.id, id));
}

/** Lets a new secret sign, and the one before for a while along with it. */
export async function replaceSecret(
  tx: Transaction,
  id: string,
  secret: { readonly sealed: string; readonly previousUntil: Date; readonly at: Date },
): Promise<void> {
  const { webhookEndpoints } = tx.tables;
  await tx
    .update(webhookEndpoints)
    .set({
      previousSealed: webhookEndpoints.secretSealed,
      previousUntil: secret.previousUntil,
      secretSealed: secret.sealed,
      updatedAt: secret.at,
    })
    .where(eq(webhookEndpoints.id, id));
}

/** Removes an address with all that waits for it. */
export async function deleteEndpoint(tx: Transaction, id: string): Promise<boolean> {
  const { webhookEndpoints, webhookDeliveries } = tx.tables;
  // In the order in which an attempt is noted, so that the two never wait for each other.
  await tx.delete(webhookDeliveries).where(eq(webhookDeliveries.endpointId, id));
  const removed = await tx
    .delete(webhookEndpoints)
    .where(eq(webhookEndpoints.id, id))
    .returning({ id: webhookEndpoints.id });
  return removed.length > 0;
}

function toEndpoint(row: Row): Endpoint {
  const { id, vendorOrgNo, url, systemIds, active, failures, createdAt, updatedAt } = row;
  const eventTypes = row.eventTypes as readonly EventType[];
  const restsUntil = row.restsUntil ?? undefined;
  return { id, vendorOrgNo, url, eventTypes, systemIds, active, failures, restsUntil, createdAt, updatedAt };
}
