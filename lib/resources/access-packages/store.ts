import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { AccessPackage } from './model.ts';

type Row = {
  readonly package: Db['tables']['accessPackages']['$inferSelect'];
  readonly area: Db['tables']['packageAreas']['$inferSelect'];
};

/** Turns a joined row into a package with its area. */
export function toAccessPackage(row: Row): AccessPackage {
  return {
    id: row.package.id,
    urn: row.package.urn,
    name: row.package.name,
    description: row.package.description,
    isDelegable: row.package.isDelegable,
    isAssignable: row.package.isAssignable,
    area: row.area,
  };
}

/** Selects packages with their areas; the caller adds its condition and order. */
export function selectPackages(db: Db) {
  const { accessPackages, packageAreas } = db.tables;
  return db
    .select({ package: accessPackages, area: packageAreas })
    .from(accessPackages)
    .innerJoin(packageAreas, eq(packageAreas.id, accessPackages.areaId));
}
