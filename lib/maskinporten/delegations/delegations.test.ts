import { beforeAll, describe, expect, it } from 'vitest';
import { maskinportenDelegations } from '#app/(altinn)/accessmanagement/api/v1/maskinporten/[[...path]]/endpoints.ts';
import { ANONYMOUS, type Context, type PersonActor } from '../../context/context.ts';
import { replaceDatabase } from '../../context/database.ts';
import { BareError, ProblemError } from '../../kernel/errors.ts';
import type { Organisation } from '../../parties/model.ts';
import { anAdministration, anAdministrator } from '../../testing/administration.ts';
import { aToken, call } from '../../testing/call.ts';
import { aPersonActor, as, TEST_NOW } from '../../testing/context.ts';
import { aScope } from '../../testing/maskinporten.ts';
import { actorOf, anOrganisation, aPerson } from '../../testing/parties.ts';
import { ENGINES } from '../../testing/test-database.ts';
import { delegateScope } from './delegate-scope.ts';
import { scopesDelegated } from './find-delegation.ts';
import { listOfferedDelegations, listReceivedDelegations } from './list-delegations.ts';
import { lookupDelegations } from './lookup-delegations.ts';
import { revokeDelegation } from './revoke-delegation.ts';

const SOURCE = 'https://tt02.altinn.no/';

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ProblemError) return error.code ?? String(error.status);
  return error instanceof BareError ? String(error.status) : String(error);
}

