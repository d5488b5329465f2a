import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import type { Organisation } from '../parties/model.ts';
import type { GoverningStamps } from '../resources/find-policy.ts';

/** A system user with all that one decision needs of it, read in one query. */
export type ActingSystemUser = {
  readonly id: string;
  readonly userType: 'standard' | 'agent';
  readonly partyUuid: string;
  readonly partyOrgNo: string;
  readonly isDeleted: boolean;
  readonly suspendedAt: Date | null;
  readonly systemIsDeleted: boolean;
  readonly systemIsSuspended: boolean;
  /** Actions given on the resource asked about; `null` when none were. */
  readonly actions: readonly string[] | null;
  /** URNs of the packages it holds at its owner. */
  readonly packages: readonly string[];
  /** `undefined` when the register does not know the owner any more. */
  readonly owner: Organisation | undefined;
  /** Which state of the resource and its policy counts; `undefined` when there is none. */
  readonly stamps: GoverningStamps | undefined;
};

const actingSystemUser = prepared('authorization_system_user', (db) => {
  const { parties, resourcePolicies, resources, systemUsers, systemUserPackages, systemUserRights, systems } =
    db.tables;
  const resourceId = sql.placeholder('resourceId');
  return db
    .select({
      id: systemUsers.id,
      userType: systemUsers.userType,
      partyUuid: systemUsers.partyUuid,
      partyOrgNo: systemUsers.partyOrgNo,
      isDeleted: systemUsers.isDeleted,
      suspendedAt: systemUsers.suspendedAt,
      systemIsDeleted: systems.isDeleted,
      systemIsSuspended: systems.isSuspended,
      actions: systemUserRights.actions,
      packages: sql<string | null>`(select string_agg(${systemUserPackages.packageUrn}, ' ')
        from ${systemUserPackages} where ${systemUserPackages.systemUserId} = ${systemUsers.id})`.as('packages'),
      ownerKind: parties.kind,
      ownerPartyId: parties.partyId,
      ownerName: parties.name,
      ownerOrgNo: parties.orgNo,
      ownerOrgForm: parties.orgForm,
      ownerParentOrgNo: parties.parentOrgNo,
      ownerOrgCode: parties.orgCode,
      policyVersion: resourcePolicies.version,
      policyUpdatedAt: resourcePolicies.updatedAt,
      resourceVersion: resources.versionId,
      resourceUpdatedAt: resources.updatedAt,
    })
    .from(systemUsers)
    .innerJoin(systems, eq(systems.internalId, systemUsers.systemInternalId))
    .leftJoin(
      systemUserRights,
      and(eq(systemUserRights.systemUserId, systemUsers.id), eq(systemUserRights.resourceId, resourceId)),
    )
    .leftJoin(parties, eq(parties.uuid, systemUsers.partyUuid))
    .leftJoin(resources, and(eq(resources.identifier, resourceId), eq(resources.isDeleted, false)))
    .leftJoin(resourcePolicies, eq(resourcePolicies.identifier, resources.identifier))
    .where(eq(systemUsers.id, sql.placeholder('id')));
});

/** Reads a system user with its owner, its system's state, what it holds, and which policy governs one resource. */
export async function selectActingSystemUser(
  db: Db,
  id: string,
  resourceId: string,
): Promise<ActingSystemUser | undefined> {
  const [row] = await actingSystemUser(db, { id, resourceId });
  return row && { ...row, packages: row.packages?.split(' ') ?? [], owner: ownerOf(row), stamps: stampsOf(row) };
}

type ActingRow = Awaited<ReturnType<typeof actingSystemUser>>[number];

function ownerOf(row: ActingRow): Organisation | undefined {
  if (row.ownerKind !== 'organisation' || row.ownerPartyId === null) return undefined;
  return {
    kind: 'organisation',
    uuid: row.partyUuid,
    partyId: row.ownerPartyId,
    name: row.ownerName ?? '',
    orgNo: row.ownerOrgNo ?? '',
    orgForm: row.ownerOrgForm ?? '',
    parentOrgNo: row.ownerParentOrgNo ?? undefined,
    orgCode: row.ownerOrgCode ?? undefined,
  };
}

function stampsOf(row: ActingRow): GoverningStamps | undefined {
  const { policyVersion: version, policyUpdatedAt: updatedAt, resourceVersion, resourceUpdatedAt } = row;
  if (version === null || updatedAt === null || resourceVersion === null || resourceUpdatedAt === null)
    return undefined;
  return { policy: { version, updatedAt }, resource: { version: resourceVersion, updatedAt: resourceUpdatedAt } };
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
