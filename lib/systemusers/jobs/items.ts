import { and, eq, type SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** Rows of one insert; both engines bound the number of values in a statement. */
const ROWS_PER_INSERT = 200;

/** Where the items of jobs wait. */
type Items = Db['tables']['clientJobItems'] | Db['tables']['changeJobItems'] | Db['tables']['requestJobLines'];

/** What became of an item: done, or refused with the code that says why. */
export type Outcome = { readonly state: 'done' | 'failed'; readonly code?: string };

/** Inserts many rows, so many at a time that the engines take them. */
export async function insertInParts<Row>(rows: readonly Row[], insert: (part: Row[]) => PromiseLike<unknown>) {
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) await insert(rows.slice(at, at + ROWS_PER_INSERT));
}

/** Ticks off one item of a job, if it still waits. @returns whether it did */
export async function settleWaiting(tx: Db, items: Items, isTheItem: SQL | undefined, outcome: Outcome) {
  const moved = await tx
    .update(items)
    .set({ state: outcome.state, code: outcome.code ?? null })
    .where(and(isTheItem, eq(items.state, 'waiting')))
    .returning({ jobId: items.jobId });
  return moved.length > 0;
}
