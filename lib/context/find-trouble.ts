import { isFull, isUnavailable } from '#db/failures.ts';
import { database } from './database.ts';

/** Why the process cannot serve writes right now, for `/health/ready`; `undefined` when it can. */
export async function findTrouble(): Promise<'disk-full' | 'database-unavailable' | 'database-broken' | undefined> {
  try {
    await database().ping();
    return undefined;
  } catch (error) {
    if (isFull(error)) return 'disk-full';
    return isUnavailable(error) ? 'database-unavailable' : 'database-broken';
  }
}
