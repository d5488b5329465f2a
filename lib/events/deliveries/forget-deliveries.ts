import type { Db } from '#db/open.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { deleteSettled } from './store.ts';

/** How long the log of a delivery that has ended is kept. The events themselves stay: each says that it was told. */
const KEPT_MS = 90 * DAY_MS;

/** Forgets deliveries that ended long ago, with their attempts. */
export async function forgetDeliveries(db: Db, now: Date): Promise<void> {
  await db.transaction((tx) => deleteSettled(tx, new Date(now.getTime() - KEPT_MS)));
}
