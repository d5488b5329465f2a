import { asc } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { listAccessPackages } from './access-packages/list-access-packages.ts';
import type { AccessPackage } from './access-packages/model.ts';

/** A package with the roles that bring access by it. */
export type CataloguePackage = { readonly accessPackage: AccessPackage; readonly roles: readonly string[] };

/** Lists the catalogue with the roles that hold each package; open to everybody. */
export async function listCatalogue({ db }: { readonly db: Db }): Promise<readonly CataloguePackage[]> {
  const { rolePackages } = db.tables;
  const rows = await db.select().from(rolePackages).orderBy(asc(rolePackages.role));
  const roles = Map.groupBy(
    rows.filter(({ hasAccess }) => hasAccess),
    ({ packageUrn }) => packageUrn,
  );
  return (await listAccessPackages(db)).map((accessPackage) => ({
    accessPackage,
    roles: (roles.get(accessPackage.urn) ?? []).map(({ role }) => role),
  }));
}