describe.each(ENGINES)('delegation of scopes on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  let consumer: Organisation;
  let supplier: Organisation;
  let scope: string;
  let manager: PersonActor;
  let pair: { consumerOrgNo: string; supplierOrgNo: string; scope: string };
  const by = (actor: Context['actor']) => as({ db: home.db, now: TEST_NOW }, actor);

  beforeAll(async () => {
    home = await anAdministration(engine);
    replaceDatabase(home.database);
    consumer = await anOrganisation(home.db);
    supplier = await anOrganisation(home.db);
    scope = await aScope(home.db, { name: `${home.prefix}:orders.read`, delegationSource: SOURCE });
    manager = actorOf(await aPerson(home.db, { at: consumer, roles: ['ADMAI'] }));
    pair = { consumerOrgNo: consumer.orgNo, supplierOrgNo: supplier.orgNo, scope };
  });

  const isDelegated = async () => (await scopesDelegated(home.db, { ...pair, scopes: [scope] })).has(scope);

  it('is given and taken by a person of the consumer, and acts at once', async () => {
    await delegateScope(by(manager), pair);
    await delegateScope(by(manager), pair);
    expect(await isDelegated()).toBe(true);
    const offered = await listOfferedDelegations(by(manager), { consumerOrgNo: consumer.orgNo });
    expect(offered).toMatchObject([pair]);
    const machine = anAdministrator(supplier.orgNo, 'idporten:dcr.read');
    expect(await listReceivedDelegations(by(machine), { supplierOrgNo: supplier.orgNo })).toHaveLength(1);
    await revokeDelegation(by(manager), pair);
    expect(await isDelegated()).toBe(false);
    expect(await refusal(revokeDelegation(by(manager), pair))).toBe('delegation_not_found');
  });

  it('B9 is not given by anybody else', async () => {
    const outsider = actorOf(await aPerson(home.db, { at: supplier, roles: ['ADMAI'] }));
    const lowLevel = { ...manager, authenticationLevel: 2 };
    const cases = [ANONYMOUS, anAdministrator(consumer.orgNo), outsider, lowLevel, aPersonActor()];
    const refused = await Promise.all(cases.map((actor) => refusal(delegateScope(by(actor), pair))));
    expect(refused).toEqual(['401', '403', '403', '403', '403']);
    expect(await refusal(listOfferedDelegations(by(outsider), { consumerOrgNo: consumer.orgNo }))).toBe('403');
    expect(await isDelegated()).toBe(false);
  });

  it('needs a scope that exists, is active and has a delegation source, and another organisation', async () => {
    const closed = await aScope(home.db, { name: `${home.prefix}:closed` });
    const gone = await aScope(home.db, { name: `${home.prefix}:gone`, active: false, delegationSource: SOURCE });
    expect(await refusal(delegateScope(by(manager), { ...pair, scope: closed }))).toBe('not_delegable');
    expect(await refusal(delegateScope(by(manager), { ...pair, scope: gone }))).toBe('scope_not_found');
    expect(await refusal(delegateScope(by(manager), { ...pair, scope: 'no:such' }))).toBe('scope_not_found');
    expect(await refusal(delegateScope(by(manager), { ...pair, supplierOrgNo: consumer.orgNo }))).toBe(
      'invalid_request',
    );
    expect(await refusal(delegateScope(by(manager), { ...pair, supplierOrgNo: '310702641' }))).toBe(
      'organisation_not_found',
    );
  });

  it('names the resource of the registry that stands for the scope', async () => {
    const named = await aScope(home.db, {
      name: `${home.prefix}:named`,
      ownerOrgNo: home.owner,
      delegationSource: SOURCE,
    });
    await home.db.insert(home.db.tables.resources).values({
      identifier: 'acme-orders-api',
      ownerOrgNo: home.owner,
      ownerOrgCode: 'acme',
      resourceType: 'MaskinportenSchema',
      versionId: 1,
      document: { resourceReferences: [{ referenceType: 'MaskinportenScope', reference: named }] },
      isDeleted: false,
      createdAt: TEST_NOW,
      updatedAt: TEST_NOW,
    });
    expect(await delegateScope(by(manager), { ...pair, scope: named })).toMatchObject({
      resourceId: 'acme-orders-api',
    });
    await revokeDelegation(by(manager), { ...pair, scope: named });
  });

  describe('the lookup', () => {
    const admin = () => anAdministrator(home.owner, 'altinn:maskinporten/delegations.admin');
    const get = (actor: Context['actor'], search: string) =>
      call(maskinportenDelegations, home.db, actor, ['GET', `delegations/${search}`]);

    it('answers with what is delegated, in Altinn’s spelling', async () => {
      await delegateScope(by(manager), pair);
      const search = `?supplierOrg=${supplier.orgNo}&consumerOrg=${consumer.orgNo}&scope=${encodeURIComponent(scope)}`;
      const answer = await get(admin(), search);
      expect([answer.status, answer.body]).toEqual([
        200,
        [
          {
            consumer_org: consumer.orgNo,
            supplier_org: supplier.orgNo,
            delegation_scheme_Id: null,
            scopes: [scope],
            created: TEST_NOW.toISOString(),
            resourceid: '',
          },
        ],
      ]);
      expect((await get(admin(), `?SupplierOrg=${supplier.orgNo}`)).body).toHaveLength(1);
      await revokeDelegation(by(manager), pair);
      expect((await get(admin(), search)).body).toEqual([]);
    });

    it.each([
      '',
      '?supplierOrg=&consumerOrg=',
      '?supplierOrg=123',
      '?consumerOrg=310702642',
      '?supplierOrg=0192:310702641',
    ])('answers 400 to %s', async (search) => {
      const answer = await get(admin(), search);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
    });

    it('lets a consumer’s people give and end a delegation, and both sides see it', async () => {
      const body = { consumerOrg: consumer.orgNo, supplierOrg: supplier.orgNo, scope };
      const ask = (actor: Context['actor'], ...request: Parameters<typeof call>[3]) =>
        call(maskinportenDelegations, home.db, actor, request);
      const given = await ask(manager, 'POST', 'delegations', body);
      expect(given).toMatchObject({ status: 201, body: [{ supplier_org: supplier.orgNo, scopes: [scope] }] });
      expect(await isDelegated()).toBe(true);
      const offered = `delegations/offered?consumerOrg=${consumer.orgNo}`;
      expect((await ask(manager, 'GET', offered)).body).toEqual(given.body);
      const received = `delegations/received?supplierOrg=${supplier.orgNo}`;
      expect((await ask(anAdministrator(supplier.orgNo), 'GET', received)).body).toEqual(given.body);
      const stranger = actorOf(await aPerson(home.db, {}));
      expect(await ask(stranger, 'DELETE', 'delegations', body)).toMatchObject({ status: 403, text: '' });
      expect(await ask(manager, 'DELETE', 'delegations', body)).toMatchObject({ status: 204, text: '' });
      expect(await isDelegated()).toBe(false);
      expect((await ask(manager, 'DELETE', 'delegations', body)).status).toBe(404);
      expect((await ask(manager, 'POST', 'delegations', { scope })).status).toBe(400);
    });

    it('answers 401 and 403 without a body when the caller has no business here', async () => {
      for (const [actor, status] of [
        [ANONYMOUS, 401],
        [manager, 403],
        [anAdministrator(home.owner, 'altinn:maskinporten/delegation'), 403],
      ] as const) {
        const answer = await get(actor, `?scope=${scope}`);
        expect([answer.status, answer.text]).toEqual([status, '']);
      }
    });

    it('B9 lets the token speak before the query that shows what a supplier has', async () => {
      const ask = (actor: Context['actor']) =>
        call(maskinportenDelegations, home.db, actor, ['GET', 'delegations/received']);
      expect(await ask(ANONYMOUS)).toMatchObject({ status: 401, text: '' });
      expect(await ask(anAdministrator(supplier.orgNo, 'other:scope'))).toMatchObject({ status: 403, text: '' });
      expect((await ask(anAdministrator(supplier.orgNo))).status).toBe(400);
      expect((await ask(manager)).status).toBe(400);
    });

    it('lets one who is no admin ask about scopes below its own prefixes only', async () => {
      const actor = { ...anAdministrator(home.owner, 'altinn:maskinporten/delegations'), prefixes: [home.prefix] };
      expect(await lookupDelegations(by(actor), { scope })).toEqual([]);
      for (const search of [
        { scope: 'other:scope' },
        { scope: `${home.prefix}x:y` },
        { supplierOrg: supplier.orgNo },
      ]) {
        expect(await refusal(lookupDelegations(by(actor), search))).toBe('403');
      }
      const token = await aToken(home.db, { ...actor, prefixes: [] });
      const response = await maskinportenDelegations.handlers.GET(
        new Request(`http://localhost/accessmanagement/api/v1/maskinporten/delegations?scope=${scope}`, {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    });
  });
});
