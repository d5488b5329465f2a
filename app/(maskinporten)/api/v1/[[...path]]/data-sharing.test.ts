import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { givePackage } from '#lib/parties/create-party.ts';
import type { Organisation } from '#lib/parties/model.ts';
import { type AdminError, anAdministration, anAdministrator } from '#lib/testing/administration.ts';
import { call } from '#lib/testing/call.ts';
import { TEST_NOW } from '#lib/testing/context.ts';
import { aClientWithKey, aGrant, aKey, anAccess, aPublicJwk, aScope, ask } from '#lib/testing/maskinporten.ts';
import { actorOf, anOrganisation, aPerson } from '#lib/testing/parties.ts';
import { ENGINES } from '#lib/testing/test-database.ts';
import { dataSharingAlias } from '../../vw1/[[...path]]/endpoints.ts';
import { administrationRoot } from './endpoints.ts';

type Client = { readonly clientId: string; readonly consumerOrgNr: string };
const ADMINISTRATOR = 'urn:altinn:accesspackage:maskinporten-administrator';
const CLIENT = 'datasharing/consumer/client';

describe.each(ENGINES)('simplified onboarding on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  let machine: ReturnType<typeof anAdministrator>;
  let granted: string;
  let open: string;
  let closed: string;
  beforeAll(async () => {
    home = await anAdministration(engine);
    replaceDatabase(home.database);
    machine = anAdministrator(home.owner, 'idporten:dcr.datasharing');
    granted = await aScope(home.db, { name: `${home.prefix}:granted` });
    open = await aScope(home.db, { name: `${home.prefix}:open`, accessibleForAll: true });
    closed = await aScope(home.db, { name: `${home.prefix}:closed` });
    await anAccess(home.db, granted, home.owner);
    await anAccess(home.db, closed, home.owner, 'REQUESTED');
  });

  const aBody = (differences: Record<string, unknown> = {}) => ({
    scopes: [granted, open],
    description: 'Datadeling',
    keys: [aPublicJwk(aKey('sharing'))],
    ...differences,
  });
  const create = async (differences: Record<string, unknown> = {}, actor: Actor = machine) => {
    const answer = await call(administrationRoot, home.db, actor, ['POST', CLIENT, aBody(differences)]);
    return { ...answer, id: (answer.body as Client).clientId };
  };
  const idsFor = async (actor: Actor) =>
    ((await call(administrationRoot, home.db, actor, ['GET', CLIENT])).body as readonly Client[]).map(
      (each) => each.clientId,
    );
  const clientsOf = (orgNo: string) => home.db.$count(home.db.tables.clients, eq(home.db.tables.clients.orgNo, orgNo));

  it('makes a client in one call that gets a token at once', async () => {
    const created = await create();
    expect(created).toMatchObject({
      status: 200,
      body: {
        clientId: created.id,
        description: 'Datadeling',
        consumerOrgNr: home.owner,
        scopes: [granted, open],
        keys: [{ kid: 'sharing', kty: 'RSA', use: 'sig' }],
      },
    });
    const now = new Date();
    const client = { clientId: created.id, orgNo: home.owner, key: aKey('sharing') };
    expect(await ask({ db: home.db, now }, aGrant(client, { now, claims: { scope: granted } }))).toMatchObject({
      status: 200,
    });
  });

  it('lists clients of the organisation, takes them out of use, and answers at the other address too', async () => {
    const { id } = await create();
    const foreign = await aClientWithKey(home.db, { orgNo: home.other, supplierOrgNo: home.owner, withoutKey: true });
    expect(await idsFor(machine)).toContain(id);
    expect(await idsFor(machine)).not.toContain(foreign.clientId);
    const remove = (clientId: string) =>
      call(dataSharingAlias, home.db, machine, ['DELETE', `${CLIENT}?client_id=${clientId}`]);
    const removed = await remove(id);
    expect([removed.status, removed.text, removed.headers.get('content-length')]).toEqual([200, '', '0']);
    expect(await idsFor(machine)).not.toContain(id);
    expect((await remove(foreign.clientId)).status).toBe(403);
    expect((await remove(randomUUID())).status).toBe(404);
    const unnamed = await remove('');
    expect([unnamed.status, (unnamed.body as AdminError).errors[0]?.fieldIdentifier]).toEqual([400, 'client_id']);
  });

  it('takes the other spelling of the parameter that names a client', async () => {
    const { id } = await create();
    const answer = await call(administrationRoot, home.db, machine, ['DELETE', `${CLIENT}?clientId=${id}`]);
    expect(answer.status).toBe(200);
    expect(await idsFor(machine)).not.toContain(id);
  });

  it.each([[undefined], [null], [[]]])('makes a client for a certificate when its keys are %j', async (keys) => {
    const created = await create({ keys });
    expect(created).toMatchObject({ status: 200, body: { scopes: [granted, open], keys: null } });
    const listed = (await call(administrationRoot, home.db, machine, ['GET', CLIENT])).body as readonly Client[];
    expect(listed.find(({ clientId }) => clientId === created.id)).toEqual(created.body);
  });

  it('shows the access that is approved, and nothing else', async () => {
    const { body } = await call(administrationRoot, home.db, machine, ['GET', 'datasharing/consumer/scope/access']);
    expect(body).toMatchObject([{ scope: granted, consumer_orgno: home.owner, state: 'APPROVED' }]);
  });

  it('refuses a scope without access, and makes nothing', async () => {
    const before = await clientsOf(home.owner);
    const answer = await create({ scopes: [granted, closed] });
    expect([answer.status, (answer.body as AdminError).error]).toEqual([400, 'access_missing']);
    expect((answer.body as AdminError).error_description).toContain(closed);
    expect((answer.body as AdminError).error_description).not.toContain(granted);
    expect(await clientsOf(home.owner)).toBe(before);
  });

  it('makes no client when its key is somebody else’s', async () => {
    await aClientWithKey(home.db, { orgNo: home.other, key: aKey('theirs', 1) });
    const before = await clientsOf(home.owner);
    const answer = await create({ keys: [aPublicJwk(aKey('mine', 1))] });
    expect([answer.status, (answer.body as AdminError).error]).toEqual([400, 'key_in_use']);
    expect(await clientsOf(home.owner)).toBe(before);
  });

  it.each([
    [{ scopes: [] }, 'scopes'],
    [{ description: '' }, 'description'],
    [{ keys: {} }, 'keys'],
    [{ keys: [{ kty: 'RSA' }] }, 'kid'],
  ])('refuses %o and names the member', async (differences, member) => {
    const answer = await create(differences);
    expect([answer.status, (answer.body as AdminError).errors[0]?.fieldIdentifier]).toEqual([400, member]);
  });

  it('lets a person make clients for the organisations that the person administers', async () => {
    const [one, two, foreign] = await Promise.all([1, 2, 3].map(() => anOrganisation(home.db)));
    if (!one || !two || !foreign) throw new Error('There are three.');
    const person = await aPerson(home.db, { at: foreign, roles: ['LEDE'] });
    const actor = actorOf(person);
    const key = (index: number) => [aPublicJwk(aKey('own', index))];
    const administer = ({ uuid }: Organisation) =>
      home.db.transaction((tx) =>
        givePackage(tx, { fromUuid: uuid, toUuid: person.uuid, packageUrn: ADMINISTRATOR, at: TEST_NOW }),
      );
    expect((await create({ scopes: [open] }, actor)).status).toBe(403);
    await administer(one);
    expect((await create({ scopes: [open], keys: key(2) }, actor)).body).toMatchObject({ consumerOrgNr: one.orgNo });
    await administer(two);
    const unnamed = await create({ scopes: [open] }, actor);
    expect([unnamed.status, (unnamed.body as AdminError).errors[0]?.fieldIdentifier]).toEqual([400, 'consumerOrgNr']);
    const named = await create({ scopes: [open], keys: key(3), consumerOrgNr: two.orgNo }, actor);
    expect(named.body).toMatchObject({ consumerOrgNr: two.orgNo });
    expect(await idsFor(actor)).toHaveLength(2);
    expect((await create({ scopes: [open], consumerOrgNr: foreign.orgNo }, actor)).status).toBe(403);
  });

  it('makes no client for another organisation than the machine’s own', async () => {
    expect((await create({ scopes: [open], consumerOrgNr: home.other })).status).toBe(403);
    expect((await create({ scopes: [open], consumerOrgNr: home.owner })).status).toBe(200);
  });

  it('demands its own scope, before the body is looked at', async () => {
    for (const [method, path, body] of [
      ['GET', CLIENT],
      ['GET', 'datasharing/consumer/scope/access'],
      ['POST', CLIENT, '{'],
      ['DELETE', CLIENT],
    ] as const) {
      expect((await call(administrationRoot, home.db, ANONYMOUS, [method, path, body])).status).toBe(401);
      expect((await call(administrationRoot, home.db, home.as, [method, path, body])).status).toBe(403);
    }
  });
});
