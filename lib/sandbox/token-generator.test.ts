import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enterpriseToken } from '#app/api/GetEnterpriseToken/endpoints.ts';
import { personalToken } from '#app/api/GetPersonalToken/endpoints.ts';
import { platformAccessToken } from '#app/api/GetPlatformAccessToken/endpoints.ts';
import { systemUserToken } from '#app/api/GetSystemUserToken/endpoints.ts';
import { testParties } from '#app/api/TestParties/endpoints.ts';
import type { Database } from '#db/open.ts';
import * as settings from '../config/env.ts';
import type { Actor } from '../context/context.ts';
import { replaceDatabase } from '../context/database.ts';
import type { Section } from '../http/section.ts';
import { storePrefix } from '../maskinporten/prefixes/find-prefix.ts';
import { giveRole } from '../parties/create-party.ts';
import type { Organisation, Person } from '../parties/model.ts';
import { fromBearer } from '../session/bearer.ts';
import { TEST_NOW } from '../testing/context.ts';
import { anOrganisation, aPerson, aPersonNo } from '../testing/parties.ts';
import { aSystem, aSystemUser } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';

const SECTIONS = { enterpriseToken, personalToken, systemUserToken, platformAccessToken, testParties };
const HOST = 'localhost:3000';
const CREDENTIALS = `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`;

function get(section: Section, query = '', differences: Readonly<Record<string, string>> = {}): Promise<Response> {
  const headers = { host: HOST, authorization: CREDENTIALS, ...differences };
  return section.handlers.GET(new Request(`http://localhost${section.base}?${query}`, { headers }));
}

async function claimsOf(section: Section, query: string): Promise<Record<string, unknown>> {
  const response = await get(section, `${query}&dump=1`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { payload: Record<string, unknown> }).payload;
}

async function bearerOf(section: Section, query: string): Promise<Actor> {
  const token = await (await get(section, query)).text();
  const request = new Request('http://localhost/', { headers: { authorization: `Bearer ${token}` } });
  return (await fromBearer(request)).actor;
}

