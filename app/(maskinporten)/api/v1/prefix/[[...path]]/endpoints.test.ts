import { beforeAll, describe, expect, it } from 'vitest';
import { env } from '#lib/config/env.ts';
import { ANONYMOUS } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { anAdministration, anAdministrator } from '#lib/testing/administration.ts';
import { call } from '#lib/testing/call.ts';
import { actorOf, anOrganisation, aPerson } from '#lib/testing/parties.ts';
import { ENGINES } from '#lib/testing/test-database.ts';
import { operatorCalls } from '../../../../internal/api/v1/[[...path]]/endpoints.ts';
import { sources } from '../../delegationsources/[[...path]]/endpoints.ts';
import { organisations } from '../../organizations/[[...path]]/endpoints.ts';
import { scopes } from '../../scopes/[[...path]]/endpoints.ts';
import { prefixes } from './endpoints.ts';

type Prefix = { readonly prefix: string };

describe.each(ENGINES)('prefixes and organisations on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  let operator: ReturnType<typeof anAdministrator>;
  let counter = 0;
  beforeAll(async () => {
    home = await anAdministration(engine);
    replaceDatabase(home.database);
    await anOrganisation(home.db, { orgNo: env().OPERATOR_ORG_NO, name: 'DIGDIR' });
    operator = anAdministrator(env().OPERATOR_ORG_NO, 'idporten:scopes.admin');
  });

  const assign = async (ownerOrgNo = home.owner) => {
    counter += 1;
    const prefix = `p${counter}${home.prefix}`.slice(0, 50);
    const body = { prefix, owner_orgno: ownerOrgNo };
    return { prefix, body, answer: await call(operatorCalls, home.db, operator, ['POST', 'scope_prefix', body]) };
  };

  it('shows the own prefixes to their owner and all of them to anybody', async () => {
    const own = await call(prefixes, home.db, home.as, ['GET', '']);
    expect(own.body).toMatchObject([
      { prefix: home.prefix, owner_orgno: home.owner, organization_name: 'ACME ETAT', active: true },
    ]);
    expect((await call(prefixes, home.db, home.asOther, ['GET', ''])).body).toEqual([]);
    expect((await call(prefixes, home.db, ANONYMOUS, ['GET', ''])).status).toBe(401);
    const all = (await call(prefixes, home.db, ANONYMOUS, ['GET', 'all'])).body as readonly Prefix[];
    expect(all.map(({ prefix }) => prefix)).toContain(home.prefix);
  });

  it('lets the operator assign a prefix, once', async () => {
    const { answer, body } = await assign();
    expect([answer.status, answer.body]).toMatchObject([200, { ...body, active: true }]);
    expect((await call(operatorCalls, home.db, operator, ['POST', 'scope_prefix', body])).status).toBe(409);
  });

  it('moves a prefix with its scopes to another owner', async () => {
    const { prefix } = await assign();
    const scope = { prefix, subscope: 'x', description: 'X' };
    expect((await call(scopes, home.db, home.as, ['POST', '', scope])).status).toBe(200);
    const moved = { prefix, owner_orgno: home.other };
    expect((await call(operatorCalls, home.db, operator, ['PUT', 'scope_prefix', moved])).body).toMatchObject(moved);
    const read = ['GET', `scope?scope=${prefix}:x`] as const;
    expect((await call(scopes, home.db, home.as, read)).status).toBe(403);
    expect((await call(scopes, home.db, home.asOther, read)).body).toMatchObject({ owner_orgno: home.other });
  });

  it('takes a prefix out of use: no new scope below it', async () => {
    const { prefix } = await assign();
    const gone = await call(operatorCalls, home.db, operator, ['DELETE', `scope_prefix?prefix=${prefix}`]);
    expect(gone.body).toMatchObject({ prefix, active: false });
    const scope = { prefix, subscope: 'x', description: 'X' };
    expect((await call(scopes, home.db, home.as, ['POST', '', scope])).status).toBe(403);
    expect((await call(operatorCalls, home.db, operator, ['DELETE', 'scope_prefix?prefix=nobodys'])).status).toBe(404);
  });

  it('pages through every prefix', async () => {
    await assign();
    const page = await call(operatorCalls, home.db, operator, ['GET', 'scope_prefix?page=0&size=1']);
    expect(page.body).toMatchObject({ number: 0, size: 1, content: [{ owner_orgno: home.owner }] });
    expect((page.body as { totalElements: number }).totalElements).toBeGreaterThan(1);
    expect((await call(operatorCalls, home.db, operator, ['GET', 'scope_prefix?page=x&size=-1'])).status).toBe(200);
  });

  it.each([{ prefix: 'Upper' }, { prefix: 'a:b' }, { prefix: '' }, { owner_orgno: '123' }, { owner_orgno: null }])(
    'refuses an assignment with %o',
    async (differences) => {
      const body = { prefix: 'fine', owner_orgno: home.owner, ...differences };
      expect((await call(operatorCalls, home.db, operator, ['POST', 'scope_prefix', body])).status).toBe(400);
    },
  );

  it('lets nobody but the operator assign: not its other machines, not others with the scope', async () => {
    const technician = await anOrganisation(home.db, { orgNo: '974761076' });
    const person = await aPerson(home.db, { at: technician, roles: ['DAGL'] });
    for (const [actor, status] of [
      [ANONYMOUS, 401],
      [anAdministrator(home.owner, 'idporten:scopes.admin'), 403],
      [anAdministrator(env().OPERATOR_ORG_NO, 'idporten:scopes.write'), 403],
      [actorOf(person), 403],
    ] as const) {
      const body = { prefix: 'mine', owner_orgno: home.owner };
      expect((await call(operatorCalls, home.db, actor, ['POST', 'scope_prefix', body])).status).toBe(status);
    }
  });

  it('tells anybody the name of an organisation', async () => {
    const answer = await call(organisations, home.db, ANONYMOUS, ['GET', home.owner]);
    expect([answer.status, answer.body]).toEqual([200, { orgnr: home.owner, name: 'ACME ETAT' }]);
    expect((await call(organisations, home.db, ANONYMOUS, ['GET', '123456789'])).status).toBe(400);
    expect((await call(organisations, home.db, ANONYMOUS, ['GET', '310702641'])).status).toBe(404);
  });

  it('tells anybody the delegation sources, with the dates that clients read', async () => {
    const answer = await call(sources, home.db, ANONYMOUS, ['GET', '']);
    const dates = { created: expect.stringMatching(/^\d{4}-.*Z$/), last_updated: expect.stringMatching(/^\d{4}-.*Z$/) };
    expect(answer.body).toContainEqual({ name: 'altinn', issuer: 'https://tt02.altinn.no/', ...dates });
  });
});
