import type { Db } from '#db/open.ts';
import { selectKnown } from './store.ts';

const BATCH_SIZE = 500;

/** Which of the occurrences vendors have been told of. */
export async function selectKnownOccurrences(db: Db, occurrences: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let from = 0; from < occurrences.length; from += BATCH_SIZE) {
    for (const occurrence of await selectKnown(db, occurrences.slice(from, from + BATCH_SIZE))) known.add(occurrence);
  }
  return known;
}
