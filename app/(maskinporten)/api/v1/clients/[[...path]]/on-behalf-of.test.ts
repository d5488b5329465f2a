import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { type AdminError, anAdministration, anAdministrator, send } from '#lib/testing/administration.ts';
import { call } from '#lib/testing/call.ts';
import { aClientWithKey } from '#lib/testing/maskinporten.ts';
import { anOrgNo } from '#lib/testing/parties.ts';
import { ENGINES } from '#lib/testing/test-database.ts';
import { clientsAlias } from '../../../../clients/[[...path]]/endpoints.ts';
import { clients } from './endpoints.ts';

type Entry = { readonly onbehalfof: string; readonly active: boolean };
type Client = { readonly onbehalfof: readonly Entry[] };

describe.each(ENGINES)('on-behalf-of entries on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  beforeAll(async () => {
    home = await anAdministration(engine);
    replaceDatabase(home.database);
  });

  const aClient = async () => (await aClientWithKey(home.db, { orgNo: home.owner })).clientId;
  const aBody = (differences: Record<string, unknown> = {}) => ({
    onbehalfof: 'neighbour',
    name: 'Naboens klient',
    orgno: home.other,
    ...differences,
  });
  const ask = (
    [method, clientId, below = '', body]: readonly [
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      clientId: string,
      below?: string,
      body?: unknown,
    ],
    actor: Actor = home.as,
  ) => call(clients, home.db, actor, [method, `${clientId}/onbehalfof${below}`, body]);
  const auditOf = (clientId: string) => {
    const { auditEvents } = home.db.tables;
    return home.db
      .select({ action: auditEvents.action, after: auditEvents.after })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectType, 'client'), eq(auditEvents.subjectId, clientId)))
      .orderBy(auditEvents.id);
  };

  it('are created, read by value and by full name, listed, and shown with the client', async () => {
    const id = await aClient();
    const created = await ask(['POST', id, '', aBody()]);
    expect(created.body).toEqual({
      onbehalfof: 'neighbour',
      name: 'Naboens klient',
      orgno: home.other,
      organization_name: 'NABO AS',
      description: null,
      uri: null,
      logo_uri: null,
      active: true,
      created: expect.any(String),
      last_updated: expect.any(String),
    });
    expect((await ask(['GET', id, '/neighbour'])).body).toEqual(created.body);
    expect((await ask(['GET', id, `/${encodeURIComponent(`${id}::neighbour`)}`])).body).toEqual(created.body);
    expect((await ask(['GET', id])).body).toEqual([created.body]);
    const client = await call(clients, home.db, home.as, ['GET', id]);
    expect((client.body as Client).onbehalfof).toEqual([created.body]);
    const listed = (await call(clientsAlias, home.db, home.as, ['GET', ''])).body as readonly Client[];
    expect(listed.filter(({ onbehalfof }) => onbehalfof.length > 0)).toEqual([client.body]);
  });

  it('change nothing when what was read is written back, and ignore what is read-only', async () => {
    const id = await aClient();
    const given = { description: 'a', uri: 'https://a.example/', logo_uri: 'https://a.example/logo' };
    const created = await ask(['POST', id, '', aBody({ ...given, organization_name: 'X', created: 1, other: null })]);
    expect(created.body).toMatchObject({ ...given, organization_name: 'NABO AS' });
    const written = await ask(['PUT', id, '/neighbour', created.body]);
    expect(written.body).toEqual({ ...(created.body as object), last_updated: expect.any(String) });
    const bare = await ask(['PUT', id, '/neighbour', { name: 'Ny', orgno: home.owner }]);
    expect(bare.body).toMatchObject({ name: 'Ny', orgno: home.owner, description: null, uri: null, active: true });
  });

  it('go out of use instead of away: hidden, 409 to a new one of that value, revived by PUT', async () => {
    const id = await aClient();
    await ask(['POST', id, '', aBody()]);
    const again = await ask(['POST', id, '', aBody()]);
    expect([again.status, (again.body as AdminError).error]).toEqual([409, 'on_behalf_of_exists']);
    const deleted = await ask(['DELETE', id, '/neighbour']);
    expect([deleted.status, deleted.text, deleted.headers.get('content-length')]).toEqual([200, '', '0']);
    expect((await ask(['GET', id])).body).toEqual([]);
    expect((await ask(['GET', id, '?inactive=true'])).body).toMatchObject([{ active: false }]);
    expect((await ask(['GET', id, '/neighbour'])).body).toMatchObject({ active: false });
    expect(((await call(clients, home.db, home.as, ['GET', id])).body as Client).onbehalfof).toEqual([]);
    expect((await ask(['POST', id, '', aBody()])).status).toBe(409);
    expect((await ask(['PUT', id, '/neighbour', aBody()])).body).toMatchObject({ active: false });
    expect((await ask(['PUT', id, '/neighbour', aBody({ active: true })])).body).toMatchObject({ active: true });
    expect((await ask(['GET', id])).body).toHaveLength(1);
  });

  it('belong to one client: another may have the same value', async () => {
    const [one, two] = [await aClient(), await aClient()];
    expect((await ask(['POST', one, '', aBody()])).status).toBe(200);
    expect((await ask(['GET', two, '/neighbour'])).status).toBe(404);
    expect((await ask(['POST', two, '', aBody()])).status).toBe(200);
  });

  it('B5 give twenty parallel creations of one value to one of them', async () => {
    const id = await aClient();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(['POST', id, '', aBody()])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
  });

  it.each([
    { onbehalfof: null },
    { onbehalfof: '' },
    { onbehalfof: 'a::b' },
    { onbehalfof: '../x' },
    { onbehalfof: 'x'.repeat(101) },
    { name: '' },
    { name: null },
    { orgno: null },
    { orgno: '123456789' },
    { uri: 'no uri' },
    { logo_uri: 'no uri' },
    { active: 'yes' },
  ])('are refused with %o, and the member is named', async (differences) => {
    const answer = await ask(['POST', await aClient(), '', aBody(differences)]);
    expect(answer.status).toBe(400);
    expect((answer.body as AdminError).errors[0]?.fieldIdentifier).toBe(Object.keys(differences)[0]);
  });

  it('never change their value', async () => {
    const id = await aClient();
    await ask(['POST', id, '', aBody()]);
    const renamed = await ask(['PUT', id, '/neighbour', aBody({ onbehalfof: 'other' })]);
    expect([renamed.status, (renamed.body as AdminError).error]).toEqual([400, 'immutable_field']);
    expect((await ask(['PUT', id, '/neighbour', aBody({ onbehalfof: `${id}::neighbour` })])).status).toBe(200);
  });

  it('record every change, and nothing when there was none', async () => {
    const id = await aClient();
    await ask(['POST', id, '', aBody()]);
    await ask(['POST', id, '', aBody()]);
    await ask(['PUT', id, '/neighbour', aBody({ name: 'Ny' })]);
    await ask(['DELETE', id, '/neighbour']);
    await ask(['DELETE', id, '/neighbour']);
    expect(await auditOf(id)).toMatchObject([
      { action: 'client-on-behalf-of.created', after: { onBehalfOf: 'neighbour' } },
      { action: 'client-on-behalf-of.changed', after: { name: 'Ny' } },
      { action: 'client-on-behalf-of.deactivated', after: { active: false } },
    ]);
  });

  it('give the client a new version, and heed the one that a change is meant for', async () => {
    const id = await aClient();
    const before = (await call(clients, home.db, home.as, ['GET', id])).headers.get('etag') ?? '';
    const post = (onbehalfof: string) =>
      send(clients, home.db, home.as, {
        method: 'POST',
        path: `${id}/onbehalfof`,
        body: JSON.stringify(aBody({ onbehalfof })),
        headers: { 'if-match': before },
      });
    const created = await post('one');
    expect([created.status, created.headers.get('etag') === before]).toEqual([200, false]);
    expect((await post('two')).status).toBe(412);
    const after = await call(clients, home.db, home.as, ['GET', id]);
    expect(after.headers.get('etag')).toBe(created.headers.get('etag'));
  });

  it.each([
    ['idporten:dcr/onbehalfof:write', { GET: 200, POST: 200, PUT: 200, DELETE: 200 }],
    ['idporten:dcr/onbehalfof.write', { GET: 200, POST: 200, PUT: 200, DELETE: 200 }],
    ['idporten:dcr.write', { GET: 200, POST: 200, PUT: 200, DELETE: 200 }],
    ['idporten:dcr.modify', { GET: 200, POST: 200, PUT: 200, DELETE: 200 }],
    ['idporten:dcr.read', { GET: 200, POST: 403, PUT: 403, DELETE: 403 }],
    ['idporten:scopes.write', { GET: 403, POST: 403, PUT: 403, DELETE: 403 }],
  ])('let %s do so much and no more', async (scope, expected) => {
    const id = await aClient();
    await ask(['POST', id, '', aBody()]);
    const actor = anAdministrator(home.owner, scope);
    expect({
      GET: (await ask(['GET', id], actor)).status,
      POST: (await ask(['POST', id, '', aBody({ onbehalfof: 'new' })], actor)).status,
      PUT: (await ask(['PUT', id, '/neighbour', aBody()], actor)).status,
      DELETE: (await ask(['DELETE', id, '/neighbour'], actor)).status,
    }).toEqual(expected);
  });

  it('open nothing else of the client to their own scope', async () => {
    const id = await aClient();
    const actor = anAdministrator(home.owner, 'idporten:dcr/onbehalfof:write');
    for (const path of [id, `${id}/jwks`, '']) {
      expect((await call(clients, home.db, actor, ['GET', path])).status).toBe(403);
    }
  });

  it('answer 403 to another organisation on every path, 404 when there is no client, 401 without a token', async () => {
    const id = await aClient();
    await ask(['POST', id, '', aBody()]);
    for (const [method, below, body] of [
      ['GET', ''],
      ['POST', '', aBody()],
      ['GET', '/neighbour'],
      ['PUT', '/neighbour', aBody()],
      ['DELETE', '/neighbour'],
    ] as const) {
      expect((await ask([method, id, below, body], home.asOther)).status).toBe(403);
      expect((await ask([method, randomUUID(), below, body])).status).toBe(404);
      expect((await ask([method, id, below, body], ANONYMOUS)).status).toBe(401);
    }
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const body = method === 'PUT' ? aBody() : undefined;
      const answer = await ask([method, id, '/nobody', body && { ...body, onbehalfof: null }]);
      expect([answer.status, (answer.body as AdminError).error]).toEqual([404, 'on_behalf_of_not_found']);
    }
  });

  it('may name an organisation that is not in the register', async () => {
    const orgno = anOrgNo();
    const answer = await ask(['POST', await aClient(), '', aBody({ orgno })]);
    expect(answer.body).toMatchObject({ orgno, organization_name: orgno });
  });
});
