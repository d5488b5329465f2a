import {
  aliasedTable,
  and,
  asc,
  desc,
  eq,
  inArray,
  isNull,
  lt,
  lte,
  notExists,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import type { VendorEvent } from '../model.ts';
import { toEvent } from '../store.ts';
import type { DeliveryFailure, DeliveryState, LoggedDelivery, Outcome } from './model.ts';

/** A delivery whose turn has come, with where it goes. */
export type DueDelivery = {
  readonly number: number;
  readonly attempts: number;
  readonly endpointId: string;
  readonly url: string;
  readonly secretsSealed: readonly string[];
  readonly event: VendorEvent;
  /** The trace in which the event happened; `undefined` for one that was noted without. */
  readonly traceId: string | undefined;
};

/** The addresses for which something is due. */
export async function selectDueEndpoints(db: Db, at: Date): Promise<readonly string[]> {
  const { webhookDeliveries: deliveries, webhookEndpoints: endpoints } = db.tables;
  const rows = await db
    .selectDistinct({ id: deliveries.endpointId })
    .from(deliveries)
    .innerJoin(endpoints, eq(endpoints.id, deliveries.endpointId))
    .where(isDue(db, at));
  return rows.map(({ id }) => id);
}

/** The oldest delivery that is due for an address, and not behind another one of its order. */
export async function selectDue(db: Db, endpointId: string, at: Date): Promise<DueDelivery | undefined> {
  const { webhookDeliveries: deliveries, webhookEndpoints: endpoints, vendorEvents } = db.tables;
  const earlier = aliasedTable(deliveries, 'earlier');
  const [row] = await db
    .select({ delivery: deliveries, endpoint: endpoints, event: vendorEvents })
    .from(deliveries)
    .innerJoin(endpoints, eq(endpoints.id, deliveries.endpointId))
    .innerJoin(vendorEvents, eq(vendorEvents.id, deliveries.eventId))
    .where(
      and(
        eq(deliveries.endpointId, endpointId),
        isDue(db, at),
        notExists(
          db
            .select({ number: earlier.number })
            .from(earlier)
            .where(
              and(
                eq(earlier.endpointId, deliveries.endpointId),
                eq(earlier.state, 'waiting'),
                eq(earlier.orderKey, deliveries.orderKey),
                lt(earlier.number, deliveries.number),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(deliveries.number))
    .limit(1);
  return row && toDue(row, at);
}

/** Takes a delivery for one attempt; `false` when another process was faster. */
export async function claimDelivery(
  db: Db,
  { number, attempts }: Pick<DueDelivery, 'number' | 'attempts'>,
  { at, until }: { readonly at: Date; readonly until: Date },
): Promise<boolean> {
  const { webhookDeliveries: deliveries } = db.tables;
  const claimed = await db
    .update(deliveries)
    .set({ attempts: attempts + 1, leaseUntil: until })
    .where(
      and(
        eq(deliveries.number, number),
        eq(deliveries.state, 'waiting'),
        eq(deliveries.attempts, attempts),
        or(isNull(deliveries.leaseUntil), lte(deliveries.leaseUntil, at)),
      ),
    )
    .returning({ number: deliveries.number });
  return claimed.length > 0;
}

/** Notes what came of an attempt, unless the lease ended and somebody else has taken over. */
export async function settleDelivery(
  tx: Transaction,
  { number, attempts }: { readonly number: number; readonly attempts: number },
  next: { readonly state: DeliveryState; readonly nextAttemptAt: Date },
): Promise<void> {
  const { webhookDeliveries: deliveries } = tx.tables;
  await tx
    .update(deliveries)
    .set({ ...next, leaseUntil: null })
    .where(and(eq(deliveries.number, number), eq(deliveries.attempts, attempts), eq(deliveries.state, 'waiting')));
}

/** Adds a line to the log of a delivery. */
export async function insertAttempt(tx: Transaction, number: number, at: Date, outcome: Outcome): Promise<void> {
  const { durationMs, statusCode, failure } = outcome;
  await tx.insert(tx.tables.webhookAttempts).values({
    deliveryNumber: number,
    at,
    durationMs,
    statusCode: statusCode ?? null,
    failure: failure ?? null,
  });
}

/** Counts one failure more at an address. @returns how many in a row */
export async function countFailure(tx: Transaction, endpointId: string): Promise<number> {
  const { webhookEndpoints: endpoints } = tx.tables;
  const [row] = await tx
    .update(endpoints)
    .set({ failures: sql`${endpoints.failures} + 1` })
    .where(eq(endpoints.id, endpointId))
    .returning({ failures: endpoints.failures });
  return row?.failures ?? 0;
}

/** Lets an address rest until the instant. */
export async function letRest(tx: Transaction, endpointId: string, until: Date): Promise<void> {
  const { webhookEndpoints: endpoints } = tx.tables;
  await tx.update(endpoints).set({ restsUntil: until }).where(eq(endpoints.id, endpointId));
}

/** Forgets the failures of an address. */
export async function clearFailures(tx: Transaction, endpointId: string): Promise<void> {
  const { webhookEndpoints: endpoints } = tx.tables;
  await tx.update(endpoints).set({ failures: 0, restsUntil: null }).where(eq(endpoints.id, endpointId));
}

/** Puts a delivery back in the queue as if it were new; `false` while an attempt is under way. */
export async function requeueDelivery(tx: Transaction, number: number, at: Date): Promise<boolean> {
  const { webhookDeliveries: deliveries } = tx.tables;
  const requeued = await tx
    .update(deliveries)
    .set({ state: 'waiting', attempts: 0, nextAttemptAt: at, leaseUntil: null })
    .where(and(eq(deliveries.number, number), or(isNull(deliveries.leaseUntil), lte(deliveries.leaseUntil, at))))
    .returning({ number: deliveries.number });
  return requeued.length > 0;
}

/** The log of an address, newest event first; with `number` that delivery only. */
export async function selectLog(
  db: Db,
  endpointId: string,
  { number, limit }: { readonly number?: number; readonly limit: number },
): Promise<readonly LoggedDelivery[]> {
  const { webhookDeliveries: deliveries, webhookAttempts: attempts, vendorEvents } = db.tables;
  const rows = await db
    .select({ delivery: deliveries, event: vendorEvents })
    .from(deliveries)
    .innerJoin(vendorEvents, eq(vendorEvents.id, deliveries.eventId))
    .where(and(eq(deliveries.endpointId, endpointId), number === undefined ? undefined : eq(deliveries.number, number)))
    .orderBy(desc(deliveries.number))
    .limit(limit);
  const numbers = rows.map(({ delivery }) => delivery.number);
  const lines =
    numbers.length === 0
      ? []
      : await db.select().from(attempts).where(inArray(attempts.deliveryNumber, numbers)).orderBy(asc(attempts.id));
  const byDelivery = Map.groupBy(lines, (line) => line.deliveryNumber);
  return rows.map(({ delivery, event }) => ({
    number: delivery.number,
    state: delivery.state,
    nextAttemptAt: delivery.state === 'waiting' ? delivery.nextAttemptAt : undefined,
    event: toEvent(event),
    attempts: (byDelivery.get(delivery.number) ?? []).map(({ at, durationMs, statusCode, failure }) => ({
      at,
      durationMs,
      statusCode: statusCode ?? undefined,
      failure: (failure as DeliveryFailure | null) ?? undefined,
    })),
  }));
}

function isDue(db: Db, at: Date) {
  const { webhookDeliveries: deliveries, webhookEndpoints: endpoints } = db.tables;
  return and(
    eq(deliveries.state, 'waiting'),
    lte(deliveries.nextAttemptAt, at),
    or(isNull(deliveries.leaseUntil), lte(deliveries.leaseUntil, at)),
    eq(endpoints.active, true),
    or(isNull(endpoints.restsUntil), lte(endpoints.restsUntil, at)),
  );
}

function toDue(
  row: {
    readonly delivery: Db['tables']['webhookDeliveries']['$inferSelect'];
    readonly endpoint: Db['tables']['webhookEndpoints']['$inferSelect'];
    readonly event: Db['tables']['vendorEvents']['$inferSelect'];
  },
  at: Date,
): DueDelivery {
  const { delivery, endpoint, event } = row;
  const { secretSealed, previousSealed, previousUntil } = endpoint;
  const isOverlap = previousSealed !== null && previousUntil !== null && previousUntil > at;
  return {
    number: delivery.number,
    attempts: delivery.attempts,
    endpointId: endpoint.id,
    url: endpoint.url,
    secretsSealed: isOverlap ? [secretSealed, previousSealed] : [secretSealed],
    event: toEvent(event),
    traceId: event.traceId ?? undefined,
  };
}

/**
 * Deletes deliveries that have ended, or whose address is gone, and whose last attempt was planned before an instant, with
 * their attempts.
 */
export async function deleteSettled(tx: Transaction, before: Date): Promise<void> {
  const { webhookDeliveries: deliveries, webhookEndpoints, webhookAttempts } = tx.tables;
  const addresses = tx.select({ id: webhookEndpoints.id }).from(webhookEndpoints);
  const hasEnded = or(inArray(deliveries.state, ['delivered', 'failed']), notInArray(deliveries.endpointId, addresses));
  const gone = await tx
    .delete(deliveries)
    .where(and(hasEnded, lt(deliveries.nextAttemptAt, before)))
    .returning({ number: deliveries.number });
  for (const { number } of gone) await tx.delete(webhookAttempts).where(eq(webhookAttempts.deliveryNumber, number));
}
