import { asc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Delegations } from './model.ts';

/** Reads what the system user holds now, by resource and package; empty for one that has ended or never was. */
export async function delegationsOf(db: Db, systemUserId: string): Promise<Delegations> {
  const { systemUserRights, systemUserPackages } = db.tables;
  const rights = await db
    .select({ resourceId: systemUserRights.resourceId, actions: systemUserRights.actions })
    .from(systemUserRights)
    .where(eq(systemUserRights.systemUserId, systemUserId))
    .orderBy(asc(systemUserRights.resourceId));
  const packages = await db
    .select({ urn: systemUserPackages.packageUrn })
    .from(systemUserPackages)
    .where(eq(systemUserPackages.systemUserId, systemUserId))
    .orderBy(asc(systemUserPackages.packageUrn));
  return { rights, packages: packages.map((row) => row.urn) };
}
