import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS, type OrganisationActor } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { type AdminError, anAdministration, anAdministrator, send } from '#lib/testing/administration.ts';
import { call } from '#lib/testing/call.ts';
import { aKey, anAccess, aPublicJwk, aScope } from '#lib/testing/maskinporten.ts';
import { anOrgNo } from '#lib/testing/parties.ts';
import { ENGINES } from '#lib/testing/test-database.ts';
import { clientsAlias } from '../../../../clients/[[...path]]/endpoints.ts';
import { externalAdministration } from '../../../../external/api/v1/[[...path]]/endpoints.ts';
import { clients } from './endpoints.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const DEFAULTS = {
  grant_types: [GRANT],
  token_endpoint_auth_method: 'private_key_jwt',
  access_token_lifetime: 120,
  authorization_lifetime: 7200,
  refresh_token_lifetime: 600,
  refresh_token_usage: 'ONETIME',
};
type Client = { readonly client_id: string; readonly active: boolean };

describe.each(ENGINES)('administration of clients on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  let scope: string;
  beforeAll(async () => {
    home = await anAdministration(engine);
    replaceDatabase(home.database);
    scope = await aScope(home.db, { name: `${home.prefix}:things.read` });
  });

  const aBody = (differences: Record<string, unknown> = {}) => ({
    client_name: 'Regnskap',
    description: 'Sends reports',
    integration_type: 'maskinporten',
    application_type: 'web',
    token_endpoint_auth_method: 'private_key_jwt',
    grant_types: [GRANT],
    scopes: [scope],
    ...differences,
  });
  const create = async (differences: Record<string, unknown> = {}, actor: OrganisationActor = home.as) => {
    const answer = await call(clients, home.db, actor, ['POST', '', aBody(differences)]);
    return { ...answer, id: (answer.body as Client).client_id };
  };
  const rowOf = async (id: string) => {
    const { clients: table } = home.db.tables;
    const [row] = await home.db.select().from(table).where(eq(table.clientId, id));
    return row;
  };

  it('creates a client for the organisation of the token, and reads it back', async () => {
    const created = await create();
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({
      client_name: 'Regnskap',
      client_orgno: home.owner,
      active: true,
      integration_type: 'maskinporten',
      scopes: [scope],
      ...DEFAULTS,
      jwks: { keys: [] },
      onbehalfof: [],
    });
    expect((created.body as { jwks_uri: string }).jwks_uri).toContain(`/clients/${created.id}/jwks`);
    expect((await call(clients, home.db, home.as, ['GET', created.id])).body).toEqual(created.body);
  });

  it('shows every member, and changes none when what was read is written back', async () => {
    const created = await create({ description: null });
    expect(created.body).toEqual({
      client_id: created.id,
      client_name: 'Regnskap',
      client_orgno: home.owner,
      supplier_orgno: null,
      description: '',
      active: true,
      application_type: 'web',
      integration_type: 'maskinporten',
      scopes: [scope],
      ...DEFAULTS,
      redirect_uris: [],
      post_logout_redirect_uris: [],
      frontchannel_logout_uri: null,
      frontchannel_logout_session_required: false,
      sso_disabled: false,
      code_challenge_method: null,
      logo_uri: null,
      created: expect.any(String),
      last_updated: expect.any(String),
      jwks_uri: expect.stringMatching(new RegExp(`/clients/${created.id}/jwks$`)),
      jwks: { keys: [], created: expect.any(String), last_updated: expect.any(String) },
      onbehalfof: [],
    });
    const stored = await rowOf(created.id);
    const written = await call(clients, home.db, home.as, ['PUT', created.id, created.body]);
    expect(written.body).toEqual({ ...(created.body as object), last_updated: expect.any(String) });
    expect(await rowOf(created.id)).toEqual({ ...stored, version: 2, updatedAt: expect.any(Date) });
  });

  it('gives every member back that was given', async () => {
    const given = {
      description: 'Sends reports\nand more',
      application_type: 'native',
      access_token_lifetime: 60,
      authorization_lifetime: 1,
      refresh_token_lifetime: 2,
      refresh_token_usage: 'REUSE',
      redirect_uris: ['https://a.example/back'],
      post_logout_redirect_uris: ['https://a.example/out'],
      frontchannel_logout_uri: 'https://a.example/logout',
      frontchannel_logout_session_required: true,
      sso_disabled: true,
      code_challenge_method: 'S256',
      logo_uri: 'https://a.example/logo',
    };
    const created = await create(given);
    expect(created.body).toMatchObject(given);
    const written = await call(clients, home.db, home.as, ['PUT', created.id, created.body]);
    expect(written.body).toEqual({ ...(created.body as object), last_updated: expect.any(String) });
  });

  it('takes the body of a client in production use, with unknown members and nulls', async () => {
    const created = await create({
      client_uri: null,
      redirect_uris: null,
      post_logout_redirect_uris: [],
      logo_uri: '',
    });
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({ redirect_uris: [], post_logout_redirect_uris: [] });
  });

  it('takes a client id that is given once, and answers 409 to it afterwards, active or not', async () => {
    const clientId = `mine-${randomUUID()}`;
    const created = await create({ client_id: clientId });
    expect(created.id).toBe(clientId);
    expect((await create({ client_id: clientId }, home.asOther)).status).toBe(409);
    await call(clients, home.db, home.as, ['DELETE', clientId]);
    const again = await create({ client_id: clientId });
    expect([again.status, (again.body as AdminError).error]).toEqual([409, 'client_exists']);
  });

  it('B5 gives twenty parallel creations of one client id to one of them', async () => {
    const clientId = `raced-${randomUUID()}`;
    const answers = await Promise.all(Array.from({ length: 20 }, () => create({ client_id: clientId })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it.each([
    { client_name: 'x'.repeat(256) },
    { client_id: 'a b' },
    { client_id: '../x' },
    { integration_type: 'other' },
    { application_type: 'desktop' },
    { token_endpoint_auth_method: 'client_secret_basic' },
    { grant_types: ['authorization_code'] },
    { scopes: 'skatteetaten:x' },
    { scopes: ['no:such'] },
    { scopes: Array.from({ length: 2000 }, (_, index) => `a:${index}`) },
    { access_token_lifetime: -1 },
    { access_token_lifetime: 7201 },
    { access_token_lifetime: 1.5 },
    { access_token_lifetime: '120' },
    { redirect_uris: ['not a uri'] },
    { refresh_token_usage: 'NEVER' },
    { active: 'yes' },
    { client_orgno: '123' },
  ])('refuses a client with %o and names the member', async (differences) => {
    const answer = await create(differences);
    expect(answer.status).toBe(400);
    expect((answer.body as AdminError).errors[0]?.fieldIdentifier.split('.')[0]).toBe(Object.keys(differences)[0]);
  });

  it('names the scope that does not exist or is out of use', async () => {
    const inactive = await aScope(home.db, { name: `${home.prefix}:gone`, active: false });
    const answer = await create({ scopes: [scope, 'no:such', inactive] });
    expect(answer.status).toBe(400);
    expect((answer.body as AdminError).error_description).toContain(`no:such ${inactive}`);
  });

  it('lets clients of other types hold the scopes of a log-in, and a Maskinporten client none', async () => {
    const scopes = ['openid', 'profile', scope];
    const created = await create({ scopes, integration_type: 'idporten', grant_types: ['authorization_code'] });
    expect([created.status, (created.body as { scopes: string[] }).scopes]).toEqual([200, scopes]);
    const shown = await call(clients, home.db, home.as, ['GET', `${created.id}/scopes`]);
    expect(shown.body).toMatchObject([{ state: 'open' }, { state: 'open' }, { state: 'access-missing' }]);
    const written = await call(clients, home.db, home.as, ['PUT', created.id, created.body]);
    expect([written.status, (written.body as { scopes: string[] }).scopes]).toEqual([200, scopes]);
    const unknown = await create({ scopes: ['openid', 'email'], integration_type: 'idporten' });
    expect((unknown.body as AdminError).error_description).toMatch(/ email$/);
    const refused = await create({ scopes: ['openid', scope] });
    expect([refused.status, (refused.body as AdminError).error]).toEqual([400, 'unknown_scope']);
  });

  it('keeps a scope on a client that has gone out of use since', async () => {
    const fading = await aScope(home.db, { name: `${home.prefix}:fading` });
    const { id } = await create({ scopes: [scope, fading] });
    await home.db.update(home.db.tables.scopes).set({ active: false });
    const changed = await call(clients, home.db, home.as, ['PUT', id, aBody({ scopes: [scope, fading] })]);
    expect(changed.status).toBe(200);
    await home.db.update(home.db.tables.scopes).set({ active: true });
  });

  it('accepts a scope without access to it, and says that access is missing', async () => {
    const open = await aScope(home.db, { name: `${home.prefix}:open`, accessibleForAll: true });
    const delegable = await aScope(home.db, {
      name: `${home.prefix}:delegable`,
      delegationSource: 'https://a.example/',
    });
    const granted = await aScope(home.db, { name: `${home.prefix}:granted` });
    await anAccess(home.db, granted, home.owner);
    const { id } = await create({ scopes: [scope, open, delegable, granted] });
    expect((await call(clients, home.db, home.as, ['GET', `${id}/scopes`])).body).toEqual([
      { scope, state: 'access-missing' },
      { scope: open, state: 'open' },
      { scope: delegable, state: 'delegable' },
      { scope: granted, state: 'granted' },
    ]);
  });

  it('ignores read-only members: neither owner nor dates nor keys can be sent', async () => {
    const jwks = { keys: [aPublicJwk(aKey())] };
    const { id, body } = await create({ created: '1999-01-01', last_updated: 1, jwks, supplier_orgno: home.other });
    expect(body).toMatchObject({ client_orgno: home.owner, jwks: { keys: [] } });
    const whole = { ...(body as object), client_orgno: home.other, client_id: 'other', client_name: 'Renamed' };
    const changed = await call(clients, home.db, home.as, ['PUT', id, whole]);
    expect(changed.body).toMatchObject({ client_id: id, client_orgno: home.owner, client_name: 'Renamed' });
  });

  it.each([undefined, null, ''])(
    'calls a client by its id when its name is %o, and keeps a name that it has',
    async (name) => {
      const { id, body } = await create({ client_name: name });
      expect(body).toMatchObject({ client_id: id, client_name: id });
      await call(clients, home.db, home.as, ['PUT', id, { client_name: 'Named' }]);
      const changed = await call(clients, home.db, home.as, ['PUT', id, { client_name: name }]);
      expect(changed.body).toMatchObject({ client_name: 'Named' });
    },
  );

  it('replaces a client by PUT, and never its type', async () => {
    const { id } = await create({ access_token_lifetime: 60 });
    const changed = await call(clients, home.db, home.as, ['PUT', id, { client_name: 'Bare' }]);
    expect(changed.body).toMatchObject({ client_name: 'Bare', scopes: [], access_token_lifetime: 120, active: true });
    const typed = await call(clients, home.db, home.as, ['PUT', id, aBody({ integration_type: 'krr' })]);
    expect([typed.status, (typed.body as AdminError).error]).toEqual([400, 'immutable_field']);
  });

  it('deactivates instead of deleting, with an empty body, hides it, and revives it by PUT', async () => {
    const { id } = await create();
    const deleted = await call(clients, home.db, home.as, ['DELETE', id]);
    expect([deleted.status, deleted.text, deleted.headers.get('content-length')]).toEqual([200, '', '0']);
    expect((await call(clients, home.db, home.as, ['DELETE', id])).status).toBe(200);
    const ids = async (search: string) =>
      ((await call(clients, home.db, home.as, ['GET', search])).body as readonly Client[]).map((c) => c.client_id);
    expect(await ids('')).not.toContain(id);
    expect(await ids('?inactive=true')).toContain(id);
    expect((await call(clients, home.db, home.as, ['GET', id])).body).toMatchObject({ active: false });
    const changed = await call(clients, home.db, home.as, ['PUT', id, aBody()]);
    expect(changed.body).toMatchObject({ active: false });
    const revived = await call(clients, home.db, home.as, ['PUT', id, aBody({ active: true })]);
    expect(revived.body).toMatchObject({ active: true });
  });

  it('lists nothing as an empty list', async () => {
    const answer = await call(clients, home.db, anAdministrator(anOrgNo()), ['GET', '']);
    expect([answer.status, answer.body]).toEqual([200, []]);
  });

  it('registers a client for a customer only with the supplier scope; both see it', async () => {
    expect((await create({ client_orgno: home.other })).status).toBe(403);
    const supplier = anAdministrator(home.owner, 'idporten:dcr.supplier', 'idporten:dcr.read');
    const { id, body } = await create({ client_orgno: home.other }, supplier);
    expect(body).toMatchObject({ client_orgno: home.other, supplier_orgno: home.owner });
    for (const actor of [supplier, home.asOther]) {
      const listed = (await call(clients, home.db, actor, ['GET', ''])).body as readonly Client[];
      expect(listed.map((client) => client.client_id)).toContain(id);
    }
  });

  it('lets the supplier scope alone touch the clients that one supplies, never one’s own', async () => {
    const supplier = anAdministrator(home.owner, 'idporten:dcr.supplier');
    const own = await create();
    const supplied = await create({ client_orgno: home.other }, supplier);
    expect((await create({}, supplier)).status).toBe(403);
    const key = { keys: [aPublicJwk(aKey('k', 1))] };
    for (const [method, path, body] of [
      ['GET', ''],
      ['PUT', '', aBody()],
      ['POST', '/jwks', key],
      ['DELETE', ''],
    ] as const) {
      expect((await call(clients, home.db, supplier, [method, `${own.id}${path}`, body])).status).toBe(403);
      expect((await call(clients, home.db, supplier, [method, `${supplied.id}${path}`, body])).status).toBeLessThan(
        300,
      );
    }
    const listed = (await call(clients, home.db, supplier, ['GET', '?inactive=true'])).body as readonly Client[];
    expect(listed.map((client) => client.client_id)).toEqual(expect.not.arrayContaining([own.id]));
  });

  it('has no secret for a client', async () => {
    const { id } = await create();
    const answer = await call(clients, home.db, home.as, ['POST', `${id}/secret`]);
    expect([answer.status, (answer.body as AdminError).error]).toEqual([400, 'secret_not_supported']);
  });

  it('answers 403 to another organisation on every path of a client, 404 when there is none', async () => {
    const { id } = await create();
    const key = aPublicJwk(aKey('k', 1));
    for (const [method, path, body] of [
      ['GET', ''],
      ['PUT', '', aBody()],
      ['DELETE', ''],
      ['GET', '/scopes'],
      ['POST', '/secret'],
      ['GET', '/jwks'],
      ['POST', '/jwks', { keys: [key] }],
      ['DELETE', '/jwks'],
      ['GET', '/jwks/k'],
      ['PUT', '/jwks/k', key],
      ['DELETE', '/jwks/k'],
    ] as const) {
      expect([path, (await call(clients, home.db, home.asOther, [method, `${id}${path}`, body])).status]).toEqual([
        path,
        403,
      ]);
      expect((await call(clients, home.db, home.as, [method, `${randomUUID()}${path}`, body])).status).toBe(404);
      expect((await call(clients, home.db, ANONYMOUS, [method, `${id}${path}`, body])).status).toBe(401);
    }
  });

  it.each([
    ['idporten:dcr.read', { GET: 200, POST: 403, PUT: 403, DELETE: 403, KEYS: 403 }],
    ['idporten:dcr.modify', { GET: 200, POST: 403, PUT: 200, DELETE: 403, KEYS: 403 }],
    ['idporten:dcr.write', { GET: 200, POST: 200, PUT: 200, DELETE: 200, KEYS: 200 }],
    ['idporten:scopes.write', { GET: 403, POST: 403, PUT: 403, DELETE: 403, KEYS: 403 }],
    ['idporten:dcr.writer', { GET: 403, POST: 403, PUT: 403, DELETE: 403, KEYS: 403 }],
  ])('lets %s do so much and no more', async (name, expected) => {
    const { id } = await create();
    const actor = anAdministrator(home.owner, name);
    const status = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) =>
      (await call(clients, home.db, actor, [method, path, body])).status;
    expect({
      GET: await status('GET', id),
      POST: await status('POST', '', aBody()),
      PUT: await status('PUT', id, aBody()),
      KEYS: await status('POST', `${id}/jwks`, { keys: [] }),
      DELETE: await status('DELETE', id),
    }).toEqual(expected);
  });

  it('speaks of the caller before the body: 401 and 403 come before 400', async () => {
    expect((await call(clients, home.db, ANONYMOUS, ['POST', '', '{'])).status).toBe(401);
    expect((await call(clients, home.db, anAdministrator(home.owner, 'x'), ['POST', '', '{'])).status).toBe(403);
    expect((await call(clients, home.db, home.as, ['POST', '', '{'])).status).toBe(400);
  });

  it('speaks of whose the client is before the body: a bad one about somebody else’s is 403, about nobody’s 404', async () => {
    const { id } = await create();
    for (const [method, path] of [
      ['PUT', ''],
      ['POST', '/jwks'],
      ['PUT', '/jwks/k'],
      ['POST', '/onbehalfof'],
      ['PUT', '/onbehalfof/x'],
    ] as const) {
      const statuses = [
        await call(clients, home.db, home.asOther, [method, `${id}${path}`, '{']),
        await call(clients, home.db, home.as, [method, `${randomUUID()}${path}`, '{']),
        await call(clients, home.db, home.as, [method, `${id}${path}`, '{']),
      ].map(({ status }) => status);
      expect([path, statuses]).toEqual([path, [403, 404, 400]]);
    }
  });

  it('carries a version, and refuses a change meant for another one with 412', async () => {
    const { id, headers } = await create();
    const etag = headers.get('etag') ?? '';
    const put = (ifMatch: string) =>
      send(clients, home.db, home.as, {
        method: 'PUT',
        path: id,
        body: JSON.stringify(aBody()),
        headers: { 'if-match': ifMatch },
      });
    const changed = await put(etag);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect((await put(etag)).status).toBe(412);
    expect((await put(`W/${changed.headers.get('etag')}`)).status).toBe(412);
    expect((await put('*')).status).toBe(200);
  });

  it('answers at the older addresses too', async () => {
    const { id } = await create();
    expect((await call(clientsAlias, home.db, home.as, ['GET', id])).body).toMatchObject({ client_id: id });
    const external = await call(externalAdministration, home.db, home.as, ['GET', `clients/${id}`]);
    expect(external.body).toMatchObject({ client_id: id });
  });
});
