import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { rememberPerEra } from '../context/world.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { announceRequest } from './announce-request.ts';
import { lockRequest } from './store.ts';
import { selectUnannounced } from './unannounced-store.ts';

/** How many requests of each kind one round takes. */
const BATCH_SIZE = 100;

/** Requests made earlier have all been told of: what has run out over the years is not looked through every minute. */
const doneIn = rememberPerEra<Db, { createdBefore: Date }>(() => ({ createdBefore: new Date(0) }));

/**
 * Tells vendors of requests whose deadline has passed without an answer, once each. Their rows stay as they are: nobody
 * can answer them any more.
 * @returns how many were told of
 */
export async function announceExpired(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - env().REQUEST_EXPIRY_DAYS * DAY_MS);
  const done = doneIn(db);
  const found = await selectUnannounced(db, { from: done.createdBefore, before }, BATCH_SIZE);
  for (const seen of found) {
    await db.transaction(async (tx) => {
      const request = await lockRequest(tx, seen);
      if (request?.status !== 'New' || request.isDeleted) return;
      await announceRequest(tx, { request, did: 'expired', at: now });
    });
  }
  // Also when a sandbox's clock has been set back: what is made from then on is younger.
  if (found.length < BATCH_SIZE) done.createdBefore = before;
  return found.length;
}
