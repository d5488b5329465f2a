import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { packagesOfRoles } from '../resources/access-packages/packages-of-roles.ts';
import { BUSINESS_MANAGER_CLIENT_FORMS, CLIENT_ROLES, type Organisation } from './model.ts';
import { toOrganisation } from './store.ts';

/** A client of a facilitator, and by which role it has given which packages (URNs). */
export type PartyClient = {
  readonly client: Organisation;
  readonly access: readonly { readonly role: string; readonly packages: readonly string[] }[];
};

/** Packages that were given directly count as held by this relation. */
const RIGHT_HOLDER = 'rettighetshaver';

/** Lists the organisations that are clients of the facilitator (accountant, auditor, business manager, right-holder). */
export async function clientsOf(db: Db, facilitatorUuid: string): Promise<readonly PartyClient[]> {
  const { parties, partyRoles } = db.tables;
  const rows = await db
    .select({ client: parties, role: partyRoles.role })
    .from(partyRoles)
    .innerJoin(parties, eq(parties.uuid, partyRoles.fromUuid))
    .where(
      and(
        eq(partyRoles.toUuid, facilitatorUuid),
        inArray(partyRoles.role, [...CLIENT_ROLES]),
        eq(parties.kind, 'organisation'),
      ),
    )
    .orderBy(asc(parties.searchName));
  const given = await packagesGivenTo(db, facilitatorUuid);
  const broughtBy = new Map<string, readonly string[]>();
  for (const role of new Set(rows.map((row) => row.role))) {
    const packages = role === RIGHT_HOLDER ? [] : await packagesOfRoles(db, [role]);
    broughtBy.set(
      role,
      packages.filter((held) => held.hasAccess).map((held) => held.urn),
    );
  }

  const clients = new Map<string, { client: Organisation; access: { role: string; packages: readonly string[] }[] }>();
  for (const { client: row, role } of rows) {
    const client = toOrganisation(row);
    if (role === 'forretningsforer' && !BUSINESS_MANAGER_CLIENT_FORMS.includes(client.orgForm)) continue;
    const entry = clients.get(client.uuid) ?? { client, access: [] };
    entry.access.push({ role, packages: broughtBy.get(role) ?? [] });
    clients.set(client.uuid, entry);
  }
  for (const [clientUuid, packages] of given) addGiven(clients.get(clientUuid), packages);
  return [...clients.values()];
}

async function packagesGivenTo(db: Db, facilitatorUuid: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { partyPackages } = db.tables;
  const rows = await db.select().from(partyPackages).where(eq(partyPackages.toUuid, facilitatorUuid));
  const given = new Map<string, string[]>();
  for (const row of rows) given.set(row.fromUuid, [...(given.get(row.fromUuid) ?? []), row.packageUrn]);
  return given;
}

function addGiven(
  entry: { access: { role: string; packages: readonly string[] }[] } | undefined,
  packages: readonly string[],
): void {
  if (!entry) return;
  const rightHolder = entry.access.findIndex((access) => access.role === RIGHT_HOLDER);
  if (rightHolder >= 0) entry.access[rightHolder] = { role: RIGHT_HOLDER, packages };
  else entry.access.push({ role: RIGHT_HOLDER, packages });
}
