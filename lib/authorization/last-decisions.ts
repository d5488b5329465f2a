import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** How long a stamp may wait before it is written. */
const FLUSH_AFTER_MS = 5000;
/** Stamps waiting above this are written at once. */
const WAITING_MAX = 1000;

type Batch = { readonly stamps: Map<string, Date>; timer: NodeJS.Timeout | undefined };

const batches = new WeakMap<Db, Batch>();

/**
 * Notes that the PDP let a system user in. Written in batches behind the answer, so that a decision costs no write;
 * what a crash loses is at most a few seconds of "last used".
 */
export function stampDecision(db: Db, systemUserId: string, at: Date): void {
  const batch = batches.get(db) ?? { stamps: new Map<string, Date>(), timer: undefined };
  batches.set(db, batch);
  batch.stamps.set(systemUserId, at);
  if (batch.stamps.size >= WAITING_MAX) flushQuietly(db);
  batch.timer ??= setTimeout(() => flushQuietly(db), FLUSH_AFTER_MS).unref();
}

/** Writes the waiting stamps in one transaction; a later stamp is never overwritten by an earlier one. */
export async function flushDecisions(db: Db): Promise<void> {
  const batch = batches.get(db);
  if (!batch) return;
  clearTimeout(batch.timer);
  batch.timer = undefined;
  const stamps = [...batch.stamps].sort(([a], [b]) => (a < b ? -1 : 1));
  batch.stamps.clear();
  if (stamps.length === 0) return;
  const { systemUsers } = db.tables;
  await db.transaction(async (tx) => {
    for (const [id, at] of stamps) {
      const isNewer = or(isNull(systemUsers.lastDecisionAt), lt(systemUsers.lastDecisionAt, at));
      await tx
        .update(systemUsers)
        .set({ lastDecisionAt: at })
        .where(and(eq(systemUsers.id, id), isNewer));
    }
  });
}

/** "Last used" is a courtesy: a database that is away must not take the process with it. */
function flushQuietly(db: Db): void {
  flushDecisions(db).catch(() => undefined);
}
