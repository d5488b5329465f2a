import { and, asc, desc, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import { liveKeyOf, type Triple } from '../systemusers/model.ts';
import {
  type AnyRequest,
  type ChangeRequest,
  nextState,
  type RequestEvent,
  type RequestKind,
  type SystemUserRequest,
  stateOf,
} from './model.ts';

type RequestRow = Db['tables']['systemUserRequests']['$inferSelect'];
type ChangeRow = Db['tables']['changeRequests']['$inferSelect'];

/** What creation does not decide: it starts empty. */
type Later =
  | 'status'
  | 'escalated'
  | 'rejectReason'
  | 'decidedByUuid'
  | 'decidedByName'
  | 'decidedAt'
  | 'idempotencyKey'
  | 'firstOpenedAt'
  | 'isDeleted'
  | 'deletedAt'
  | 'sequenceNo';
/** A request for a system user before anything has happened to it. */
export type NewRequest = Omit<SystemUserRequest, Later>;
/** A change request before anything has happened to it. */
export type NewChangeRequest = Omit<ChangeRequest, Later>;

/** The most rows that a list without pages gives. */
const LIST_MAX = 500;

/** Takes the next place in the order of requests. */
export function takeSequenceNo(tx: Transaction, kind: RequestKind): Promise<number> {
  return nextSequence(tx, kind === 'change' ? 'change-requests' : 'system-user-requests');
}

/** Adds a request as New; the unique index throws when its triple is taken. */
export async function insertRequest(
  tx: Transaction,
  request: NewRequest,
  sequenceNo: number,
): Promise<SystemUserRequest> {
  const started = { status: 'New' as const, escalated: false, isDeleted: false, sequenceNo };
  const [row] = await tx
    .insert(tx.tables.systemUserRequests)
    .values({ ...request, ...started, liveKey: liveKeyOf(request), updatedAt: request.createdAt })
    .returning();
  if (!row) throw new Error('The request was not stored.');
  return toRequest(row);
}

/** Adds a change request as New; the primary key throws when its id is taken. */
export async function insertChangeRequest(
  tx: Transaction,
  request: NewChangeRequest,
  sequenceNo: number,
): Promise<ChangeRequest> {
  const { kind: _kind, ...values } = request;
  const started = { status: 'New' as const, escalated: false, isDeleted: false, sequenceNo };
  const [row] = await tx
    .insert(tx.tables.changeRequests)
    .values({ ...values, ...started, updatedAt: request.createdAt })
    .returning();
  if (!row) throw new Error('The change request was not stored.');
  return toChange(row);
}

/** Which request, of which kind; an id of another kind is no match. */
export type RequestKey = { readonly kind: RequestKind; readonly id: string };

/** Finds a request of a kind, withdrawn ones too. */
export async function selectRequest(db: Db, key: RequestKey): Promise<AnyRequest | undefined> {
  if (key.kind === 'change') {
    const [row] = await queryChange(db, key.id);
    return row && toChange(row);
  }
  const [row] = await queryRequest(db, key.id);
  return row?.kind === key.kind ? toRequest(row) : undefined;
}

/** Finds a request like `selectRequest` and holds its row until the transaction ends. */
export async function lockRequest(tx: Transaction, key: RequestKey): Promise<AnyRequest | undefined> {
  if (key.kind === 'change') {
    const [row] = await tx.locked(queryChange(tx, key.id));
    return row && toChange(row);
  }
  const [row] = await tx.locked(queryRequest(tx, key.id));
  return row?.kind === key.kind ? toRequest(row) : undefined;
}

/** Finds a system user request of either type, withdrawn ones too. */
export async function selectSystemUserRequest(db: Db, id: string): Promise<SystemUserRequest | undefined> {
  const [row] = await queryRequest(db, id);
  return row && toRequest(row);
}

/** Finds a change request, withdrawn ones too. */
export async function selectChangeRequest(db: Db, id: string): Promise<ChangeRequest | undefined> {
  const [row] = await queryChange(db, id);
  return row && toChange(row);
}

function queryRequest(db: Db, id: string) {
  const { systemUserRequests } = db.tables;
  return db.select().from(systemUserRequests).where(eq(systemUserRequests.id, id));
}

function queryChange(db: Db, id: string) {
  const { changeRequests } = db.tables;
  return db.select().from(changeRequests).where(eq(changeRequests.id, id));
}

/** Finds the request that holds a triple now, of either type, and holds its row until the transaction ends. */
export async function lockLiveRequest(tx: Transaction, triple: Triple): Promise<SystemUserRequest | undefined> {
  const { systemUserRequests } = tx.tables;
  const [row] = await tx.locked(
    tx
      .select()
      .from(systemUserRequests)
      .where(eq(systemUserRequests.liveKey, liveKeyOf(triple))),
  );
  return row && toRequest(row);
}

/** What a list of requests may be narrowed by. */
export type Filter = {
  readonly ids?: readonly string[];
  readonly kinds?: readonly ('standard' | 'agent')[];
  readonly systemInternalId?: string;
  readonly vendorOrgNo?: string;
  readonly partyOrgNo?: string;
  readonly externalRef?: string;
  readonly systemUserIds?: readonly string[];
  readonly status?: AnyRequest['status'];
  readonly createdAfter?: Date;
  readonly includeDeleted?: boolean;
  /** Only what comes after this place in the order. */
  readonly afterSequenceNo?: number;
  readonly newestFirst?: boolean;
  readonly limit?: number;
};

/** Lists system user requests, in the order of their creation. */
export async function selectRequests(db: Db, filter: Filter): Promise<readonly SystemUserRequest[]> {
  const { systemUserRequests: table } = db.tables;
  const rows = await db
    .select()
    .from(table)
    .where(and(sharedCondition(table, filter), filter.kinds && inArray(table.kind, [...filter.kinds])))
    .orderBy(filter.newestFirst ? desc(table.sequenceNo) : asc(table.sequenceNo))
    .limit(filter.limit ?? LIST_MAX);
  return rows.map(toRequest);
}

/** Lists change requests, in the order of their creation. */
export async function selectChangeRequests(db: Db, filter: Filter): Promise<readonly ChangeRequest[]> {
  const { changeRequests: table } = db.tables;
  const ofUsers = filter.systemUserIds && inArray(table.systemUserId, [...filter.systemUserIds]);
  const rows = await db
    .select()
    .from(table)
    .where(and(sharedCondition(table, filter), ofUsers))
    .orderBy(filter.newestFirst ? desc(table.sequenceNo) : asc(table.sequenceNo))
    .limit(filter.limit ?? LIST_MAX);
  return rows.map(toChange);
}

/** Counts what waits for an answer between a vendor and a customer, of every kind. */
export async function countPending(
  db: Db,
  pair: { readonly vendorOrgNo: string; readonly partyOrgNo: string; readonly createdAfter: Date },
): Promise<number> {
  const { systemUserRequests, changeRequests } = db.tables;
  const waiting = { ...pair, status: 'New' } as const;
  const asked = await db.$count(systemUserRequests, sharedCondition(systemUserRequests, waiting));
  return asked + (await db.$count(changeRequests, sharedCondition(changeRequests, waiting)));
}

function sharedCondition(
  table: Db['tables']['systemUserRequests'] | Db['tables']['changeRequests'],
  filter: Filter,
): SQL | undefined {
  return and(
    filter.ids && inArray(table.id, [...filter.ids]),
    filter.includeDeleted ? undefined : eq(table.isDeleted, false),
    filter.systemInternalId === undefined ? undefined : eq(table.systemInternalId, filter.systemInternalId),
    filter.vendorOrgNo === undefined ? undefined : eq(table.vendorOrgNo, filter.vendorOrgNo),
    filter.partyOrgNo === undefined ? undefined : eq(table.partyOrgNo, filter.partyOrgNo),
    filter.externalRef === undefined ? undefined : eq(table.externalRef, filter.externalRef),
    filter.status === undefined ? undefined : eq(table.status, filter.status),
    filter.createdAfter === undefined ? undefined : gt(table.createdAt, filter.createdAfter),
    filter.afterSequenceNo === undefined ? undefined : gt(table.sequenceNo, filter.afterSequenceNo),
  );
}

/** What an event writes beside the new state. */
type Outcome = {
  readonly at: Date;
  readonly by?: { readonly uuid: string; readonly name: string };
  readonly rejectReason?: string | undefined;
  readonly idempotencyKey?: string | undefined;
};

/**
 * Moves a request along the state machine, if it is still where it was when it was read.
 * @returns `false` when the machine does not know the step or somebody was faster
 */
export async function moveRequest(
  tx: Transaction,
  request: AnyRequest,
  event: RequestEvent,
  outcome: Outcome,
): Promise<boolean> {
  const next = nextState(stateOf(request), event);
  if (next === undefined || next === 'None') return false;
  const { at, by, rejectReason, idempotencyKey } = outcome;
  const changes = {
    updatedAt: at,
    ...(next === 'Deleted' ? { isDeleted: true, deletedAt: at } : { status: next }),
    ...(by ? { decidedByUuid: by.uuid, decidedByName: by.name, decidedAt: at } : {}),
    ...(rejectReason === undefined ? {} : { rejectReason }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
  if (request.kind === 'change') {
    const { changeRequests: table } = tx.tables;
    const unchanged = and(eq(table.id, request.id), eq(table.status, request.status), eq(table.isDeleted, false));
    return (await tx.update(table).set(changes).where(unchanged).returning({ id: table.id })).length > 0;
  }
  const { systemUserRequests: table } = tx.tables;
  const unchanged = and(eq(table.id, request.id), eq(table.status, request.status), eq(table.isDeleted, false));
  const released = next === 'Deleted' || next === 'Timedout' ? { liveKey: null } : {};
  const moved = await tx
    .update(table)
    .set({ ...changes, ...released })
    .where(unchanged)
    .returning({ id: table.id });
  return moved.length > 0;
}

/** Sets the flag that says that somebody has sent the request on. @returns whether it was not set before */
export async function markEscalated(tx: Transaction, request: AnyRequest, at: Date): Promise<boolean> {
  const table = request.kind === 'change' ? tx.tables.changeRequests : tx.tables.systemUserRequests;
  const rows = await tx
    .update(table)
    .set({ escalated: true, updatedAt: at })
    .where(and(eq(table.id, request.id), eq(table.escalated, false)))
    .returning({ id: table.id });
  return rows.length > 0;
}

/** Stamps the first time somebody of the customer saw the request. */
export async function markOpened(db: Db, request: AnyRequest, at: Date): Promise<void> {
  const table = request.kind === 'change' ? db.tables.changeRequests : db.tables.systemUserRequests;
  await db
    .update(table)
    .set({ firstOpenedAt: at })
    .where(and(eq(table.id, request.id), isNull(table.firstOpenedAt)));
}

function toRequest(row: RequestRow): SystemUserRequest {
  const { liveKey: _liveKey, updatedAt: _updatedAt, ...rest } = row;
  return { ...rest, ...withoutNulls(row) };
}

function toChange(row: ChangeRow): ChangeRequest {
  const { updatedAt: _updatedAt, ...rest } = row;
  return { kind: 'change', ...rest, ...withoutNulls(row) };
}

function withoutNulls(row: RequestRow | ChangeRow) {
  return {
    redirectUrl: row.redirectUrl ?? undefined,
    rejectReason: row.rejectReason ?? undefined,
    decidedByUuid: row.decidedByUuid ?? undefined,
    decidedByName: row.decidedByName ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
    idempotencyKey: row.idempotencyKey ?? undefined,
    firstOpenedAt: row.firstOpenedAt ?? undefined,
    deletedAt: row.deletedAt ?? undefined,
  };
}