describe.each(ENGINES)('the token generator on %s', (engine) => {
  let database: Database;
  let owner: Organisation;
  let person: Person;
  let pid: string;

  beforeEach(async () => {
    database = await openTestDatabase(engine);
    replaceDatabase(database);
    owner = await anOrganisation(database.db, { orgCode: 'skd', name: 'SKATTEETATEN' });
    pid = aPersonNo();
    person = await aPerson(database.db, { personNo: pid, at: owner, roles: ['DAGL'] });
  });

  afterEach(() => {
    vi.restoreAllMocks();
    replaceDatabase(undefined);
  });

  describe('the way in', () => {
    it.each(Object.entries(SECTIONS))('%s asks for the right credentials', async (_name, section) => {
      for (const wrong of ['', 'Basic', `Basic ${btoa('sandbox:wrong')}`, `Basic ${btoa('sandbox')}`, 'Bearer x']) {
        const response = await get(section, '', { authorization: wrong });
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
      }
    });

    it.each(Object.entries(SECTIONS))(
      '%s is absent in production, whatever the credentials',
      async (_name, section) => {
        const production = { ...settings.env(), PORTAL_ENVIRONMENT: 'production' as const };
        vi.spyOn(settings, 'env').mockReturnValue(production);
        expect((await get(section)).status).toBe(404);
        expect((await get(section, '', { authorization: '' })).status).toBe(404);
      },
    );

    it.each(Object.entries(SECTIONS))('B29 %s does not answer under a foreign name', async (_name, section) => {
      for (const host of ['evil.example', 'evil.example:3000', '']) {
        expect((await get(section, '', { host })).status).toBe(421);
        expect((await get(section, '', { host, authorization: '' })).status).toBe(421);
      }
    });
  });

  describe('GetEnterpriseToken', () => {
    it('answers with the bare token as text, accepted as a bearer token', async () => {
      const query = `env=tt02&scopes=${encodeURIComponent('altinn:a,altinn:b altinn:c')}&org=skd&orgNo=${owner.orgNo}`;
      const response = await get(enterpriseToken, query);
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(await response.text()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(await bearerOf(enterpriseToken, query)).toMatchObject({
        kind: 'organisation',
        orgNo: owner.orgNo,
        orgCode: 'skd',
        exchanged: true,
        scopes: new Set(['altinn:a', 'altinn:b', 'altinn:c']),
      });
    });

    it('completes number from code, code from number, and both from the party', async () => {
      for (const query of ['org=skd', `orgNo=${owner.orgNo}`, `partyId=${owner.partyId}`, `partyuuid=${owner.uuid}`]) {
        const claims = await claimsOf(enterpriseToken, query);
        expect(claims).toMatchObject({ 'urn:altinn:org': 'skd', 'urn:altinn:orgNumber': owner.orgNo });
      }
    });

    it('mints any organisation number as asked, or somebody of the register when nobody is named', async () => {
      expect(
        await claimsOf(enterpriseToken, 'orgNo=999999999&org=zzz&clientId=c1&supplierOrgNo=111111111'),
      ).toMatchObject({
        consumer: { authority: 'iso6523-actorid-upis', ID: '0192:999999999' },
        supplier: { authority: 'iso6523-actorid-upis', ID: '0192:111111111' },
        client_id: 'c1',
        'urn:altinn:org': 'zzz',
        'urn:altinn:authlevel': 3,
      });
      expect(await claimsOf(enterpriseToken, 'scopes=altinn:a')).toMatchObject({
        scope: 'altinn:a',
        'urn:altinn:orgNumber': expect.stringMatching(/^[0-9]{9}$/),
      });
      expect((await get(enterpriseToken, 'org=nobody')).status).toBe(400);
    });

    it('gives an owner of scope prefixes its consumer_prefix', async () => {
      const prefix = { prefix: 'skatteetaten', ownerOrgNo: owner.orgNo, at: TEST_NOW };
      await database.db.transaction((tx) => storePrefix(tx, prefix));
      expect(await claimsOf(enterpriseToken, 'org=skd')).toMatchObject({ consumer_prefix: ['skatteetaten'] });
    });

    it('lives as long as asked, and 1800 s otherwise', async () => {
      const life = async (query: string) => {
        const { exp, iat } = await claimsOf(enterpriseToken, query);
        return Number(exp) - Number(iat);
      };
      expect(await life('org=skd')).toBe(1800);
      expect(await life('org=skd&ttl=60')).toBe(60);
      expect((await get(enterpriseToken, 'org=skd&ttl=-1')).status).toBe(400);
    });

    it('makes several at once, each under its organisation number', async () => {
      await anOrganisation(database.db);
      const response = await get(enterpriseToken, 'bulkCount=5&scopes=altinn:a');
      const tokens = (await response.json()) as Record<string, string>;
      expect(Object.keys(tokens)).toHaveLength(2);
      expect(tokens[owner.orgNo]).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect((await get(enterpriseToken, 'bulkCount=1001')).status).toBe(400);
    });
  });

  describe('GetPersonalToken', () => {
    it('completes everything from any one identifier', async () => {
      const { userId, partyId, uuid, userName } = person;
      for (const query of [
        `pid=${pid}`,
        `userId=${userId}`,
        `partyId=${partyId}`,
        `partyuuid=${uuid}`,
        `userName=${userName}`,
      ]) {
        expect(await claimsOf(personalToken, query)).toMatchObject({
          pid,
          nameid: userId,
          'urn:altinn:userid': userId,
          'urn:altinn:username': userName,
          'urn:altinn:partyid': partyId,
          'urn:altinn:party:uuid': uuid,
          'urn:altinn:authlevel': 3,
          scope: 'altinn:portal/enduser',
        });
      }
    });

    it('is accepted as that person, at the level asked for', async () => {
      expect(await bearerOf(personalToken, `PID=${pid}&authlvl=4&scopes=altinn:x`)).toEqual({
        kind: 'person',
        partyUuid: person.uuid,
        partyId: person.partyId,
        userId: person.userId,
        name: person.name,
        authenticationLevel: 4,
        scopes: new Set(['altinn:x']),
      });
    });

    it('mints a stranger as asked, but only with a user id', async () => {
      expect(await claimsOf(personalToken, 'userId=7&partyId=8&userName=x&consumerOrgNo=999999999')).toMatchObject({
        'urn:altinn:userid': 7,
        'urn:altinn:partyid': 8,
        consumer: { ID: '0192:999999999' },
      });
      expect((await get(personalToken, `pid=${aPersonNo()}`)).status).toBe(400);
    });

    it('picks somebody when nobody is named, and several in bulk by person number', async () => {
      expect(await claimsOf(personalToken, '')).toMatchObject({ pid });
      const tokens = (await (await get(personalToken, 'bulkCount=3')).json()) as Record<string, string>;
      expect(Object.keys(tokens)).toEqual([pid]);
    });

    it('B30 refuses a number that is not synthetic', async () => {
      for (const number of ['01010112345', '08069402071', 'x']) {
        expect((await get(personalToken, `pid=${number}&userId=1`)).status).toBe(400);
      }
    });
  });

  describe('GetSystemUserToken', () => {
    it('completes owner, vendor, system and client from the system user', async () => {
      const system = await aSystem(database.db);
      const user = await aSystemUser(database.db, { system, party: owner });
      expect(await bearerOf(systemUserToken, `systemUserId=${user.id}&scopes=altinn:enduser`)).toMatchObject({
        kind: 'organisation',
        orgNo: system.vendorOrgNo,
        clientId: system.clientIds[0],
        systemUser: { id: user.id, orgNo: owner.orgNo, systemId: system.systemId },
      });
    });

    it('mints an unknown one as asked', async () => {
      const id = randomUUID();
      const query = `systemUserId=${id}&systemUserOrg=999999999&orgNo=888888888&clientId=c1`;
      expect(await claimsOf(systemUserToken, query)).toMatchObject({
        client_id: 'c1',
        consumer: { ID: '0192:888888888' },
        authorization_details: [
          { type: 'urn:altinn:systemuser', systemuser_id: [id], systemuser_org: { ID: '0192:999999999' } },
        ],
      });
      expect((await get(systemUserToken, 'systemUserId=x')).status).toBe(400);
      expect((await get(systemUserToken, '')).status).toBe(400);
    });
  });

  it('GetPlatformAccessToken names the app and is nobody’s bearer token', async () => {
    expect(await claimsOf(platformAccessToken, 'app=authorization')).toMatchObject({
      'urn:altinn:app': 'authorization',
    });
    expect(await bearerOf(platformAccessToken, 'app=authorization')).toEqual({ kind: 'anonymous' });
    expect((await get(platformAccessToken, '')).status).toBe(400);
  });

  it('TestParties lists people with their roles and organisations with their clients', async () => {
    const client = await anOrganisation(database.db, { name: 'EN KUNDE' });
    const relation = { fromUuid: client.uuid, toUuid: owner.uuid, role: 'regnskapsforer', at: TEST_NOW };
    await database.db.transaction((tx) => giveRole(tx, relation));
    const { people, organisations } = await (await get(testParties)).json();
    expect(people).toEqual([
      {
        name: person.name,
        pid,
        userId: person.userId,
        userName: person.userName,
        partyId: person.partyId,
        partyUuid: person.uuid,
        roles: [{ orgNo: owner.orgNo, name: 'SKATTEETATEN', roles: ['DAGL'] }],
      },
    ]);
    expect(organisations).toContainEqual({
      name: 'SKATTEETATEN',
      orgNo: owner.orgNo,
      partyId: owner.partyId,
      partyUuid: owner.uuid,
      organisationForm: 'AS',
      org: 'skd',
      clients: [{ orgNo: client.orgNo, name: 'EN KUNDE', roles: ['regnskapsforer'] }],
    });
  });
});
