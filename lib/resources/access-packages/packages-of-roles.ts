import { inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** A package that a role brings; `mayDelegate` without `hasAccess` is the main administrator's case. */
export type RolePackage = { readonly urn: string; readonly hasAccess: boolean; readonly mayDelegate: boolean };

/** Lists the access packages that the roles bring with them, by the catalogue of now. */
export async function packagesOfRoles(db: Db, roles: readonly string[]): Promise<readonly RolePackage[]> {
  if (roles.length === 0) return [];
  const { rolePackages } = db.tables;
  const rows = await db
    .select()
    .from(rolePackages)
    .where(inArray(rolePackages.role, [...roles]));
  return rows.map((row) => ({ urn: row.packageUrn, hasAccess: row.hasAccess, mayDelegate: row.mayDelegate }));
}
