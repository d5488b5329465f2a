import type { Transaction } from '#db/open.ts';
import { requestProblem } from '../problems.ts';
import { hasBlock, type Pair } from './store.ts';

/**
 * Refuses a new request to an organisation that takes no more from this vendor (C18).
 * @throws ProblemError REQ-00007
 */
export async function assertNotBlocked(tx: Transaction, pair: Pair): Promise<void> {
  if (await hasBlock(tx, pair)) throw requestProblem('REQ-00007');
}
