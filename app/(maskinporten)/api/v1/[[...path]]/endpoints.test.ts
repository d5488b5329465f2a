import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { createLane, loadSections } from '#lib/http/lane.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { type AdminError, anAdministration, anAdministrator } from '#lib/testing/administration.ts';
import { call } from '#lib/testing/call.ts';
import { TEST_NOW } from '#lib/testing/context.ts';
import { aClientWithKey, anAccess, aScope } from '#lib/testing/maskinporten.ts';
import { actorOf, anOrganisation, anOrgNo, aPerson } from '#lib/testing/parties.ts';
import { ENGINES } from '#lib/testing/test-database.ts';
import { externalAdministration } from '../../../external/api/v1/[[...path]]/endpoints.ts';
import { delegationSourceEndpoints } from '../delegationsources/[[...path]]/endpoints.ts';
import { organisationEndpoints } from '../organizations/[[...path]]/endpoints.ts';
import { prefixEndpoints } from '../prefix/[[...path]]/endpoints.ts';
import { dataSharingEndpoints } from './data-sharing.ts';
import { administrationRoot, sessionEndpoints } from './endpoints.ts';

describe('addresses of the administration API', async () => {
  const sections = await loadSections(`${import.meta.dirname}/../../..`, ['.']);
  const lane = createLane(sections);

  it.each([
    ['/prefix', prefixEndpoints],
    ['/prefix/all', prefixEndpoints],
    ['/organizations/310702641', organisationEndpoints],
    ['/delegationsources', delegationSourceEndpoints],
    ['/datasharing/consumer/client', dataSharingEndpoints],
    ['/auth/user', sessionEndpoints],
  ])('have %s as their older form', (path, endpoints) => {
    expect(lane(path)).toMatchObject({ deprecated: true, endpoints });
  });

  it.each([
    '/api/v1',
    '/api/v1/',
    '/api/v1/unknown',
    '/api/v1/unknown/deep',
    '/api/v1/clientsandmore',
    '/api/v1//clients',
    '/api/v1/clients/a/b/c/d',
    '/api/v1/auth/switch-synth-org',
    '/api/v2/unknown',
    '/internal/api/v1/unknown',
    '/external/api/v1/unknown',
    '/auth/unknown',
    '/datasharing/unknown',
  ])('answer 404 to %s in the error shape of the API', async (path) => {
    const section = lane(path);
    const response = await section?.handlers.GET(new Request(`http://localhost${path}`));
    expect([response?.status, response?.headers.get('access-control-allow-origin')]).toEqual([404, '*']);
    expect(await response?.json()).toMatchObject({
      status: 404,
      error: 'not_found',
      correlation_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      errors: [],
    });
  });

  it.each(['/api', '/api/auth/session', '/api/v10/clients', '/api/v1x'])('leave %s to others', (path) => {
    expect(lane(path)).toBeUndefined();
  });
});

