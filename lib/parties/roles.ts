import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { packagesOfRoles } from '../resources/access-packages/packages-of-roles.ts';
import type { Organisation, Person } from './model.ts';
import { toOrganisation, toPerson } from './store.ts';

/** An access package as its holder has it; the main administrator may pass on packages without having access by them. */
export type HeldPackage = { readonly urn: string; readonly hasAccess: boolean; readonly mayDelegate: boolean };

/** Lists the role codes that `from` has given `to`. */
export async function rolesHeld(db: Db, fromUuid: string, toUuid: string): Promise<readonly string[]> {
  const { partyRoles } = db.tables;
  const rows = await db
    .select({ role: partyRoles.role })
    .from(partyRoles)
    .where(and(eq(partyRoles.fromUuid, fromUuid), eq(partyRoles.toUuid, toUuid)));
  return rows.map((row) => row.role);
}

/** Lists the access packages of `from` that `to` holds: given directly, or brought by roles. */
export async function packagesHeld(db: Db, fromUuid: string, toUuid: string): Promise<readonly HeldPackage[]> {
  const { partyPackages } = db.tables;
  const direct = await db
    .select({ urn: partyPackages.packageUrn })
    .from(partyPackages)
    .where(and(eq(partyPackages.fromUuid, fromUuid), eq(partyPackages.toUuid, toUuid)));
  const byRole = await packagesOfRoles(db, await rolesHeld(db, fromUuid, toUuid));
  return mergeHeld([...direct.map(({ urn }) => ({ urn, hasAccess: true, mayDelegate: true })), ...byRole]);
}

/** Whether the person has any role or package at the organisation. */
export async function hasRelation(db: Db, orgUuid: string, personUuid: string): Promise<boolean> {
  const { partyPackages } = db.tables;
  if ((await rolesHeld(db, orgUuid, personUuid)).length > 0) return true;
  const [row] = await db
    .select({ urn: partyPackages.packageUrn })
    .from(partyPackages)
    .where(and(eq(partyPackages.fromUuid, orgUuid), eq(partyPackages.toUuid, personUuid)))
    .limit(1);
  return row !== undefined;
}

/** Lists the organisations at which the person has a role or a package, by name. */
export async function organisationsOf(db: Db, personUuid: string): Promise<readonly Organisation[]> {
  const { parties, partyPackages, partyRoles } = db.tables;
  const byRole = await db
    .selectDistinct({ uuid: partyRoles.fromUuid })
    .from(partyRoles)
    .where(eq(partyRoles.toUuid, personUuid));
  const byPackage = await db
    .selectDistinct({ uuid: partyPackages.fromUuid })
    .from(partyPackages)
    .where(eq(partyPackages.toUuid, personUuid));
  const uuids = [...new Set([...byRole, ...byPackage].map((row) => row.uuid))];
  if (uuids.length === 0) return [];
  const rows = await db
    .select()
    .from(parties)
    .where(and(inArray(parties.uuid, uuids), eq(parties.kind, 'organisation')))
    .orderBy(asc(parties.searchName));
  return rows.map(toOrganisation);
}

/** Lists the people who hold roles at an organisation, each with the role codes, by name. */
export async function peopleOf(
  db: Db,
  orgUuid: string,
): Promise<readonly { readonly person: Person; readonly roles: readonly string[] }[]> {
  const { parties, partyRoles } = db.tables;
  const rows = await db
    .select({ party: parties, role: partyRoles.role })
    .from(partyRoles)
    .innerJoin(parties, eq(parties.uuid, partyRoles.toUuid))
    .where(and(eq(partyRoles.fromUuid, orgUuid), eq(parties.kind, 'person')))
    .orderBy(asc(parties.searchName));
  const people = new Map<string, { person: Person; roles: string[] }>();
  for (const { party, role } of rows) {
    const entry = people.get(party.uuid) ?? { person: toPerson(party), roles: [] };
    entry.roles.push(role);
    people.set(party.uuid, entry);
  }
  return [...people.values()];
}

function mergeHeld(packages: readonly HeldPackage[]): readonly HeldPackage[] {
  const merged = new Map<string, HeldPackage>();
  for (const held of packages) {
    const known = merged.get(held.urn);
    merged.set(held.urn, {
      urn: held.urn,
      hasAccess: held.hasAccess || (known?.hasAccess ?? false),
      mayDelegate: held.mayDelegate || (known?.mayDelegate ?? false),
    });
  }
  return [...merged.values()];
}
