import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** Counts the organisations that are yet to be asked for a system user. */
export function countWaitingLines(db: Db): Promise<number> {
  const { requestJobLines } = db.tables;
  return db.$count(requestJobLines, eq(requestJobLines.state, 'waiting'));
}
