import type { Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import { env } from '../config/env.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { requestProblem } from './problems.ts';
import { countPending } from './store.ts';

/**
 * Refuses one more request when so many of the vendor's wait at the customer already; expired ones do not count.
 * The setting `PENDING_REQUESTS_MAX` is 0 where there is no limit.
 * @throws ProblemError REQ-00002.
 */
export async function assertPendingBelowCap(
  tx: Transaction,
  now: Date,
  pair: { readonly vendorOrgNo: string; readonly partyOrgNo: string },
): Promise<void> {
  const { PENDING_REQUESTS_MAX, REQUEST_EXPIRY_DAYS } = env();
  if (PENDING_REQUESTS_MAX === 0) return;
  // Requests of every kind are counted together, so those who count take turns.
  await nextSequence(tx, 'pending-requests');
  const createdAfter = new Date(now.getTime() - REQUEST_EXPIRY_DAYS * DAY_MS);
  const pending = await countPending(tx, { ...pair, createdAfter });
  if (pending >= PENDING_REQUESTS_MAX) throw requestProblem('REQ-00002');
}
