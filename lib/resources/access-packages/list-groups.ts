import { asc } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { PackageArea, PackageGroup } from './model.ts';

/** Lists the groups of the catalogue. */
export async function listGroups({ db }: { readonly db: Db }): Promise<readonly PackageGroup[]> {
  const { packageGroups } = db.tables;
  return db.select().from(packageGroups).orderBy(asc(packageGroups.type), asc(packageGroups.id));
}

/** Lists the areas of the catalogue by code. */
export async function listAreas({ db }: { readonly db: Db }): Promise<readonly PackageArea[]> {
  const { packageAreas } = db.tables;
  return db.select().from(packageAreas).orderBy(asc(packageAreas.code));
}
