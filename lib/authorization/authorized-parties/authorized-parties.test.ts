import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorizedParties } from '#app/(altinn)/accessmanagement/api/v1/authorizedparties/[[...path]]/endpoints.ts';
import { authorizedParty } from '#app/(altinn)/accessmanagement/api/v1/authorizedparty/[[...path]]/endpoints.ts';
import { endUser } from '#app/(altinn)/accessmanagement/api/v1/enduser/[[...path]]/endpoints.ts';
import { resourceOwner } from '#app/(altinn)/accessmanagement/api/v1/resourceowner/[[...path]]/endpoints.ts';
import type { Db } from '#db/open.ts';
import type { Actor } from '../../context/context.ts';
import { replaceDatabase } from '../../context/database.ts';
import { giveRole } from '../../parties/create-party.ts';
import type { Organisation } from '../../parties/model.ts';
import { aProtectedResource } from '../../testing/authorization.ts';
import { call } from '../../testing/call.ts';
import { anOrganisationActor, as, TEST_NOW } from '../../testing/context.ts';
import { actorOf, anOrganisation, aPerson, aPersonNo } from '../../testing/parties.ts';
import { aSystem, aSystemUser, suspendAsOwner } from '../../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { listOwnAuthorizedParties } from './list-authorized-parties.ts';
import { authorizedPartiesQuery, toAuthorizedPartyDto, toPartyFilter } from './schema.ts';

const PACKAGE = 'urn:altinn:accesspackage:krav-og-utlegg';
const SCOPE = 'altinn:accessmanagement/authorizedparties';
const owner = anOrganisationActor({ scopes: new Set([`${SCOPE}.resourceowner`]) });

