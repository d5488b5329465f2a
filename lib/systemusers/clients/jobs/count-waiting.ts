import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** Counts the clients that are yet to be connected or let go. */
export function countWaitingClients(db: Db): Promise<number> {
  const { clientJobItems } = db.tables;
  return db.$count(clientJobItems, eq(clientJobItems.state, 'waiting'));
}
