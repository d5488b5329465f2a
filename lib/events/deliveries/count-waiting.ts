import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** Counts the events that some address has not taken yet. */
export function countWaitingDeliveries(db: Db): Promise<number> {
  const { webhookDeliveries } = db.tables;
  return db.$count(webhookDeliveries, eq(webhookDeliveries.state, 'waiting'));
}