describe.each(ENGINES)('session and statistics of the administration on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  beforeAll(async () => {
    home = await anAdministration(engine);
    replaceDatabase(home.database);
  });
  const get = async (actor: Parameters<typeof call>[2], path: string) =>
    call(administrationRoot, home.db, actor, ['GET', path]);

  it('tells a machine its organisation', async () => {
    expect(await get(anAdministrator(home.owner, 'any:scope'), 'auth/user')).toMatchObject({
      status: 200,
      body: {
        authenticated_organization_number: home.owner,
        authenticated_organization_name: 'ACME ETAT',
        is_synthetic_organization_number: /^[23]/.test(home.owner),
        has_consented: true,
      },
    });
  });

  it.each([
    ['310702641', true],
    ['974761076', false],
  ])('tells the organisation %s by its number alone that it is synthetic: %s', async (orgNo, synthetic) => {
    expect((await get(anAdministrator(orgNo, 'any:scope'), 'auth/user')).body).toMatchObject({
      authenticated_organization_number: orgNo,
      authenticated_organization_name: null,
      is_synthetic_organization_number: synthetic,
    });
  });

  it('names no organisation for the token of a person, and answers 401 without a token', async () => {
    const at = await anOrganisation(home.db);
    const person = actorOf(await aPerson(home.db, { at, roles: ['DAGL'] }));
    expect((await get(person, 'auth/user')).body).toMatchObject({ authenticated_organization_number: null });
    for (const path of ['auth/user', 'integrations', 'apis']) expect((await get(ANONYMOUS, path)).status).toBe(401);
  });

  it.each([
    ['auth/user', 'any:scope'],
    ['integrations', 'idporten:dcr.read'],
    ['apis', 'idporten:scopes.read'],
    ['datasharing/consumer/client', 'idporten:dcr.datasharing'],
    ['datasharing/consumer/scope/access', 'idporten:dcr.datasharing'],
  ])('answers %s at the older address as at the present one', async (path, scope) => {
    const machine = anAdministrator(home.owner, scope);
    const older = await call(externalAdministration, home.db, machine, ['GET', path]);
    const present = await get(machine, path);
    expect([older.status, older.text]).toEqual([200, present.text]);
  });

  it('counts the clients that an organisation owns or supplies, by owner and type', async () => {
    const supplier = anAdministrator(anOrgNo(), 'idporten:dcr.read');
    const own = { orgNo: supplier.orgNo };
    await aClientWithKey(home.db, own);
    await aClientWithKey(home.db, { ...own, active: false, updatedAt: new Date(TEST_NOW.getTime() + DAY_MS) });
    await aClientWithKey(home.db, { orgNo: home.owner, supplierOrgNo: supplier.orgNo });
    await aClientWithKey(home.db, { orgNo: home.owner });
    const of = async (query: string) =>
      ((await get(supplier, `integrations${query}`)).body as Record<string, unknown>[]).map((row) => [
        row.org_number,
        row.organization_name,
        row.integration_type,
        row.active,
        row.inactive,
      ]);
    const mine = [supplier.orgNo, supplier.orgNo, 'maskinporten', 1, 1];
    const customers = [home.owner, 'ACME ETAT', 'maskinporten', 1, 0];
    expect(await of('')).toEqual([mine, customers].sort());
    expect(await of(`?org_number=${home.owner}`)).toEqual([customers]);
    expect(await of(`?org_number=${home.other}`)).toEqual([]);
    const since = new Date(TEST_NOW.getTime() + 1).toISOString();
    expect(await of(`?updated_since=${since}`)).toEqual([[...mine.slice(0, 3), 0, 1]]);
  });

  it('refuses a time that is none, and names the parameter', async () => {
    const answer = await get(home.as, 'integrations?updated_since=yesterday');
    expect([answer.status, (answer.body as AdminError).errors[0]?.fieldIdentifier]).toEqual([400, 'updated_since']);
  });

  it('counts for each scope who has access and who waits', async () => {
    const used = await aScope(home.db, { name: `${home.prefix}:used`, ownerOrgNo: home.owner });
    await aScope(home.db, { name: `${home.prefix}:unused`, ownerOrgNo: home.owner, active: false });
    await anAccess(home.db, used, anOrgNo());
    await anAccess(home.db, used, anOrgNo());
    await anAccess(home.db, used, anOrgNo(), 'REQUESTED');
    await anAccess(home.db, used, anOrgNo(), 'DENIED');
    const { body } = await get(home.as, 'apis');
    expect(body).toMatchObject([
      { scope: `${home.prefix}:unused`, active: false, consumers: 0, requests: 0 },
      { scope: used, active: true, consumers: 2, requests: 1 },
    ]);
  });

  it.each([
    ['integrations', 'idporten:scopes.read'],
    ['apis', 'idporten:dcr.read'],
  ])('does not show %s to a machine with %s alone', async (path, scope) => {
    expect((await get(anAdministrator(home.owner, scope), path)).status).toBe(403);
  });
});
