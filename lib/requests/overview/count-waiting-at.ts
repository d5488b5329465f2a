import { and, inArray } from 'drizzle-orm';
import type { Context } from '../../context/context.ts';
import { isInState } from './in-state.ts';
import { countByParty } from './store.ts';

/** Counts what waits for an answer at each of some organisations; one where nothing waits is left out. Trusts its caller. */
export function countWaitingAt(
  context: Pick<Context, 'db' | 'now'>,
  orgNos: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const among = [...new Set(orgNos)];
  return countByParty(context.db, (table) =>
    and(isInState(context, table, 'waiting'), inArray(table.partyOrgNo, among)),
  );
}
