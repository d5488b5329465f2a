import { createHash } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { machineNow } from '../../context/clock.ts';
import { HOUR_MS } from '../../kernel/durations.ts';
import { inSpan } from '../../kernel/trace.ts';
import type { Assertion } from '../assertion/assertion.ts';
import { CLOCK_SKEW_SECONDS } from '../model.ts';
import { refusal } from '../problems.ts';
import { isOurFault } from './record-refusal.ts';
import {
  deleteUsedGrant,
  hasUsedGrant,
  insertUsedGrants,
  purgeUsedGrants,
  raiseEpoch,
  readBounds,
  type UsedGrant,
} from './used-grants-store.ts';

/** Rows of one commit at most; what comes later rides with the next. */
const BATCH_SIZE = 64;
const PURGE_INTERVAL_MS = 15_000;
/** How far the clock of a sandbox can always be set back. */
const KEPT_IN_SANDBOX_MS = HOUR_MS;

type Waiting = {
  readonly grant: UsedGrant;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
};
/** What one process has waiting for one database. */
type Queue = { waiting: Waiting[]; isRunning: boolean; purgedAt: number };

const queues = new WeakMap<Db, Queue>();

/**
 * Uses a grant up: the first caller passes, whoever comes later with the same grant is refused, in every process and
 * after any restart. Returns only after the row is committed.
 * @throws OAuthError MP-012.
 * @see RFC 7523 §3 (7)
 */
export async function spendGrant(db: Db, clientId: string, assertion: Assertion, now: Date): Promise<void> {
  const isNew = await inSpan('use up the grant', () => enqueue(db, toUsedGrant(clientId, assertion), now));
  if (!isNew) throw refusal('MP-012');
}

/**
 * Uses a grant up, then does the work. When the work fails through no fault of the client's, the grant is given back, so
 * that an honest retry can succeed.
 * @throws OAuthError MP-012, and what the work throws.
 */
export async function afterSpending<T>(
  db: Db,
  { clientId, assertion, now }: { readonly clientId: string; readonly assertion: Assertion; readonly now: Date },
  work: () => Promise<T>,
): Promise<T> {
  await spendGrant(db, clientId, assertion, now);
  try {
    return await work();
  } catch (error) {
    if (isOurFault(error)) await releaseGrant(db, clientId, assertion).catch(() => {});
    throw error;
  }
}

/** Whether a grant has been used up; using nothing up by asking. */
export async function isSpent(db: Db, clientId: string, assertion: Assertion): Promise<boolean> {
  return hasUsedGrant(db, toUsedGrant(clientId, assertion));
}

/** Gives a grant back after a fault of ours, so that an honest retry can succeed. */
export async function releaseGrant(db: Db, clientId: string, assertion: Assertion): Promise<void> {
  await deleteUsedGrant(db, toUsedGrant(clientId, assertion));
}

/**
 * Up to when grants may have been used without a trace that is left. They are refused, so nothing works at an earlier
 * time; `undefined` when every trace is there.
 */
export async function traceLostUntil(db: Db): Promise<Date | undefined> {
  const { horizon, epoch } = await readBounds(db);
  const seconds = Math.max(horizon, epoch);
  return seconds === 0 ? undefined : new Date(seconds * 1000);
}

/**
 * Refuses every grant issued up to the instant, used or not: for when rows of the replay guard may be gone, after a loss of
 * power or when a backup has been restored.
 */
export async function refuseEarlierGrants(tx: Db, instant: Date): Promise<void> {
  await raiseEpoch(tx, instant);
}

/** Without `jti` the signed bytes themselves are the name; a text that PostgreSQL cannot store is hashed likewise. */
function toUsedGrant(clientId: string, { claims, signingInput }: Assertion): UsedGrant {
  const { jti } = claims;
  const name = jti === undefined || jti.includes('\0') ? `sha256:${sha256(jti ?? signingInput)}` : jti;
  return { clientId, jti: name, issuedAt: claims.issuedAt, expiresAt: claims.expiresAt + CLOCK_SKEW_SECONDS };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** @returns whether the grant was new, once its row is committed. */
function enqueue(db: Db, grant: UsedGrant, now: Date): Promise<boolean> {
  let queue = queues.get(db);
  if (!queue) {
    queue = { waiting: [], isRunning: false, purgedAt: 0 };
    queues.set(db, queue);
  }
  const { waiting } = queue;
  const outcome = new Promise<boolean>((resolve, reject) => waiting.push({ grant, resolve, reject }));
  if (!queue.isRunning) {
    queue.isRunning = true;
    const started = queue;
    // Everything that arrives before the event loop comes round shares one commit.
    setImmediate(() => drain(db, started, now));
  }
  return outcome;
}

/** Commits what waits, batch after batch. A failed batch fails its callers only. */
async function drain(db: Db, queue: Queue, now: Date): Promise<void> {
  while (queue.waiting.length > 0) {
    const batch = queue.waiting.splice(0, BATCH_SIZE);
    try {
      const inserted = new Set(await insertUsedGrants(db, unique(batch)));
      // The first of several alike is the one that was new.
      for (const { grant, resolve } of batch) resolve(inserted.delete(nameOf(grant)));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
  queue.isRunning = false;
  await purgeNowAndThen(db, queue, now);
}

function unique(batch: readonly Waiting[]): UsedGrant[] {
  return [...new Map(batch.map(({ grant }) => [nameOf(grant), grant])).values()];
}

/** Also the form in which the store names the grants that were new. */
function nameOf({ clientId, jti }: UsedGrant): string {
  return `${clientId}\n${jti}`;
}

async function purgeNowAndThen(db: Db, queue: Queue, now: Date): Promise<void> {
  if (performance.now() - queue.purgedAt < PURGE_INTERVAL_MS && queue.purgedAt > 0) return;
  queue.purgedAt = performance.now();
  // A purge that fails is made good by the next.
  await purgeUsedGrants(db, Math.floor(purgeableBefore(now).getTime() / 1000)).catch(() => {});
}

/**
 * In a sandbox time is moved both ways, and a grant that was used must stay used at every time that can be moved to: what
 * both clocks have passed is kept for a while more.
 */
function purgeableBefore(now: Date): Date {
  if (env().PORTAL_ENVIRONMENT !== 'sandbox') return now;
  return new Date(Math.min(now.getTime(), machineNow().getTime()) - KEPT_IN_SANDBOX_MS);
}
