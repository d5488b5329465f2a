import type { Db } from '#db/open.ts';
import { rememberPerEra } from '../context/world.ts';

/** Which state of a stored text it is: what was parsed from it counts for this one only. */
export type Stamp = { readonly version: number; readonly updatedAt: Date };

type Entry<Value> = { readonly stamp: Stamp; readonly value: Value };

const ENTRIES_MAX = 1000;

/**
 * Remembers per database what stored texts were parsed into, so that only their stamps are read every time.
 * @returns a function that gives the value of a stamp just read, and loads it with its own stamp when that is unknown
 */
export function remembered<Value>(
  load: (db: Db, identifier: string) => Promise<Entry<Value> | undefined>,
): (db: Db, identifier: string, stamp: Stamp) => Promise<Value | undefined> {
  const cacheOf = rememberPerEra<Db['tables'], Map<string, Entry<Value>>>(() => new Map());
  return async (db, identifier, stamp) => {
    const cache = cacheOf(db.tables);
    const known = cache.get(identifier);
    if (known && isSame(known.stamp, stamp)) return known.value;
    const loaded = await load(db, identifier);
    if (!loaded) return undefined;
    if (cache.size >= ENTRIES_MAX) cache.clear();
    cache.set(identifier, loaded);
    return loaded.value;
  };
}

function isSame(one: Stamp, other: Stamp): boolean {
  return one.version === other.version && one.updatedAt.getTime() === other.updatedAt.getTime();
}
