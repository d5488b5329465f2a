import { and, desc, eq, inArray, lt, or } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import type { ActivityPlace } from '../audit/list-activity.ts';
import { currentTraceId } from '../kernel/trace.ts';
import type { VendorEvent } from './model.ts';

type Row = Db['tables']['vendorEvents']['$inferSelect'];

/** Adds an event. @returns `false` when its occurrence is known. */
export async function insertEvent(tx: Transaction, event: VendorEvent, occurrence: string): Promise<boolean> {
  const { vendorEvents } = tx.tables;
  const inserted = await tx
    .insert(vendorEvents)
    .values({
      ...event,
      systemId: event.systemId ?? null,
      data: { ...event.data },
      occurrence,
      traceId: currentTraceId(),
    })
    .onConflictDoNothing({ target: vendorEvents.occurrence })
    .returning({ id: vendorEvents.id });
  return inserted.length > 0;
}

/** The ids of the vendor's addresses that want the event; those that pause get it later. */
export async function selectListeners(tx: Transaction, event: VendorEvent): Promise<readonly string[]> {
  const { webhookEndpoints } = tx.tables;
  const rows = await tx.select().from(webhookEndpoints).where(eq(webhookEndpoints.vendorOrgNo, event.vendorOrgNo));
  return rows
    .filter(({ eventTypes, systemIds }) => includes(eventTypes, event.type) && includes(systemIds, event.systemId))
    .map(({ id }) => id);
}

/** Queues an event for addresses, due at once. */
export async function insertDeliveries(
  tx: Transaction,
  event: VendorEvent,
  endpointIds: readonly string[],
): Promise<void> {
  if (endpointIds.length === 0) return;
  const { id: eventId, orderKey, at: nextAttemptAt } = event;
  await tx.insert(tx.tables.webhookDeliveries).values(
    endpointIds.map((endpointId) => ({
      eventId,
      endpointId,
      orderKey,
      state: 'waiting' as const,
      attempts: 0,
      nextAttemptAt,
    })),
  );
}

/** Which of the occurrences have been noted. */
export async function selectKnown(db: Db, occurrences: readonly string[]): Promise<ReadonlySet<string>> {
  if (occurrences.length === 0) return new Set();
  const { vendorEvents } = db.tables;
  const rows = await db
    .select({ occurrence: vendorEvents.occurrence })
    .from(vendorEvents)
    .where(inArray(vendorEvents.occurrence, [...occurrences]));
  return new Set(rows.map(({ occurrence }) => occurrence));
}

/** A vendor's events, newest first. @param before the place where the page before ended */
export async function selectEvents(
  db: Db,
  vendorOrgNo: string,
  { before, limit }: { readonly before: ActivityPlace | undefined; readonly limit: number },
): Promise<readonly { readonly event: VendorEvent; readonly place: ActivityPlace }[]> {
  const { vendorEvents } = db.tables;
  const earlier =
    before &&
    or(lt(vendorEvents.at, before.at), and(eq(vendorEvents.at, before.at), lt(vendorEvents.number, before.id)));
  const rows = await db
    .select()
    .from(vendorEvents)
    .where(and(eq(vendorEvents.vendorOrgNo, vendorOrgNo), earlier))
    .orderBy(desc(vendorEvents.at), desc(vendorEvents.number))
    .limit(limit);
  return rows.map((row) => ({ event: toEvent(row), place: { at: row.at, id: row.number } }));
}

/** An event as its row has it. */
export function toEvent(row: Row): VendorEvent {
  const { id, vendorOrgNo, subject, orderKey, at } = row;
  const type = row.type as VendorEvent['type'];
  return { id, type, vendorOrgNo, systemId: row.systemId ?? undefined, subject, orderKey, data: row.data, at };
}

/** An empty list stands for everything. */
function includes(list: readonly string[], value: string | undefined): boolean {
  return list.length === 0 || (value !== undefined && list.includes(value));
}
