import { inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Resource } from './model.ts';
import { newestColumns, toResource } from './store.ts';

/** A resource as it was last described; `isClosed` says that its owner has taken it down since. */
export type NamedResource = Resource & { readonly isClosed: boolean };

/**
 * Finds the last description of several resources at once, for telling what they are called: those that were taken
 * down too. Nothing may be decided by it. Only what never was is missing from the map.
 */
export async function findNamedResources(
  db: Db,
  identifiers: readonly string[],
): Promise<ReadonlyMap<string, NamedResource>> {
  if (identifiers.length === 0) return new Map();
  const { resources } = db.tables;
  const rows = await db
    .select({ ...newestColumns(db), isClosed: resources.isDeleted })
    .from(resources)
    .where(inArray(resources.identifier, [...new Set(identifiers)]));
  const named = rows.map((row) => ({ ...toResource(row), isClosed: row.isClosed }));
  return new Map(named.map((resource) => [resource.identifier, resource]));
}
