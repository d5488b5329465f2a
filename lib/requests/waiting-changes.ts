import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { type ChangeRequest, isTimedOut } from './model.ts';
import { selectChangeRequests } from './store.ts';

/** How many waiting changes of some system users are looked at. */
const WAITING_MAX = 10_000;

/** Lists the changes of some system users that a customer can still answer, newest first. */
export async function waitingChangesOf(
  db: Db,
  systemUserIds: readonly string[],
  now: Date,
): Promise<readonly ChangeRequest[]> {
  const waiting = await selectChangeRequests(db, {
    systemUserIds,
    status: 'New',
    newestFirst: true,
    limit: WAITING_MAX,
  });
  return waiting.filter((request) => !isTimedOut(request, now, env().REQUEST_EXPIRY_DAYS));
}
