import { asc } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { AccessPackage } from './model.ts';
import { selectPackages, toAccessPackage } from './store.ts';

/** Lists the whole catalogue by area and URN. */
export async function listAccessPackages(db: Db): Promise<readonly AccessPackage[]> {
  const { accessPackages, packageAreas } = db.tables;
  const rows = await selectPackages(db).orderBy(asc(packageAreas.code), asc(accessPackages.urn));
  return rows.map(toAccessPackage);
}
