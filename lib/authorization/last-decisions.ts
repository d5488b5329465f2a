import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { rememberPerEra } from '../context/world.ts';

/** How long a stamp may wait before it is written. */
const FLUSH_AFTER_MS = 5000;
/** Stamps waiting above this are written at once. */
const WAITING_MAX = 1000;

/** "Last used" is told to the minute, so that somebody who asks all the time costs one write a minute. */
const PRECISION_MS = 60_000;
/** System users whose last stamp is remembered, before all are forgotten. */
const STAMPED_MAX = 50_000;

type Batch = {
  readonly stamps: Map<string, Date>;
  /** When each was stamped last, in milliseconds. */
  readonly stamped: Map<string, number>;
  timer: NodeJS.Timeout | undefined;
};

const batchOf = rememberPerEra<Db, Batch>(() => ({ stamps: new Map(), stamped: new Map(), timer: undefined }));

/**
 * Notes, to the minute, that the PDP let a system user in. Written in batches behind the answer, so that a decision costs
 * no write; what a crash loses is at most a minute of "last used".
 */
export function stampDecision(db: Db, systemUserId: string, at: Date): void {
  const batch = batchOf(db);
  const since = at.getTime() - (batch.stamped.get(systemUserId) ?? Number.NEGATIVE_INFINITY);
  if (since >= 0 && since < PRECISION_MS) return;
  if (batch.stamped.size >= STAMPED_MAX) batch.stamped.clear();
  batch.stamped.set(systemUserId, at.getTime());
  batch.stamps.set(systemUserId, at);
  if (batch.stamps.size >= WAITING_MAX) flushQuietly(db);
  batch.timer ??= setTimeout(() => flushQuietly(db), FLUSH_AFTER_MS).unref();
}

/**
 * Writes the waiting stamps in one transaction; a later stamp is never overwritten by an earlier one. Those of a write
 * that fails are forgotten, so that the next use writes again.
 */
export async function flushDecisions(db: Db): Promise<void> {
  const batch = batchOf(db);
  clearTimeout(batch.timer);
  batch.timer = undefined;
  const stamps = [...batch.stamps].sort(([a], [b]) => (a < b ? -1 : 1));
  batch.stamps.clear();
  if (stamps.length === 0) return;
  try {
    await db.transaction((tx) => storeStamps(tx, stamps));
  } catch (error) {
    for (const [id, at] of stamps) if (batch.stamped.get(id) === at.getTime()) batch.stamped.delete(id);
    throw error;
  }
}

async function storeStamps(tx: Transaction, stamps: readonly (readonly [id: string, at: Date])[]): Promise<void> {
  const { systemUsers } = tx.tables;
  for (const [id, at] of stamps) {
    const isNewer = or(isNull(systemUsers.lastDecisionAt), lt(systemUsers.lastDecisionAt, at));
    await tx
      .update(systemUsers)
      .set({ lastDecisionAt: at })
      .where(and(eq(systemUsers.id, id), isNewer));
  }
}

/** "Last used" is a courtesy: a database that is away must not take the process with it. */
function flushQuietly(db: Db): void {
  flushDecisions(db).catch(() => undefined);
}
