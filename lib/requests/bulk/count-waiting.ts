import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** Counts the customers that are yet to be asked for a change. */
export function countWaitingCustomers(db: Db): Promise<number> {
  const { changeJobItems } = db.tables;
  return db.$count(changeJobItems, eq(changeJobItems.state, 'waiting'));
}
