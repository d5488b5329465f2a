import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { frontSystemUsers } from '#app/(altinn)/accessmanagement/api/v1/systemuser/[[...path]]/endpoints.ts';
import type { Db } from '#db/open.ts';
import type { Actor, PersonActor } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { givePackage, giveRole } from '#lib/parties/create-party.ts';
import type { Organisation } from '#lib/parties/model.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { withdrawAgentSystemUser } from '#lib/requests/withdraw-system-user.ts';
import { clientDelegationsOf } from '#lib/systemusers/clients/client-delegations.ts';
import type { SystemUser } from '#lib/systemusers/model.ts';
import { call } from '#lib/testing/call.ts';
import { anOrganisationActor, as, TEST_NOW } from '#lib/testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '#lib/testing/parties.ts';
import { aListedPackage, aSystem, aSystemUser } from '#lib/testing/systems.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { clientDelegation } from '../../enduser/systemuser/[[...path]]/endpoints.ts';
import { systemUsers } from './endpoints.ts';

const NOBODY: Actor = { kind: 'anonymous' };
const NO_UUID = '00000000-0000-0000-0000-000000000000';

describe.each(ENGINES)('agents and their clients over HTTP on %s', (engine) => {
  let db: Db;
  let system: RegisteredSystem;
  let accountant: Organisation;
  let client: Organisation;
  let partial: Organisation;
  let stranger: Organisation;
  let tax: string;
  let wages: string;
  let agent: SystemUser;
  let administrator: PersonActor;
  let manager: PersonActor;

  beforeEach(async () => {
    db = await serveTestDatabase(engine);
    system = await aSystem(db);
    accountant = await anOrganisation(db, { name: 'REGNSKAP AS' });
    client = await anOrganisation(db, { name: 'KUNDE AS' });
    partial = await anOrganisation(db, { name: 'HALV KUNDE AS' });
    stranger = await anOrganisation(db, { name: 'FREMMED AS' });
    tax = await aListedPackage(db);
    wages = await aListedPackage(db);
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'regnskapsforer', packageUrn: tax, hasAccess: true, mayDelegate: true });
    await db.transaction(async (tx) => {
      for (const each of [client, partial]) {
        await giveRole(tx, { fromUuid: each.uuid, toUuid: accountant.uuid, role: 'regnskapsforer', at: TEST_NOW });
      }
      await givePackage(tx, { fromUuid: client.uuid, toUuid: accountant.uuid, packageUrn: wages, at: TEST_NOW });
    });
    agent = await aSystemUser(db, { system, party: accountant, userType: 'agent', packages: [tax, wages] });
    administrator = actorOf(await aPerson(db, { at: accountant, roles: ['KLADM'] }), {
      scopes: new Set(['altinn:clientdelegations.read', 'altinn:clientdelegations.write']),
    });
    manager = actorOf(await aPerson(db, { at: accountant, roles: ['ADMAI'] }));
  });
  afterAll(() => replaceDatabase(undefined));

  const ask = (actor: Actor, ...request: Parameters<typeof call>[3]) => call(systemUsers, db, actor, request);
  const askEndUser = (actor: Actor, ...request: Parameters<typeof call>[3]) =>
    call(clientDelegation, db, actor, request);
  const pair = (of: Organisation, provider = accountant) => `provider=${provider.uuid}&client=${of.uuid}`;
  const add = (of: Organisation, actor: Actor = administrator) =>
    ask(actor, 'POST', `agent/${accountant.partyId}/${agent.id}?${pair(of)}`);

  const askFront = (actor: Actor, ...request: Parameters<typeof call>[3]) => call(frontSystemUsers, db, actor, request);
  const front = (path: string) =>
    `agentdelegation/${accountant.partyId}/${agent.id}/${path}?partyUuid=${accountant.uuid}`;

  it("lets an agent act for a client from the portal's front end, and ends it", async () => {
    const body = { customerId: client.uuid };
    expect(await askFront(manager, 'POST', front('delegation'), body)).toMatchObject({ status: 403, text: '' });
    expect(await askFront(administrator, 'POST', front('delegation'), body)).toMatchObject({ status: 200 });
    const listed = await askFront(administrator, 'GET', front('delegation'));
    expect(listed.body).toMatchObject([{ agentSystemUserId: agent.id, customerId: client.uuid }]);
    const end = (of: Organisation) => askFront(administrator, 'DELETE', front(`delegation/${of.uuid}`));
    expect((await end(stranger)).status).toBe(400);
    expect(await end(client)).toMatchObject({ status: 200, text: '' });
    expect((await askFront(administrator, 'GET', front('delegation'))).body).toEqual([]);
  });

  describe('from the portal', () => {
    it('lists clients with what they have given, any of the packages being enough', async () => {
      const path = `agent/${accountant.partyId}/clients?facilitator=${accountant.uuid}`;
      const all = await ask(administrator, 'GET', path);
      expect(all.body).toEqual([
        {
          partyUuid: partial.uuid,
          displayName: 'HALV KUNDE AS',
          organizationIdentifier: partial.orgNo,
          access: [{ role: 'regnskapsforer', packages: [tax] }],
        },
        {
          partyUuid: client.uuid,
          displayName: 'KUNDE AS',
          organizationIdentifier: client.orgNo,
          access: [
            { role: 'regnskapsforer', packages: [tax] },
            { role: 'rettighetshaver', packages: [wages] },
          ],
        },
      ]);
      const some = await ask(administrator, 'GET', `${path}&packages=${wages}&packages=urn:altinn:accesspackage:none`);
      expect(some.body).toMatchObject([{ partyUuid: client.uuid }]);
      const byCode = await ask(administrator, 'GET', `${path}&packages=${wages.split(':').at(-1)}`);
      expect(byCode.body).toEqual(some.body);
    });

    it('B24 does not list the clients of another facilitator', async () => {
      const path = `agent/${accountant.partyId}/clients?facilitator=${stranger.uuid}`;
      expect(await ask(administrator, 'GET', path)).toMatchObject({ status: 403, body: { code: 'AUTH-00044' } });
      const missing = await ask(administrator, 'GET', `agent/${accountant.partyId}/clients`);
      expect(missing).toMatchObject({ status: 400, body: { errors: { facilitator: [expect.any(String)] } } });
    });

    it('adds a client, lists it, and removes it', async () => {
      const added = await add(client);
      const expected = { agentSystemUserId: agent.id, delegationId: client.uuid, customerId: client.uuid };
      expect(added).toMatchObject({ status: 200, body: [expected] });
      expect((await add(client)).status).toBe(200);
      const listing = `agent/${accountant.partyId}/${accountant.uuid}/${agent.id}/delegations`;
      expect((await ask(administrator, 'GET', listing)).body).toEqual([
        {
          ...expected,
          assignmentId: expect.any(String),
          customerName: 'KUNDE AS',
          customerOrganizationNumber: client.orgNo,
        },
      ]);
      expect(await clientDelegationsOf(db, agent.id)).toMatchObject([{ isSelf: false, packages: [tax, wages].sort() }]);
      const removal = `agent/${accountant.partyId}/${agent.id}/client?${pair(client)}`;
      expect(await ask(administrator, 'DELETE', removal)).toMatchObject({ status: 200, text: '' });
      expect((await ask(administrator, 'GET', listing)).body).toEqual([]);
      expect(await ask(administrator, 'DELETE', removal)).toMatchObject({ status: 400, body: { code: 'AUTH-00031' } });
      const audit = await db.select().from(db.tables.auditEvents);
      expect(audit.map((event) => event.action)).toEqual(['client.added', 'client.added', 'client.removed']);
    });

    it('keeps one row of ten parallel additions', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => add(client)));
      expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 200));
      expect(await clientDelegationsOf(db, agent.id)).toHaveLength(1);
    });

    it('B24 refuses a stranger, a client with a part of the packages, and a foreign provider', async () => {
      expect(await add(stranger)).toMatchObject({ status: 400, body: { code: 'AUTH-00079' } });
      expect(await add(partial)).toMatchObject({ status: 400, body: { code: 'AUTH-00080' } });
      const foreign = `agent/${accountant.partyId}/${agent.id}?${pair(client, stranger)}`;
      expect(await ask(administrator, 'POST', foreign)).toMatchObject({ status: 400, body: { code: 'AUTH-00039' } });
      const removal = `agent/${accountant.partyId}/${agent.id}/client?${pair(client, stranger)}`;
      expect(await ask(administrator, 'DELETE', removal)).toMatchObject({ status: 400, body: { code: 'AUTH-00031' } });
      expect(await clientDelegationsOf(db, agent.id)).toEqual([]);
    });

    it('B24 refuses unknown, foreign, standard and empty system users, each in its own way', async () => {
      const post = (id: string) => ask(administrator, 'POST', `agent/${accountant.partyId}/${id}?${pair(client)}`);
      const unknown = randomUUID();
      expect(await post(unknown)).toMatchObject({
        status: 400,
        body: { errors: { return: [`SystemUser with Id ${unknown} Not Found`] } },
      });
      const theirs = await aSystemUser(db, { system, party: stranger, userType: 'agent', packages: [tax] });
      expect(await post(theirs.id)).toMatchObject({ status: 403, text: '' });
      const standard = await aSystemUser(db, { system, party: accountant, externalRef: 's' });
      expect(await post(standard.id)).toMatchObject({ status: 400, body: { code: 'AUTH-00034' } });
      const empty = await aSystemUser(db, { system, party: accountant, userType: 'agent', externalRef: 'e' });
      expect(await post(empty.id)).toMatchObject({ status: 400, body: { code: 'AUTH-00063' } });
    });

    it('asks for client administration, and for both members of the query', async () => {
      expect(await add(client, NOBODY)).toMatchObject({ status: 401, text: '' });
      expect(await add(client, manager)).toMatchObject({ status: 403, text: '' });
      expect(await add(client, anOrganisationActor({ orgNo: accountant.orgNo }))).toMatchObject({
        status: 403,
        text: '',
      });
      const half = await ask(
        administrator,
        'POST',
        `agent/${accountant.partyId}/${agent.id}?provider=${accountant.uuid}`,
      );
      expect(half).toMatchObject({ status: 400, body: { errors: { client: [expect.any(String)] } } });
    });

    it('lists delegations for the owner as facilitator only', async () => {
      const listing = (facilitator: Organisation, id: string) =>
        ask(administrator, 'GET', `agent/${accountant.partyId}/${facilitator.uuid}/${id}/delegations`);
      expect(await listing(stranger, agent.id)).toMatchObject({ status: 400, body: { code: 'AUTH-00038' } });
      expect(await listing(accountant, randomUUID())).toMatchObject({ status: 404, body: { code: 'AUTH-00015' } });
      const theirs = await aSystemUser(db, { system, party: stranger, userType: 'agent' });
      expect(await listing(accountant, theirs.id)).toMatchObject({ status: 403, text: '' });
    });

    it('withdraws an agent once it acts for no client any more', async () => {
      await add(client);
      const path = `agent/${accountant.partyId}/${agent.id}?facilitatorId=${accountant.uuid}`;
      expect(await ask(manager, 'DELETE', path)).toMatchObject({ status: 400, body: { code: 'AUTH-00035' } });
      expect(await clientDelegationsOf(db, agent.id)).toHaveLength(1);
      await ask(administrator, 'DELETE', `agent/${accountant.partyId}/${agent.id}/client?${pair(client)}`);
      expect(await ask(manager, 'DELETE', path.split('?')[0] ?? '')).toMatchObject({ status: 400 });
      expect(await ask(manager, 'DELETE', path)).toMatchObject({ status: 200, text: '' });
      expect(await ask(manager, 'DELETE', path)).toMatchObject({ status: 404, body: { code: 'AUTH-00015' } });
      expect((await ask(manager, 'GET', `agent/${accountant.partyId}`)).body).toEqual([]);
    });

    it('lets the clients go with the agent when a person has been told so', async () => {
      await add(client);
      const party = { uuid: accountant.uuid };
      await withdrawAgentSystemUser(as({ db, now: TEST_NOW }, manager), {
        party,
        systemUserId: agent.id,
        withClients: true,
      });
      expect(await clientDelegationsOf(db, agent.id)).toEqual([]);
    });
  });

  describe('for the owner itself', () => {
    const self = (method: 'GET' | 'POST' | 'DELETE', actor: Actor = manager, of = accountant, id = agent.id) =>
      ask(actor, method, `agent/${accountant.partyId}/${id}/self/?partyUuid=${of.uuid}`);

    beforeEach(async () => {
      await db.insert(db.tables.rolePackages).values([
        { role: 'ADMAI', packageUrn: tax, hasAccess: true, mayDelegate: true },
        { role: 'ADMAI', packageUrn: wages, hasAccess: false, mayDelegate: true },
      ]);
    });

    it('gives, tells and takes', async () => {
      expect((await self('GET')).text).toBe('false');
      expect(await self('POST')).toMatchObject({ status: 200, text: 'true' });
      expect((await self('GET')).text).toBe('true');
      expect(await clientDelegationsOf(db, agent.id)).toMatchObject([{ isSelf: true, clientUuid: accountant.uuid }]);
      const listing = `agent/${accountant.partyId}/${accountant.uuid}/${agent.id}/delegations`;
      expect((await ask(administrator, 'GET', listing)).body).toEqual([]);
      expect((await self('DELETE')).text).toBe('true');
      expect((await self('DELETE')).text).toBe('false');
    });

    it("gives, tells and takes from the portal's front end", async () => {
      expect(await askFront(administrator, 'POST', front('self'))).toMatchObject({ status: 403, text: '' });
      expect(await askFront(manager, 'POST', front('self'))).toMatchObject({ status: 200, body: true });
      expect((await askFront(manager, 'GET', front('self'))).body).toBe(true);
      expect(await askFront(manager, 'DELETE', front('self'))).toMatchObject({ status: 200 });
      expect((await askFront(manager, 'GET', front('self'))).body).toBe(false);
    });

    it('refuses packages that are for clients only, and those that the person may not pass on', async () => {
      const clientOnly = await aListedPackage(db, { isAssignable: false });
      const other = await aSystemUser(db, {
        system,
        party: accountant,
        userType: 'agent',
        externalRef: 'c',
        packages: [clientOnly],
      });
      expect(await self('POST', manager, accountant, other.id)).toMatchObject({
        status: 400,
        body: { code: 'AUTH-00064', NotDelegablePackages: clientOnly },
      });
      const unheld = await aListedPackage(db);
      const third = await aSystemUser(db, {
        system,
        party: accountant,
        userType: 'agent',
        externalRef: 'u',
        packages: [unheld],
      });
      expect(await self('POST', manager, accountant, third.id)).toMatchObject({
        status: 400,
        body: { code: 'AUTH-00053' },
      });
    });

    it('refuses as the client endpoints do', async () => {
      const standard = await aSystemUser(db, { system, party: accountant, externalRef: 's' });
      const theirs = await aSystemUser(db, { system, party: stranger, userType: 'agent' });
      for (const method of ['GET', 'POST', 'DELETE'] as const) {
        expect(await self(method, NOBODY)).toMatchObject({ status: 401, text: '' });
        expect(await self(method, administrator)).toMatchObject({ status: 403, text: '' });
        expect(await self(method, manager, accountant, randomUUID())).toMatchObject({
          status: 400,
          body: { errors: { return: [expect.any(String)] } },
        });
        expect(await self(method, manager, accountant, theirs.id)).toMatchObject({ status: 403, text: '' });
        expect(await self(method, manager, accountant, standard.id)).toMatchObject({ body: { code: 'AUTH-00034' } });
        expect(await self(method, manager, stranger)).toMatchObject({ body: { code: 'AUTH-00039' } });
      }
    });
  });

  describe('with an end user’s token', () => {
    const query = (of?: Organisation, id: string = agent.id) => `clients?agent=${id}${of ? `&client=${of.uuid}` : ''}`;
    const listed = (...clients: readonly Organisation[]) => ({
      links: {},
      data: clients.map((each) => ({
        clientId: each.uuid,
        clientOrganizationNumber: each.orgNo,
        clientOrganizationName: each.name,
      })),
      systemUserInformation: { systemUserId: agent.id, systemUserOwnerOrg: accountant.orgNo },
    });

    it('lists, adds and removes clients that have given every package', async () => {
      const available = await askEndUser(administrator, 'GET', `clients/available?agent=${agent.id}`);
      expect(available).toMatchObject({ status: 200 });
      expect(available.body).toEqual(listed(client));
      expect((await askEndUser(administrator, 'GET', query())).body).toEqual(listed());
      const both = { agent: agent.id, client: client.uuid };
      expect(await askEndUser(administrator, 'POST', query(client))).toMatchObject({ status: 200, body: both });
      expect((await askEndUser(administrator, 'GET', query())).body).toEqual(listed(client));
      expect(await askEndUser(administrator, 'DELETE', query(client))).toMatchObject({ status: 200, body: both });
      expect((await askEndUser(administrator, 'GET', query())).body).toEqual(listed());
    });

    it('lists the agents of an organisation', async () => {
      const answer = await askEndUser(administrator, 'GET', `agents?party=${accountant.orgNo}`);
      expect(answer.body).toMatchObject([{ id: agent.id, userType: 'agent', partyId: String(accountant.partyId) }]);
      const unknown = await askEndUser(administrator, 'GET', 'agents?party=991825827');
      expect(unknown).toMatchObject({ status: 404, body: { title: 'Party not found' } });
      expect((await askEndUser(administrator, 'GET', 'agents?party=abc')).status).toBe(400);
      const theirs = await askEndUser(administrator, 'GET', `agents?party=${stranger.orgNo}`);
      expect(theirs).toMatchObject({ status: 403, text: '' });
    });

    it('Q-27 says which member of the query is at fault, both at once', async () => {
      const faults = async (path: string, method: 'GET' | 'POST' = 'POST') => {
        const { status, body } = await askEndUser(administrator, method, path);
        return { status, errors: (body as { validationErrors: readonly object[] }).validationErrors };
      };
      const missing = {
        code: 'AUTH.VLD-00014',
        title: 'The agent query parameter is missing or invalid',
        paths: ['?agent'],
      };
      const unknown = { code: 'AUTH.VLD-00014', title: 'System user not found', paths: ['?agent'] };
      const noClient = {
        code: 'AUTH.VLD-00016',
        title: 'The client query parameter is missing or invalid',
        paths: ['?client'],
      };
      expect(await faults('clients')).toMatchObject({ status: 400, errors: [missing, noClient] });
      expect(await faults(`clients?agent=x&client=${NO_UUID}`)).toMatchObject({ errors: [missing, noClient] });
      expect(await faults(query(client, NO_UUID))).toMatchObject({ errors: [missing] });
      expect(await faults(query(client, randomUUID()))).toMatchObject({ errors: [unknown] });
      expect(await faults(query())).toMatchObject({ errors: [noClient] });
      expect(await faults('clients/available', 'GET')).toMatchObject({ status: 400, errors: [missing] });
      const standard = await aSystemUser(db, { system, party: accountant, externalRef: 's' });
      expect(await faults(query(client, standard.id))).toMatchObject({
        errors: [{ code: 'AUTH.VLD-00015', paths: ['?agent'] }],
      });
    });

    it('B24 refuses strangers to the owner, and clients that are none', async () => {
      const elsewhere = actorOf(await aPerson(db, { at: stranger, roles: ['KLADM'] }), {
        scopes: administrator.scopes,
      });
      expect(await askEndUser(elsewhere, 'POST', query(client))).toMatchObject({ status: 403, text: '' });
      expect(await askEndUser(elsewhere, 'GET', query())).toMatchObject({ status: 403, text: '' });
      for (const method of ['POST', 'DELETE'] as const) {
        const answer = await askEndUser(administrator, method, query(stranger));
        expect(answer).toMatchObject({ status: 400, body: { code: 'AUTH-00079' } });
      }
      expect(await askEndUser(administrator, 'POST', query(partial))).toMatchObject({ body: { code: 'AUTH-00080' } });
    });

    it('says so when the register does not know the owner', async () => {
      const ghost = { ...accountant, orgNo: '999999999' };
      const orphan = await aSystemUser(db, { system, party: ghost, userType: 'agent', packages: [tax] });
      expect(await askEndUser(administrator, 'GET', query(undefined, orphan.id))).toMatchObject({
        status: 404,
        body: {
          title: 'System Owner not Found',
          detail: 'No associated party information found for systemuser owner 999999999',
        },
      });
    });

    it('asks for the exact scope of reading or writing, before the query', async () => {
      const reader = { ...administrator, scopes: new Set(['altinn:clientdelegations.read']) };
      const writer = { ...administrator, scopes: new Set(['altinn:clientdelegations.write']) };
      expect(await askEndUser(reader, 'POST', 'clients')).toMatchObject({ status: 403, text: '' });
      expect(await askEndUser(reader, 'DELETE', 'clients')).toMatchObject({ status: 403, text: '' });
      for (const path of ['clients', 'clients/available', 'agents']) {
        expect(await askEndUser(writer, 'GET', path)).toMatchObject({ status: 403, text: '' });
        expect(await askEndUser(NOBODY, 'GET', path)).toMatchObject({ status: 401, text: '' });
      }
    });
  });
});
