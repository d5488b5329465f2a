import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Actor, PersonActor } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import type { Organisation } from '#lib/parties/model.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { call } from '#lib/testing/call.ts';
import { anOrganisationActor, TEST_NOW } from '#lib/testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '#lib/testing/parties.ts';
import { aListedPackage, aSystem, aSystemUser } from '#lib/testing/systems.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { systemUsers } from './endpoints.ts';

const NOBODY: Actor = { kind: 'anonymous' };

describe.each(ENGINES)('what an owner does with its system users over HTTP on %s', (engine) => {
  let db: Db;
  let system: RegisteredSystem;
  let party: Organisation;
  let manager: PersonActor;

  beforeEach(async () => {
    db = await serveTestDatabase(engine);
    system = await aSystem(db);
    party = await anOrganisation(db);
    manager = actorOf(await aPerson(db, { at: party, roles: ['ADMAI'] }));
  });
  afterAll(() => replaceDatabase(undefined));

  const ask = (actor: Actor, ...request: Parameters<typeof call>[3]) => call(systemUsers, db, actor, request);

  it('lists standard and agent users apart, in the internal form', async () => {
    const standard = await aSystemUser(db, { system, party, packages: ['urn:a'] });
    const agent = await aSystemUser(db, {
      system,
      party,
      userType: 'agent',
      externalRef: 'a',
      packages: ['urn:b', 'urn:a'],
    });
    expect((await ask(manager, 'GET', `${party.partyId}`)).body).toEqual([
      {
        id: standard.id,
        integrationTitle: 'Smart regnskap',
        systemId: system.systemId,
        productName: '',
        systemInternalId: system.internalId,
        partyId: String(party.partyId),
        partyUuId: '',
        reporteeOrgNo: party.orgNo,
        created: TEST_NOW.toISOString(),
        isDeleted: false,
        supplierName: '',
        supplierOrgno: system.vendorOrgNo,
        externalRef: party.orgNo,
        userType: 'standard',
      },
    ]);
    expect((await ask(manager, 'GET', `agent/${party.partyId}`)).body).toMatchObject([
      { id: agent.id, userType: 'agent', accessPackages: [{ urn: 'urn:a' }, { urn: 'urn:b' }] },
    ]);
  });

  it('lets the power at the organisation speak before the rest of path, query and body', async () => {
    const stranger = actorOf(await aPerson(db, {}));
    const { partyId } = party;
    const wrong: readonly Parameters<typeof call>[3][] = [
      ['POST', `${partyId}/create`, '{bad'],
      ['DELETE', `${partyId}/bad`],
      ['GET', `${partyId}/bad/delegations`],
      ['DELETE', `agent/${partyId}/bad`],
    ];
    for (const request of wrong) {
      expect(await ask(stranger, ...request), request.join(' ')).toMatchObject({ status: 403, text: '' });
      expect((await ask(manager, ...request)).status, request.join(' ')).toBe(400);
    }
    expect(await ask(manager, 'GET', `agent/${partyId}/clients`)).toMatchObject({ status: 403, text: '' });
  });

  it('reads one with what it holds, and the delegations alone', async () => {
    const rights = [{ resourceId: 'app_ttd_innsending', actions: ['read', 'write'] }];
    const user = await aSystemUser(db, { system, party, rights, packages: ['urn:a'] });
    const held = {
      rights: [{ resource: [{ id: 'urn:altinn:resource', value: 'app_ttd_innsending' }] }],
      accessPackages: [{ urn: 'urn:a' }],
    };
    const path = `${party.partyId}/${user.id}`;
    expect((await ask(manager, 'GET', path)).body).toMatchObject({ id: user.id, ...held });
    expect((await ask(manager, 'GET', `${path}/delegations`)).body).toEqual({ systemUserId: user.id, ...held });
  });

  it('B21 shows nobody another party’s users', async () => {
    const other = await anOrganisation(db);
    const stranger = actorOf(await aPerson(db, { at: other, roles: ['ADMAI'] }));
    const user = await aSystemUser(db, { system, party });
    const paths = ['', 'agent/', `/${user.id}`, `/${user.id}/delegations`];
    for (const path of paths) {
      const full = path === 'agent/' ? `agent/${party.partyId}` : `${party.partyId}${path}`;
      expect(await ask(NOBODY, 'GET', full)).toMatchObject({ status: 401, text: '' });
      expect(await ask(stranger, 'GET', full)).toMatchObject({ status: 403, text: '' });
      expect(await ask(anOrganisationActor({ orgNo: party.orgNo }), 'GET', full)).toMatchObject({
        status: 403,
        text: '',
      });
    }
    const through = `${other.partyId}/${user.id}`;
    expect(await ask(stranger, 'GET', through)).toMatchObject({ status: 404, body: { title: 'Not Found' } });
    expect(await ask(stranger, 'GET', `${through}/delegations`)).toMatchObject({ body: { code: 'AUTH-00015' } });
    expect(await ask(stranger, 'DELETE', through)).toMatchObject({ status: 403, body: { code: 'AUTH-00024' } });
    expect((await ask(manager, 'GET', `${party.partyId}/${user.id}`)).status).toBe(200);
  });

  it('demands authentication level 3 and the right role for each read', async () => {
    const user = await aSystemUser(db, { system, party });
    const low = { ...manager, authenticationLevel: 2 };
    expect(await ask(low, 'GET', `${party.partyId}`)).toMatchObject({ status: 403, text: '' });
    const clients = actorOf(await aPerson(db, { at: party, roles: ['KLADM'] }));
    expect((await ask(clients, 'GET', `${party.partyId}`)).status).toBe(403);
    expect((await ask(clients, 'GET', `agent/${party.partyId}`)).status).toBe(200);
    expect((await ask(clients, 'GET', `${party.partyId}/${user.id}`)).status).toBe(200);
    expect((await ask(clients, 'GET', `${party.partyId}/${user.id}/delegations`)).status).toBe(403);
  });

  it('Q-2 answers a party or an id that is none with 400', async () => {
    for (const path of ['abc', '1e3', '-1', '99999999999', 'agent/abc']) {
      const answer = await ask(manager, 'GET', path);
      expect(answer).toMatchObject({ status: 400, body: { errors: { party: [expect.any(String)] } } });
    }
    expect((await ask(manager, 'GET', `${party.partyId}/not-a-uuid`)).status).toBe(400);
    expect(await ask(manager, 'GET', `${party.partyId}/${randomUUID()}`)).toMatchObject({ status: 404 });
    expect((await ask(NOBODY, 'GET', 'abc')).status).toBe(401);
  });

  it('takes a system into use with 200, once', async () => {
    const accessPackages = [await aListedPackage(db)];
    const open = await aSystem(db, { accessPackages, isVisible: true });
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'ADMAI', packageUrn: accessPackages[0] ?? '', hasAccess: true, mayDelegate: true });
    const body = { IntegrationTitle: 'Vårt regnskap', systemId: open.systemId };
    const path = `${party.partyId}/create`;
    const created = await ask(manager, 'POST', path, body);
    expect(created).toMatchObject({
      status: 200,
      body: {
        integrationTitle: 'Vårt regnskap',
        systemId: open.systemId,
        externalRef: party.orgNo,
        userType: 'standard',
      },
    });
    expect(await ask(manager, 'POST', path, body)).toMatchObject({ status: 400, body: { code: 'AUTH-00004' } });
    expect(await ask(manager, 'POST', path, { systemId: 'none' })).toMatchObject({
      status: 404,
      body: { code: 'AUTH-00011' },
    });
    expect(await ask(NOBODY, 'POST', path, body)).toMatchObject({ status: 401, text: '' });
  });

  it('Q-29 withdraws with 202 and 1, and answers 404 and 0 when there is none', async () => {
    const user = await aSystemUser(db, { system, party });
    const path = `${party.partyId}/${user.id}`;
    expect(await ask(manager, 'DELETE', path)).toMatchObject({ status: 202, text: '1' });
    expect(await ask(manager, 'DELETE', path)).toMatchObject({ status: 404, text: '0' });
    expect((await ask(manager, 'GET', `${party.partyId}`)).body).toEqual([]);
    expect((await ask(manager, 'GET', path)).status).toBe(404);
    const agent = await aSystemUser(db, { system, party, userType: 'agent' });
    const wrong = await ask(manager, 'DELETE', `${party.partyId}/${agent.id}`);
    expect(wrong).toMatchObject({ status: 400, body: { code: 'AUTH-00036' } });
  });

  it('Q-21 has no PUT', async () => {
    expect([404, 405]).toContain((await ask(manager, 'PUT', '', {})).status);
  });
});
