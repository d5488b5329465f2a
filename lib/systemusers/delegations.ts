import { asc, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Delegations } from './model.ts';

/** Reads what the system user holds now, by resource and package; empty for one that has ended or never was. */
export async function delegationsOf(db: Db, systemUserId: string): Promise<Delegations> {
  return (await delegationsOfAll(db, [systemUserId]))(systemUserId);
}

/** Reads the same of several system users in two queries. @returns what one of them holds */
export async function delegationsOfAll(
  db: Db,
  systemUserIds: readonly string[],
): Promise<(systemUserId: string) => Delegations> {
  if (systemUserIds.length === 0) return () => ({ rights: [], packages: [] });
  const { systemUserRights, systemUserPackages } = db.tables;
  const rights = await db
    .select()
    .from(systemUserRights)
    .where(inArray(systemUserRights.systemUserId, [...systemUserIds]))
    .orderBy(asc(systemUserRights.resourceId));
  const packages = await db
    .select()
    .from(systemUserPackages)
    .where(inArray(systemUserPackages.systemUserId, [...systemUserIds]))
    .orderBy(asc(systemUserPackages.packageUrn));
  const rightsOf = Map.groupBy(rights, (row) => row.systemUserId);
  const packagesOf = Map.groupBy(packages, (row) => row.systemUserId);
  return (id) => ({
    rights: (rightsOf.get(id) ?? []).map(({ resourceId, actions }) => ({ resourceId, actions })),
    packages: (packagesOf.get(id) ?? []).map(({ packageUrn }) => packageUrn),
  });
}
