import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { announceRequest } from './announce-request.ts';
import { lockRequest } from './store.ts';
import { selectUnannounced } from './unannounced-store.ts';

/** How many requests of each kind one round takes. */
const BATCH_SIZE = 100;

/**
 * Tells vendors of requests whose deadline has passed without an answer, once each. Their rows stay as they are: nobody
 * can answer them any more.
 * @returns how many were told of
 */
export async function announceExpired(db: Db, now: Date): Promise<number> {
  const createdBefore = new Date(now.getTime() - env().REQUEST_EXPIRY_DAYS * DAY_MS);
  const found = await selectUnannounced(db, createdBefore, BATCH_SIZE);
  for (const seen of found) {
    await db.transaction(async (tx) => {
      const request = await lockRequest(tx, seen);
      if (request?.status !== 'New' || request.isDeleted) return;
      await announceRequest(tx, { request, did: 'expired', at: now });
    });
  }
  return found.length;
}
