import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { ListedParty } from './model.ts';

/** How many values one query lists; PostgreSQL and SQLite both take many more. */
const CHUNK = 500;

/** Reads parties by uuid, organisation number or main unit's number, by name. */
export async function selectParties(
  db: Db,
  by: 'uuid' | 'orgNo' | 'parentOrgNo',
  values: readonly string[],
): Promise<readonly ListedParty[]> {
  const { parties } = db.tables;
  const found: ListedParty[] = [];
  for (let start = 0; start < values.length; start += CHUNK) {
    const rows = await db
      .select()
      .from(parties)
      .where(inArray(parties[by], values.slice(start, start + CHUNK)))
      .orderBy(asc(parties.searchName));
    found.push(...rows.map(toListedParty));
  }
  return found;
}

/** Reads the roles that a party has been given, by whom. */
export async function selectRolesTo(db: Db, toUuid: string) {
  const { partyRoles } = db.tables;
  return db
    .select({ fromUuid: partyRoles.fromUuid, role: partyRoles.role })
    .from(partyRoles)
    .where(eq(partyRoles.toUuid, toUuid));
}

/** Reads the packages that a party has been given directly, by whom. */
export async function selectPackagesTo(db: Db, toUuid: string) {
  const { partyPackages } = db.tables;
  return db
    .select({ fromUuid: partyPackages.fromUuid, urn: partyPackages.packageUrn })
    .from(partyPackages)
    .where(eq(partyPackages.toUuid, toUuid));
}

/** Reads all delegations of clients to an agent. */
export async function selectDelegationsTo(db: Db, systemUserId: string) {
  const { clientDelegations } = db.tables;
  return db.select().from(clientDelegations).where(eq(clientDelegations.systemUserId, systemUserId));
}

/** Lists the ids of live resources whose policies mention any of these subjects (lower-cased URNs). */
export async function selectResourcesBySubject(db: Db, subjectUrns: readonly string[]): Promise<readonly string[]> {
  if (subjectUrns.length === 0) return [];
  const { policySubjects, resources } = db.tables;
  const rows = await db
    .selectDistinct({ identifier: policySubjects.identifier })
    .from(policySubjects)
    .innerJoin(resources, eq(resources.identifier, policySubjects.identifier))
    .where(
      and(
        inArray(policySubjects.subjectUrn, [...subjectUrns]),
        eq(policySubjects.isDeleted, false),
        eq(resources.isDeleted, false),
      ),
    )
    .orderBy(asc(policySubjects.identifier));
  return rows.map(({ identifier }) => identifier);
}

/** Lists the owners' codes of resources. */
export async function selectResourceOwners(db: Db, identifiers: readonly string[]) {
  if (identifiers.length === 0) return [];
  const { resources } = db.tables;
  return db
    .select({ identifier: resources.identifier, ownerOrgCode: resources.ownerOrgCode })
    .from(resources)
    .where(and(inArray(resources.identifier, [...identifiers]), eq(resources.isDeleted, false)));
}

function toListedParty(row: Db['tables']['parties']['$inferSelect']): ListedParty {
  return {
    uuid: row.uuid,
    partyId: row.partyId,
    kind: row.kind,
    name: row.name,
    orgNo: row.orgNo ?? undefined,
    orgForm: row.orgForm ?? undefined,
    parentOrgNo: row.parentOrgNo ?? undefined,
  };
}
