import { and, eq, exists, gte, inArray, lt, not, or, type SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import type { Context } from '../../context/context.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import type { RequestTable } from './store.ts';
import type { RequestSummary } from './summarize.ts';

/** Where a request stands, as lists filter by it. */
export type ListedState = RequestSummary['state'];

/** The states of a request that nobody can answer any more. */
export const HANDLED_STATES = [
  'approved',
  'rejected',
  'expired',
  'withdrawn',
  'ended',
] as const satisfies ListedState[];
export type HandledState = (typeof HANDLED_STATES)[number];

/** The condition on rows to stand there: `letterStateOf`, as the database reads it. */
export function isInState({ db, now }: Pick<Context, 'db' | 'now'>, table: RequestTable, state: ListedState): SQL {
  const { status, isDeleted, createdAt } = table;
  const earliest = new Date(now.getTime() - env().REQUEST_EXPIRY_DAYS * DAY_MS);
  const isKept = eq(isDeleted, false);
  const all = (...conditions: readonly (SQL | undefined)[]) => and(...conditions) as SQL;
  switch (state) {
    case 'waiting':
      return all(isKept, eq(status, 'New'), gte(createdAt, earliest));
    case 'expired':
      return all(isKept, or(eq(status, 'Timedout'), and(eq(status, 'New'), lt(createdAt, earliest))));
    case 'rejected':
      return all(isKept, inArray(status, ['Rejected', 'Denied']));
    case 'withdrawn':
      return all(eq(isDeleted, true), inArray(status, ['New', 'Rejected', 'Denied', 'Timedout']));
    case 'approved':
      return all(eq(status, 'Accepted'), not(hasEnded(db, table)));
    case 'ended':
      return all(eq(status, 'Accepted'), hasEnded(db, table));
  }
}

/** Whether the system user that came of a request, or that it changes, has been withdrawn. */
function hasEnded(db: Db, table: RequestTable): SQL {
  const { systemUsers } = db.tables;
  const id = 'systemUserId' in table ? table.systemUserId : table.id;
  return exists(
    db
      .select({ id: systemUsers.id })
      .from(systemUsers)
      .where(and(eq(systemUsers.id, id), eq(systemUsers.isDeleted, true))),
  );
}
