import { and, asc, desc, eq, gte, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { contains } from '#db/conditions.ts';
import type { Db, Transaction } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import type { JournalCall, ListedCall, Outcome } from './model.ts';

/** What narrows the journal. */
export type CallFilter = {
  readonly client?: string | undefined;
  /** A part of the path. */
  readonly path?: string | undefined;
  readonly status?: number | undefined;
  readonly outcome?: Outcome | undefined;
  readonly trace?: string | undefined;
};

const insertCall = prepared('insert_sandbox_call', (db) => {
  const { sandboxCalls } = db.tables;
  return db
    .insert(sandboxCalls)
    .values({
      at: sql.placeholder('at'),
      method: sql.placeholder('method'),
      path: sql.placeholder('path'),
      status: sql.placeholder('status'),
      code: sql.placeholder('code'),
      description: sql.placeholder('description'),
      clientId: sql.placeholder('clientId'),
      orgNo: sql.placeholder('orgNo'),
      traceId: sql.placeholder('traceId'),
      durationMs: sql.placeholder('durationMs'),
      scenario: sql.placeholder('scenario'),
    })
    .returning({ id: sandboxCalls.id });
});

/** Adds calls to the journal, by one statement however many they are. */
export async function insertCalls(tx: Transaction, calls: readonly JournalCall[]): Promise<void> {
  for (const { status = null, code = null, description = null, clientId = null, orgNo = null, ...call } of calls) {
    const { scenario = null } = call;
    await insertCall(tx, { ...call, status, code, description, clientId, orgNo, scenario });
  }
}

/** Deletes all but the newest calls, and those from before an instant. */
export async function deleteCalls(
  tx: Transaction,
  { keep, before }: { readonly keep: number; readonly before: Date },
): Promise<void> {
  const { sandboxCalls } = tx.tables;
  const [oldest] = await tx
    .select({ id: sandboxCalls.id })
    .from(sandboxCalls)
    .orderBy(desc(sandboxCalls.id))
    .offset(keep - 1)
    .limit(1);
  await tx
    .delete(sandboxCalls)
    .where(or(lt(sandboxCalls.at, before), oldest === undefined ? undefined : lt(sandboxCalls.id, oldest.id)));
}

/** Reads calls before a place, newest first, and counts all that the filter lets through. */
export async function selectCalls(
  db: Db,
  filter: CallFilter,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<{ readonly calls: readonly ListedCall[]; readonly total: number }> {
  const { sandboxCalls } = db.tables;
  const matching = matches(db, filter);
  const rows = await db
    .select()
    .from(sandboxCalls)
    .where(and(matching, before === undefined ? undefined : lt(sandboxCalls.id, before)))
    .orderBy(desc(sandboxCalls.id))
    .limit(limit);
  return { calls: rows.map(toCall), total: await db.$count(sandboxCalls, matching) };
}

/** Finds a call by its place. */
export async function selectCall(db: Db, id: number): Promise<ListedCall | undefined> {
  const { sandboxCalls } = db.tables;
  const [row] = await db.select().from(sandboxCalls).where(eq(sandboxCalls.id, id));
  return row && toCall(row);
}

function matches(db: Db, { client, path, status, outcome, trace }: CallFilter): SQL | undefined {
  const { sandboxCalls: calls } = db.tables;
  return and(
    client === undefined ? undefined : eq(calls.clientId, client),
    path === undefined ? undefined : contains(calls.path, path),
    status === undefined ? undefined : eq(calls.status, status),
    trace === undefined ? undefined : eq(calls.traceId, trace),
    outcome && cameOut(db, outcome),
  );
}

function cameOut(db: Db, outcome: Outcome): SQL | undefined {
  const { status } = db.tables.sandboxCalls;
  switch (outcome) {
    case 'answered':
      return lt(status, 400);
    case 'refused':
      return and(gte(status, 400), lt(status, 500));
    case 'failed':
      return gte(status, 500);
    case 'lost':
      return isNull(status);
  }
}

function toCall(row: Db['tables']['sandboxCalls']['$inferSelect']): ListedCall {
  const { status, code, description, clientId, orgNo, scenario, ...rest } = row;
  return {
    ...rest,
    status: status ?? undefined,
    code: code ?? undefined,
    description: description ?? undefined,
    clientId: clientId ?? undefined,
    orgNo: orgNo ?? undefined,
    scenario: scenario ?? undefined,
  };
}

/** How far from the call what it led to can lie: a job takes its time, and a wait comes before the work. */
const BEFORE_MS = 1_000;
const AFTER_MS = 3_600_000;

/** Reads the events of the audit trail that carry a trace id, oldest first. */
export async function selectAuditOf(db: Db, traceId: string, at: Date) {
  const { auditEvents } = db.tables;
  const around = and(
    gte(auditEvents.at, new Date(at.getTime() - BEFORE_MS)),
    lte(auditEvents.at, new Date(at.getTime() + AFTER_MS)),
  );
  return db
    .select()
    .from(auditEvents)
    .where(and(around, eq(auditEvents.traceId, traceId)))
    .orderBy(asc(auditEvents.id))
    .limit(TIMELINE_MAX);
}

/** Reads the e-mails that a call led to, oldest first. */
export async function selectMailOf(db: Db, traceId: string) {
  const { outbox } = db.tables;
  return db.select().from(outbox).where(eq(outbox.traceId, traceId)).orderBy(asc(outbox.id)).limit(TIMELINE_MAX);
}

/** Reads the events for vendors that a call led to, oldest first, with how many addresses have and have not got each. */
export async function selectEventsOf(db: Db, traceId: string) {
  const { vendorEvents: events, webhookDeliveries: deliveries } = db.tables;
  return db
    .select({
      id: events.id,
      type: events.type,
      at: events.at,
      subject: events.subject,
      addresses: sql<number>`count(${deliveries.number})`.mapWith(Number),
      delivered: sql<number>`count(case when ${deliveries.state} = 'delivered' then 1 end)`.mapWith(Number),
    })
    .from(events)
    .leftJoin(deliveries, eq(deliveries.eventId, events.id))
    .where(eq(events.traceId, traceId))
    .groupBy(events.number)
    .orderBy(asc(events.number))
    .limit(TIMELINE_MAX);
}

const TIMELINE_MAX = 50;
