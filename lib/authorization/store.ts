import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';

/** A system user with all that one decision needs of it, read in one query. */
export type ActingSystemUser = {
  readonly id: string;
  readonly userType: 'standard' | 'agent';
  readonly vendorOrgNo: string;
  readonly partyUuid: string;
  readonly partyOrgNo: string;
  readonly isDeleted: boolean;
  readonly suspendedAt: Date | null;
  readonly systemIsDeleted: boolean;
  readonly systemIsSuspended: boolean;
  /** Actions given on the resource asked about; `null` when none were. */
  readonly actions: readonly string[] | null;
};

const actingSystemUser = prepared('authorization_system_user', (db) => {
  const { systemUsers, systemUserRights, systems } = db.tables;
  return db
    .select({
      id: systemUsers.id,
      userType: systemUsers.userType,
      vendorOrgNo: systemUsers.vendorOrgNo,
      partyUuid: systemUsers.partyUuid,
      partyOrgNo: systemUsers.partyOrgNo,
      isDeleted: systemUsers.isDeleted,
      suspendedAt: systemUsers.suspendedAt,
      systemIsDeleted: systems.isDeleted,
      systemIsSuspended: systems.isSuspended,
      actions: systemUserRights.actions,
    })
    .from(systemUsers)
    .innerJoin(systems, eq(systems.internalId, systemUsers.systemInternalId))
    .leftJoin(
      systemUserRights,
      and(
        eq(systemUserRights.systemUserId, systemUsers.id),
        eq(systemUserRights.resourceId, sql.placeholder('resourceId')),
      ),
    )
    .where(eq(systemUsers.id, sql.placeholder('id')));
});

/** Reads a system user, its system's state and its single right on one resource. */
export async function selectActingSystemUser(
  db: Db,
  id: string,
  resourceId: string,
): Promise<ActingSystemUser | undefined> {
  const [row] = await actingSystemUser(db, { id, resourceId });
  return row;
}

const packagesOfSystemUser = prepared('authorization_packages', (db) => {
  const { systemUserPackages } = db.tables;
  return db
    .select({ urn: systemUserPackages.packageUrn })
    .from(systemUserPackages)
    .where(eq(systemUserPackages.systemUserId, sql.placeholder('id')));
});

/** Lists the URNs of the packages that a system user holds. */
export async function selectPackages(db: Db, systemUserId: string): Promise<readonly string[]> {
  return (await packagesOfSystemUser(db, { id: systemUserId })).map((row) => row.urn);
}

/** Lists the delegations by which an agent may act for any of these clients. */
export async function selectClientDelegations(db: Db, systemUserId: string, clientUuids: readonly string[]) {
  const { clientDelegations } = db.tables;
  return db
    .select()
    .from(clientDelegations)
    .where(
      and(eq(clientDelegations.systemUserId, systemUserId), inArray(clientDelegations.clientUuid, [...clientUuids])),
    );
}

/** Whether the organisation owns anything in the resource registry. */
export async function ownsResource(db: Db, orgNo: string): Promise<boolean> {
  const { resources } = db.tables;
  const [row] = await db
    .select({ identifier: resources.identifier })
    .from(resources)
    .where(and(eq(resources.ownerOrgNo, orgNo), eq(resources.isDeleted, false)))
    .limit(1);
  return row !== undefined;
}

/** The vendor whose system a system user belongs to, live or ended. */
export async function selectVendorOf(db: Db, systemUserId: string): Promise<string | undefined> {
  const { systemUsers } = db.tables;
  const [row] = await db
    .select({ vendorOrgNo: systemUsers.vendorOrgNo })
    .from(systemUsers)
    .where(eq(systemUsers.id, systemUserId));
  return row?.vendorOrgNo;
}

/** The organisation that owns a resource; `undefined` when there is no such resource. */
export async function selectResourceOwner(db: Db, identifier: string): Promise<string | undefined> {
  const { resources } = db.tables;
  const [row] = await db
    .select({ ownerOrgNo: resources.ownerOrgNo })
    .from(resources)
    .where(and(eq(resources.identifier, identifier), eq(resources.isDeleted, false)));
  return row?.ownerOrgNo;
}