describe.each(ENGINES)('authorized parties on %s', (engine) => {
  let db: Db;
  let customer: Organisation;
  let resourceId: string;

  beforeEach(async () => {
    const database = await openTestDatabase(engine);
    replaceDatabase(database);
    ({ db } = database);
    customer = await anOrganisation(db, { name: 'KUNDEN AS' });
    resourceId = await aProtectedResource(db);
  });

  afterEach(() => replaceDatabase(undefined));

  const ask = (type: string, value: string | number, query = '', actor: Actor = owner) =>
    call(resourceOwner, db, actor, ['POST', `authorizedparties?${query}`, { type, value }]);
  const systemUserActor = (id: string) =>
    anOrganisationActor({ scopes: new Set([SCOPE]), systemUser: { id, orgNo: customer.orgNo, systemId: 'x' } });
  const ownList = async (actor: Actor) => {
    const filter = toPartyFilter(authorizedPartiesQuery.parse({}));
    return (await listOwnAuthorizedParties(as({ db, now: TEST_NOW }, actor), filter)).map(toAuthorizedPartyDto);
  };

  it('lists a person’s own party and the organisations where they hold something, in Altinn’s shape', async () => {
    const personNo = aPersonNo();
    const person = await aPerson(db, { personNo, at: customer, roles: ['DAGL'] });
    const { status, body } = await ask('urn:altinn:person:identifier-no', personNo);
    expect(status).toBe(200);
    expect(body).toEqual([
      {
        partyUuid: person.uuid,
        name: person.name,
        organizationNumber: null,
        parentId: null,
        personId: personNo,
        dateOfBirth: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        partyId: person.partyId,
        emailId: null,
        type: 'Person',
        unitType: null,
        isDeleted: false,
        onlyHierarchyElementWithNoAccess: false,
        authorizedAccessPackages: [],
        authorizedResources: [],
        authorizedRoles: ['PRIV'],
        authorizedInstances: [],
        subunits: [],
      },
      {
        partyUuid: customer.uuid,
        name: 'KUNDEN AS',
        organizationNumber: customer.orgNo,
        parentId: null,
        personId: null,
        dateOfBirth: null,
        partyId: customer.partyId,
        emailId: null,
        type: 'Organization',
        unitType: 'AS',
        isDeleted: false,
        onlyHierarchyElementWithNoAccess: false,
        authorizedAccessPackages: [],
        authorizedResources: [resourceId],
        authorizedRoles: ['DAGL'],
        authorizedInstances: [],
        subunits: [],
      },
    ]);
  });

  it('finds the same list by every name of the subject', async () => {
    const personNo = aPersonNo();
    const person = await aPerson(db, { personNo, at: customer, roles: ['DAGL'] });
    const { body } = await ask('urn:altinn:person:identifier-no', personNo);
    const names = [
      ['urn:altinn:userid', person.userId],
      ['urn:altinn:partyid', String(person.partyId)],
      ['urn:altinn:person:uuid', person.uuid],
      ['urn:altinn:party:uuid', person.uuid],
    ] as const;
    for (const [type, value] of names) expect((await ask(type, value)).body).toEqual(body);
  });

  it('nests sub-units, which inherit; a main unit without access stands there for the hierarchy only', async () => {
    const subUnit = await anOrganisation(db, { parentOrgNo: customer.orgNo, orgForm: 'BEDR' });
    const manager = await aPerson(db, { at: customer, roles: ['DAGL'] });
    const worker = await aPerson(db, { at: subUnit, roles: ['DAGL'] });
    const listOf = async (userId: number) =>
      ((await ask('urn:altinn:userid', userId)).body as ReturnType<typeof toAuthorizedPartyDto>[])[1];
    const inherited = { organizationNumber: subUnit.orgNo, authorizedRoles: ['DAGL'], parentId: customer.uuid };
    expect(await listOf(manager.userId)).toMatchObject({
      organizationNumber: customer.orgNo,
      onlyHierarchyElementWithNoAccess: false,
      subunits: [inherited],
    });
    expect(await listOf(worker.userId)).toMatchObject({
      organizationNumber: customer.orgNo,
      onlyHierarchyElementWithNoAccess: true,
      authorizedRoles: [],
      subunits: [inherited],
    });
  });

  it('lists a standard system user’s owner with its packages, rights and what they open, but not while it is suspended', async () => {
    const single = await aProtectedResource(db, { sentences: [{ roles: ['DAGL'], actions: ['read'] }] });
    const rights = [{ resourceId: single, actions: ['read'] }];
    const user = await aSystemUser(db, { system: await aSystem(db), party: customer, rights, packages: [PACKAGE] });
    const list = await ownList(systemUserActor(user.id));
    expect(list).toMatchObject([
      { organizationNumber: customer.orgNo, authorizedAccessPackages: ['krav-og-utlegg'], authorizedRoles: [] },
    ]);
    expect(list[0]?.authorizedResources).toEqual([single, resourceId].sort());
    expect((await ask('urn:altinn:systemuser:uuid', user.id)).body).toEqual(list);
    const resume = await suspendAsOwner(db, user);
    expect(await ownList(systemUserActor(user.id))).toEqual([]);
    await resume();
    expect(await ownList(systemUserActor(user.id))).toEqual(list);
  });

  it('B24 lists an agent’s delegated clients only, as long as they are clients', async () => {
    const accountant = await anOrganisation(db);
    const notDelegated = await anOrganisation(db);
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'regnskapsforer', packageUrn: PACKAGE, hasAccess: true, mayDelegate: true });
    for (const client of [customer, notDelegated]) {
      const relation = { fromUuid: client.uuid, toUuid: accountant.uuid, role: 'regnskapsforer', at: TEST_NOW };
      await db.transaction((tx) => giveRole(tx, relation));
    }
    const system = await aSystem(db);
    const agent = await aSystemUser(db, { system, party: accountant, userType: 'agent', packages: [PACKAGE] });
    await db.insert(db.tables.clientDelegations).values({
      id: randomUUID(),
      systemUserId: agent.id,
      clientUuid: customer.uuid,
      isSelf: false,
      packageUrns: [PACKAGE],
      createdAt: TEST_NOW,
    });
    const list = await ownList(systemUserActor(agent.id));
    expect(list.map(({ organizationNumber }) => organizationNumber)).toEqual([customer.orgNo]);
    await db.delete(db.tables.partyRoles);
    expect(await ownList(systemUserActor(agent.id))).toEqual([]);
  });

  it('narrows to resources, to an owner’s resources, and to what is included', async () => {
    const other = await aProtectedResource(db, {
      details: { hasCompetentAuthority: { organization: '889640782', orgcode: 'nav', name: { nb: 'NAV' } } },
    });
    const person = await aPerson(db, { at: customer, roles: ['DAGL'] });
    const list = async (query: string) =>
      (await ask('urn:altinn:userid', person.userId, query)).body as ReturnType<typeof toAuthorizedPartyDto>[];
    await anOrganisation(db, { orgNo: owner.orgNo, orgCode: 'skd' });
    expect(await list(`anyOfResourceIds=${other}`)).toMatchObject([{ authorizedResources: [other] }]);
    expect(await list('orgCode=skd')).toMatchObject([{ authorizedResources: [resourceId] }]);
    expect(await list('includeRoles=false&includeResources=false')).toMatchObject([
      { type: 'Person' },
      { authorizedRoles: [], authorizedResources: [] },
    ]);
    expect(await list('anyOfResourceIds=none')).toEqual([]);
  });

  it('filters by the parties that the body names, as Dialogporten does', async () => {
    const personNo = aPersonNo();
    const person = await aPerson(db, { personNo, at: customer, roles: ['DAGL'] });
    const list = async (type: string, value: string) => {
      const body = { Type: 'urn:altinn:userid', Value: person.userId, partyFilter: [{ type, value }] };
      return (await call(resourceOwner, db, owner, ['POST', 'authorizedparties', body])).body;
    };
    const orgNo = 'urn:altinn:organization:identifier-no';
    expect(await list(orgNo, customer.orgNo)).toMatchObject([{ organizationNumber: customer.orgNo }]);
    expect(await list('urn:altinn:person:identifier-no', personNo)).toMatchObject([{ personId: personNo }]);
    expect(await list(orgNo, '310000000')).toEqual([]);
  });

  it.each([
    ['nobody', { kind: 'anonymous' } as const, 401],
    ['a token without the scope', anOrganisationActor({ scopes: new Set([SCOPE]) }), 403],
    ['a person', actorOf({ kind: 'person', uuid: randomUUID(), partyId: 1, userId: 1, userName: '', name: '' }), 403],
  ])('answers service owners only: %s', async (_who, actor, status) => {
    expect((await ask('urn:altinn:userid', 'x', '', actor)).status).toBe(status);
  });

  it('refuses another owner’s code, but not for the admin scope', async () => {
    expect((await ask('urn:altinn:userid', 1, 'orgCode=nav')).status).toBe(403);
    const admin = anOrganisationActor({ scopes: new Set([`${SCOPE}.admin`]) });
    expect((await ask('urn:altinn:userid', 1, 'orgCode=nav', admin)).status).toBe(200);
  });

  it('answers strangers with an empty list and nonsense with 400', async () => {
    expect((await ask('urn:altinn:userid', 1)).body).toEqual([]);
    expect((await ask('urn:altinn:userid', 'me')).status).toBe(400);
    expect((await ask('urn:altinn:person:identifier-no', '1')).status).toBe(400);
    expect((await ask('urn:odd', '1')).status).toBe(400);
  });

  it('answers people about themselves, but no organisation without a system user', async () => {
    const person = await aPerson(db, { at: customer, roles: ['DAGL'] });
    const { body } = await call(authorizedParties, db, actorOf(person), ['GET', '']);
    expect(body).toMatchObject([{ type: 'Person' }, { organizationNumber: customer.orgNo }]);
    const vendor = anOrganisationActor({ scopes: new Set([SCOPE]) });
    expect((await call(authorizedParties, db, vendor, ['GET', ''])).status).toBe(403);
    expect((await call(authorizedParties, db, { kind: 'anonymous' }, ['GET', ''])).status).toBe(401);
  });

  describe('one of them', () => {
    const ask = (actor: Actor, party: { readonly partyId: number } | string) =>
      call(authorizedParty, db, actor, [
        'GET',
        `${typeof party === 'string' ? party : party.partyId}?includeAltinn2=true`,
      ]);

    it('is the party itself, a sub-unit too', async () => {
      const subUnit = await anOrganisation(db, { parentOrgNo: customer.orgNo, orgForm: 'BEDR' });
      const leader = await aPerson(db, { at: customer, roles: ['DAGL'] });
      const found = await ask(actorOf(leader), customer);
      expect([found.status, found.body]).toMatchObject([200, { partyUuid: customer.uuid, authorizedRoles: ['DAGL'] }]);
      const employee = await aPerson(db, { at: subUnit, roles: ['DAGL'] });
      expect((await ask(actorOf(employee), subUnit)).body).toMatchObject({ partyUuid: subUnit.uuid });
    });

    it('is refused when the caller holds nothing there, or only below it', async () => {
      const subUnit = await anOrganisation(db, { parentOrgNo: customer.orgNo, orgForm: 'BEDR' });
      const employee = actorOf(await aPerson(db, { at: subUnit, roles: ['DAGL'] }));
      for (const party of [customer, await anOrganisation(db), '0', 'x']) {
        expect((await ask(employee, party)).status).toBe(400);
      }
      expect((await ask({ kind: 'anonymous' }, customer)).status).toBe(401);
    });
  });

  describe('at the address for end users', () => {
    const ask = (actor: Actor, query = '') => call(endUser, db, actor, ['GET', `authorizedparties${query}`]);

    it('answers one page, with the parts that were asked for and no others', async () => {
      const person = actorOf(await aPerson(db, { at: customer, roles: ['DAGL'] }));
      const own = { partyUuid: customer.uuid, authorizedRoles: [], authorizedResources: [] };
      expect((await ask(person)).body).toMatchObject({ links: {}, data: [{ type: 'Person' }, own] });
      const query = `?includeRoles=True&includeResources=true&includeSubParties=auto&partyFilter=${customer.uuid}`;
      expect((await ask(person, query)).body).toMatchObject({
        data: [{ ...own, authorizedRoles: ['DAGL'], authorizedResources: [resourceId] }],
      });
    });

    it('answers a system user about its clients or owner, and no other machine', async () => {
      const user = await aSystemUser(db, { system: await aSystem(db), party: customer, packages: [PACKAGE] });
      expect((await ask(systemUserActor(user.id))).body).toMatchObject({ data: [{ partyUuid: customer.uuid }] });
      expect((await ask(anOrganisationActor({ scopes: new Set([SCOPE]) }))).status).toBe(403);
      expect((await ask({ kind: 'anonymous' })).status).toBe(401);
    });

    it('refuses a filter that is no uuid', async () => {
      const user = await aSystemUser(db, { system: await aSystem(db), party: customer, packages: [PACKAGE] });
      expect((await ask(systemUserActor(user.id), '?partyFilter=x')).status).toBe(400);
    });
  });
});
