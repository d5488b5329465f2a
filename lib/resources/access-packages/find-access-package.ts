import { eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { AccessPackage } from './model.ts';
import { selectPackages, toAccessPackage } from './store.ts';

/** Finds a package by its exact URN or by its id. */
export async function findAccessPackage(
  db: Db,
  key: string | { readonly id: string },
): Promise<AccessPackage | undefined> {
  const { accessPackages } = db.tables;
  const [row] = await selectPackages(db).where(
    typeof key === 'string' ? eq(accessPackages.urn, key) : eq(accessPackages.id, key.id),
  );
  return row && toAccessPackage(row);
}

/** Finds several packages by their exact URNs; unknown ones are missing from the map. */
export async function findAccessPackages(db: Db, urns: readonly string[]): Promise<ReadonlyMap<string, AccessPackage>> {
  if (urns.length === 0) return new Map();
  const rows = await selectPackages(db).where(inArray(db.tables.accessPackages.urn, [...new Set(urns)]));
  return new Map(rows.map(toAccessPackage).map((found) => [found.urn, found]));
}
