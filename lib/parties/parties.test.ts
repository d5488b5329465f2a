import { describe, expect, it } from 'vitest';
import { as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson, aPersonNo } from '../testing/parties.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { assertPower, isAllowed } from './authority.ts';
import { clientsOf } from './clients.ts';
import { givePackage, giveRole } from './create-party.ts';
import { findOrganisationNames, findPerson, readPersonNo } from './find-party.ts';
import { hasRelation, organisationsOf, packagesHeld } from './roles.ts';

describe.each(ENGINES)('the party register on %s', (engine) => {
  it('E14 finds a person by number without storing the number in clear', async () => {
    const { db } = await openTestDatabase(engine);
    const personNo = aPersonNo();
    const person = await aPerson(db, { personNo });
    expect(await findPerson(db, { personNo })).toEqual(person);
    expect(await readPersonNo(db, person.uuid)).toBe(personNo);
    expect(JSON.stringify(await db.select().from(db.tables.parties))).not.toContain(personNo);
  });

  it('gives organisations that are added at once ids of their own', async () => {
    const { db } = await openTestDatabase(engine);
    const added = await Promise.all(Array.from({ length: 5 }, () => anOrganisation(db)));
    expect(new Set(added.map((organisation) => organisation.partyId)).size).toBe(5);
  });

  it('finds names among more numbers than a query takes parameters', async () => {
    const { db } = await openTestDatabase(engine);
    const { orgNo, name } = await anOrganisation(db);
    const others = Array.from({ length: 70_000 }, (_, index) => `unknown-${index}`);
    expect(await findOrganisationNames(db, [...others, orgNo])).toEqual(new Map([[orgNo, name]]));
  });

  it('lists the organisations where a person has a role or a package', async () => {
    const { db } = await openTestDatabase(engine);
    const first = await anOrganisation(db, { name: 'A' });
    const second = await anOrganisation(db, { name: 'B' });
    const stranger = await anOrganisation(db, { name: 'C' });
    const person = await aPerson(db, { at: first, roles: ['DAGL', 'LEDE'] });
    await db.transaction((tx) =>
      givePackage(tx, {
        fromUuid: second.uuid,
        toUuid: person.uuid,
        packageUrn: 'urn:altinn:accesspackage:toll',
        at: TEST_NOW,
      }),
    );
    expect((await organisationsOf(db, person.uuid)).map((org) => org.name)).toEqual(['A', 'B']);
    expect(await hasRelation(db, stranger.uuid, person.uuid)).toBe(false);
  });

  it('gives an access manager power at the own organisation only, from level 3', async () => {
    const { db } = await openTestDatabase(engine);
    const own = await anOrganisation(db);
    const other = await anOrganisation(db);
    const manager = await aPerson(db, { at: own, roles: ['ADMAI'] });
    const actor = actorOf(manager);
    expect(await isAllowed(db, actor, own.uuid, 'access-management.write')).toBe(true);
    expect(await isAllowed(db, actor, other.uuid, 'access-management.write')).toBe(false);
    expect(await isAllowed(db, actor, own.uuid, 'technical-administration')).toBe(false);
    const low = { ...actor, authenticationLevel: 2 };
    expect(await isAllowed(db, low, own.uuid, 'access-management.write')).toBe(false);
    const context = as({ db, now: TEST_NOW }, actor);
    await expect(assertPower(context, other.uuid, 'access-management.write')).rejects.toMatchObject({ status: 403 });
  });

  it('gives power by a package that a role brings', async () => {
    const { db } = await openTestDatabase(engine);
    const org = await anOrganisation(db);
    const packageUrn = 'urn:altinn:accesspackage:tilgangsstyrer';
    await db.insert(db.tables.rolePackages).values({ role: 'DAGL', packageUrn, hasAccess: true, mayDelegate: true });
    const pia = await aPerson(db, { at: org, roles: ['DAGL'] });
    expect(await packagesHeld(db, org.uuid, pia.uuid)).toEqual([
      { urn: packageUrn, hasAccess: true, mayDelegate: true },
    ]);
    expect(await isAllowed(db, actorOf(pia), org.uuid, 'access-management.write')).toBe(true);
  });

  it('lists clients with packages by role and given directly; a business manager only for ESEK and BRL', async () => {
    const { db } = await openTestDatabase(engine);
    const firm = await anOrganisation(db);
    const client = await anOrganisation(db, { name: 'KLIENT' });
    const company = await anOrganisation(db, { name: 'SELSKAP', orgForm: 'AS' });
    const byRole = 'urn:altinn:accesspackage:regnskapsforer-lonn';
    const given = 'urn:altinn:accesspackage:krav-og-utlegg';
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'regnskapsforer', packageUrn: byRole, hasAccess: true, mayDelegate: true });
    await db.transaction(async (tx) => {
      await giveRole(tx, { fromUuid: client.uuid, toUuid: firm.uuid, role: 'regnskapsforer', at: TEST_NOW });
      await givePackage(tx, { fromUuid: client.uuid, toUuid: firm.uuid, packageUrn: given, at: TEST_NOW });
      await giveRole(tx, { fromUuid: company.uuid, toUuid: firm.uuid, role: 'forretningsforer', at: TEST_NOW });
    });
    expect(await clientsOf(db, firm.uuid)).toEqual([
      {
        client,
        access: [
          { role: 'regnskapsforer', packages: [byRole] },
          { role: 'rettighetshaver', packages: [given] },
        ],
      },
    ]);
  });
});
