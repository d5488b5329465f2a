import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OrganisationActor } from '#lib/context/context.ts';
import { ANONYMOUS } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { type AdminError, anAdministration, anAdministrator, send } from '#lib/testing/administration.ts';
import { call } from '#lib/testing/call.ts';
import { anAccess } from '#lib/testing/maskinporten.ts';
import { anOrgNo } from '#lib/testing/parties.ts';
import { ENGINES } from '#lib/testing/test-database.ts';
import { externalAdministration } from '../../../../external/api/v1/[[...path]]/endpoints.ts';
import { scopesAlias } from '../../../../scopes/[[...path]]/endpoints.ts';
import { scopes } from './endpoints.ts';

type Names = readonly { readonly name: string }[];
type Row = { readonly scope: string; readonly consumer_orgno: string; readonly state: string };

let counter = 0;

describe.each(ENGINES)('administration of scopes on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  beforeAll(async () => {
    home = await anAdministration(engine);
    replaceDatabase(home.database);
  });

  const aBody = (differences: Record<string, unknown> = {}) => {
    counter += 1;
    return { prefix: home.prefix, subscope: `orders${counter}.read`, description: 'Read orders', ...differences };
  };
  const create = async (differences: Record<string, unknown> = {}, actor: OrganisationActor = home.as) => {
    const answer = await call(scopes, home.db, actor, ['POST', '', aBody(differences)]);
    return { ...answer, name: (answer.body as { name: string }).name };
  };
  const query = (name: string) => `scope=${encodeURIComponent(name)}`;
  const rowOf = async (name: string) => {
    const { scopes: table } = home.db.tables;
    const [row] = await home.db.select().from(table).where(eq(table.name, name));
    return row;
  };

  it('creates a scope, and reads, lists and shows it in the catalogue', async () => {
    const created = await create({ visibility: 'PUBLIC', at_max_age: 60, 'description#nn': 'Les ordrar' });
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({
      name: created.name,
      prefix: home.prefix,
      owner_orgno: home.owner,
      active: true,
      at_max_age: 60,
      token_type: 'SELF_CONTAINED',
      allowed_integration_types: [],
      'description#nn': 'Les ordrar',
    });
    const read = await call(scopes, home.db, home.as, ['GET', `scope?${query(created.name)}`]);
    expect(read.body).toEqual(created.body);
    const listed = await call(scopes, home.db, home.as, ['GET', '']);
    expect((listed.body as Names).map(({ name }) => name)).toContain(created.name);
    const open = await call(scopes, home.db, ANONYMOUS, ['GET', `all?prefix=${home.prefix}`]);
    expect((open.body as Names).map(({ name }) => name)).toContain(created.name);
  });

  it('shows every member, and changes none when what was read is written back', async () => {
    const created = await create();
    expect(created.body).toEqual({
      name: created.name,
      prefix: home.prefix,
      subscope: created.name.slice(home.prefix.length + 1),
      description: 'Read orders',
      'description#nn': null,
      'description#en': null,
      'description#se': null,
      long_description: null,
      'long_description#nn': null,
      'long_description#en': null,
      'long_description#se': null,
      active: true,
      created: expect.any(String),
      last_updated: expect.any(String),
      owner_orgno: home.owner,
      allowed_integration_types: [],
      token_type: 'SELF_CONTAINED',
      visibility: 'PUBLIC',
      requires_user_consent: false,
      requires_user_authentication: false,
      requires_pseudonymous_tokens: false,
      supports_european_businesses: false,
      protected: false,
      delegation_source: null,
      at_max_age: 0,
      authorization_max_lifetime: 0,
      accessible_for_all: false,
      enforced_aud_for_access_token: null,
      adds_consumer_prefix: false,
    });
    const stored = await rowOf(created.name);
    const written = await call(scopes, home.db, home.as, ['PUT', `?${query(created.name)}`, created.body]);
    expect(written.body).toEqual({ ...(created.body as object), last_updated: expect.any(String) });
    expect(await rowOf(created.name)).toEqual({ ...stored, updatedAt: expect.any(Date) });
  });

  it('gives every member back that was given', async () => {
    const given = {
      'description#nn': 'Les',
      'description#en': 'Read',
      'description#se': 'Loga',
      long_description: 'a',
      'long_description#nn': 'b',
      'long_description#en': 'c',
      'long_description#se': 'd',
      allowed_integration_types: ['maskinporten', 'krr'],
      token_type: 'OPAQUE',
      visibility: 'INTERNAL',
      requires_user_consent: true,
      requires_user_authentication: true,
      requires_pseudonymous_tokens: true,
      supports_european_businesses: true,
      protected: true,
      delegation_source: 'https://tt02.altinn.no/',
      at_max_age: 30,
      authorization_max_lifetime: 90,
      accessible_for_all: true,
      enforced_aud_for_access_token: 'https://a.example/',
      adds_consumer_prefix: true,
    };
    const created = await create(given);
    expect(created.body).toMatchObject(given);
    const written = await call(scopes, home.db, home.as, ['PUT', `?${query(created.name)}`, created.body]);
    expect(written.body).toEqual({ ...(created.body as object), last_updated: expect.any(String) });
  });

  it('shows public scopes only in the open catalogue', async () => {
    const hidden = await create({ visibility: 'PRIVATE' });
    const internal = await create({ visibility: 'INTERNAL' });
    const open = (await call(scopes, home.db, ANONYMOUS, ['GET', 'all'])).body as Names;
    expect(open.some(({ name }) => name === hidden.name || name === internal.name)).toBe(false);
  });

  it('filters the open catalogue by type in any case, source and access for all', async () => {
    const krr = await create({ allowed_integration_types: ['krr'] });
    const delegable = await create({ delegation_source: 'https://tt02.altinn.no/', accessible_for_all: true });
    const names = async (search: string) => {
      const answer = await call(scopes, home.db, ANONYMOUS, ['GET', `all?prefix=${home.prefix}&${search}`]);
      return (answer.body as Names).map(({ name }) => name);
    };
    expect(await names('integration_type=MASKINPORTEN')).not.toContain(krr.name);
    expect(await names('integration_type=Krr')).toContain(krr.name);
    expect(await names('delegated_sources=true')).toEqual([delegable.name]);
    expect(await names('delegated_sources=https://tt02.altinn.no/')).toEqual([delegable.name]);
    expect(await names('accessible_for_all=true')).toEqual([delegable.name]);
  });

  it.each(['a/b/c.read', 'a.b.c', 'a:b', 'kontaktinformasjon'])(
    'accepts the subscope %s, whose name travels in the query',
    async (subscope) => {
      const name = `${home.prefix}:${subscope}`;
      expect((await create({ subscope })).status).toBe(200);
      expect((await call(scopes, home.db, home.as, ['GET', `scope?${query(name)}`])).body).toMatchObject({ name });
    },
  );

  it.each([
    { subscope: 'Upper' },
    { subscope: 'a//b' },
    { subscope: '/a' },
    { subscope: 'a b' },
    { subscope: 'a_b' },
    { subscope: 'оrders' },
    { subscope: '' },
    { subscope: 'a'.repeat(50_000) },
    { description: '' },
    { description: 'x'.repeat(256) },
    { description: null },
    { visibility: 'SECRET' },
    { token_type: 'JWT' },
    { allowed_integration_types: ['maskinporten', 'other'] },
    { at_max_age: -1 },
    { at_max_age: 1.5 },
    { at_max_age: 7201 },
    { at_max_age: '60' },
    { delegation_source: 'https://evil.example/' },
    { enforced_aud_for_access_token: 'no-uri' },
    { enforced_aud_for_access_token: 'https://a.example/#x' },
  ])('refuses a scope with %o and names the member', async (differences) => {
    const answer = await create(differences);
    expect(answer.status).toBe(400);
    const { errors, ...rest } = answer.body as AdminError;
    expect(errors[0]?.fieldIdentifier.split('.')[0]).toBe(Object.keys(differences)[0]);
    expect(rest).toMatchObject({ status: 400, error_description: expect.any(String) });
    expect(rest.correlation_id).toMatch(/^[0-9a-f]{32}$/);
    expect(Number.isNaN(Date.parse(rest.timestamp))).toBe(false);
  });

  it('ignores read-only and unknown members, null among them', async () => {
    const created = await create({
      owner_orgno: home.other,
      created: '1999-01-01T00:00:00Z',
      last_updated: 7,
      active: false,
      name: 'other:name',
      client_uri: null,
      long_description: null,
    });
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({ owner_orgno: home.owner, active: true });
  });

  it('D11 takes __proto__ for no member', async () => {
    const body = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(aBody()).slice(1)}`;
    const answer = await send(scopes, home.db, home.as, { method: 'POST', path: '', body });
    expect(answer.status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('refuses a prefix of somebody else, and an unknown one, with 403', async () => {
    const foreign = await create({}, home.asOther);
    expect([foreign.status, (foreign.body as AdminError).error]).toEqual([403, 'prefix_not_yours']);
    expect((await create({ prefix: 'nobodys' })).status).toBe(403);
  });

  it('answers 409 to a scope that exists, active or not, and revives it by PUT with active true', async () => {
    const body = aBody();
    const name = `${body.prefix}:${body.subscope}`;
    await call(scopes, home.db, home.as, ['POST', '', body]);
    expect((await call(scopes, home.db, home.as, ['POST', '', body])).status).toBe(409);
    const deactivated = await call(scopes, home.db, home.as, ['DELETE', `?${query(name)}`]);
    expect(deactivated.body).toMatchObject({ name, active: false });
    expect((await call(scopes, home.db, home.as, ['POST', '', body])).status).toBe(409);
    const active = (await call(scopes, home.db, home.as, ['GET', ''])).body as Names;
    expect(active.some((scope) => scope.name === name)).toBe(false);
    const all = (await call(scopes, home.db, home.as, ['GET', '?inactive=true'])).body as Names;
    expect(all.some((scope) => scope.name === name)).toBe(true);
    const revived = await call(scopes, home.db, home.as, ['PUT', `?${query(name)}`, { ...body, active: true }]);
    expect(revived.body).toMatchObject({ name, active: true });
  });

  it('takes a whole object back that it gave out, and replaces it', async () => {
    const created = await create({ at_max_age: 60 });
    const whole = { ...(created.body as object), description: 'Changed', name: 'ignored:name' };
    const changed = await call(scopes, home.db, home.as, ['PUT', `?${query(created.name)}`, whole]);
    expect(changed.body).toMatchObject({ name: created.name, description: 'Changed', at_max_age: 60, active: true });
    const replaced = await call(scopes, home.db, home.as, ['PUT', `?${query(created.name)}`, { description: 'Alone' }]);
    expect(replaced.body).toMatchObject({ description: 'Alone', at_max_age: 0 });
  });

  it('does not rename a scope', async () => {
    const { name } = await create();
    const answer = await call(scopes, home.db, home.as, ['PUT', `?${query(name)}`, aBody({ subscope: 'renamed' })]);
    expect([answer.status, (answer.body as AdminError).error]).toEqual([400, 'immutable_field']);
  });

  it('answers 404 to an unknown scope, and 400 without the parameter', async () => {
    expect((await call(scopes, home.db, home.as, ['GET', 'scope?scope=no:such'])).status).toBe(404);
    expect((await call(scopes, home.db, home.as, ['GET', 'scope'])).status).toBe(400);
  });

  it('gives access, gives it again, takes it and gives it once more', async () => {
    const { name } = await create();
    const path = `access/${home.other}?${query(name)}`;
    const given = await call(scopes, home.db, home.as, ['PUT', path]);
    expect(given.body).toEqual({
      scope: name,
      owner_orgno: home.owner,
      owner_organization_name: 'ACME ETAT',
      consumer_orgno: home.other,
      consumer_organization_name: 'NABO AS',
      state: 'APPROVED',
      created: expect.any(String),
      last_updated: expect.any(String),
    });
    expect((await call(scopes, home.db, home.as, ['PUT', path])).body).toMatchObject({ state: 'APPROVED' });
    const taken = await call(scopes, home.db, home.as, ['DELETE', path]);
    expect([taken.status, taken.body]).toMatchObject([200, { scope: name, state: 'DENIED' }]);
    expect((await call(scopes, home.db, home.as, ['DELETE', path])).body).toMatchObject({ state: 'DENIED' });
    const rows = async (search: string) =>
      (await call(scopes, home.db, home.as, ['GET', `access?${search}`])).body as readonly Row[];
    expect(await rows(query(name))).toEqual([]);
    expect(await rows(`${query(name)}&inactive=true`)).toMatchObject([{ state: 'DENIED' }]);
    expect((await call(scopes, home.db, home.as, ['PUT', path])).body).toMatchObject({ state: 'APPROVED' });
    expect(await rows(`${query(name)}&consumer_orgno=${home.other}`)).toMatchObject([{ state: 'APPROVED' }]);
    expect(await rows(`consumer_orgno=${anOrgNo()}`)).toEqual([]);
  });

  it('keeps accesses when a scope goes out of use', async () => {
    const { name } = await create();
    await call(scopes, home.db, home.as, ['PUT', `access/${home.other}?${query(name)}`]);
    await call(scopes, home.db, home.as, ['DELETE', `?${query(name)}`]);
    const rows = await call(scopes, home.db, home.as, ['GET', `access?${query(name)}`]);
    expect(rows.body).toMatchObject([{ state: 'APPROVED' }]);
  });

  it('shows a consumer what it was given', async () => {
    const { name } = await create();
    await call(scopes, home.db, home.as, ['PUT', `access/${home.other}?${query(name)}`]);
    const reader = anAdministrator(home.other, 'idporten:dcr.read');
    const received = (await call(scopes, home.db, reader, ['GET', 'access/all'])).body as readonly Row[];
    expect(received.find((row) => row.scope === name)).toMatchObject({ consumer_orgno: home.other, state: 'APPROVED' });
    const nothing = await call(scopes, home.db, anAdministrator(anOrgNo()), ['GET', 'access/all']);
    expect([nothing.status, nothing.body]).toEqual([200, []]);
  });

  it('shows a consumer what is open for all beside what it was given, each scope once, when asked for it', async () => {
    const reader = anAdministrator(anOrgNo(), 'idporten:dcr.read');
    const open = { accessible_for_all: true };
    const given = await create();
    const [untouched, asked, denied, ended, hidden] = [
      await create(open),
      await create(open),
      await create(open),
      await create(open),
      await create({ ...open, visibility: 'PRIVATE' }),
    ];
    for (const { name } of [given, denied]) {
      await call(scopes, home.db, home.as, ['PUT', `access/${reader.orgNo}?${query(name)}`]);
    }
    await call(scopes, home.db, home.as, ['DELETE', `access/${reader.orgNo}?${query(denied.name)}`]);
    await anAccess(home.db, asked.name, reader.orgNo, 'REQUESTED');
    await call(scopes, home.db, home.as, ['DELETE', `?${query(ended.name)}`]);
    const statesAt = async (search: string) => {
      const { body } = await call(scopes, home.db, reader, ['GET', `access/all${search}`]);
      const made = [given, untouched, asked, denied, ended, hidden].map(({ name }) => name);
      return (body as readonly Row[])
        .filter((row) => made.includes(row.scope))
        .map((row) => `${made.indexOf(row.scope)} ${row.state}`)
        .sort();
    };
    const all = ['0 APPROVED', '1 APPROVED', '2 APPROVED', '3 APPROVED'];
    expect(await statesAt('?accessible_for_all=true')).toEqual(all);
    expect(await statesAt('?accessible_for_all=true&inactive=true')).toEqual(all);
    expect(await statesAt('?accessible_for_all=false')).toEqual(['0 APPROVED', '2 REQUESTED']);
    const { body } = await call(scopes, home.db, reader, ['GET', 'access/all?accessible_for_all=true']);
    expect((body as readonly Row[]).find((row) => row.scope === untouched.name)).toMatchObject({
      owner_orgno: home.owner,
      owner_organization_name: 'ACME ETAT',
      consumer_orgno: reader.orgNo,
      created: (untouched.body as { created: string }).created,
    });
    const names = (body as readonly Row[]).map((row) => row.scope);
    expect(names).toEqual([...names].sort());
  });

  it('lets a consumer ask for access to a public scope, and the owner decide', async () => {
    const { name } = await create();
    const path = `access/requests?${query(name)}`;
    expect((await call(scopes, home.db, home.asOther, ['POST', path])).body).toMatchObject({ state: 'REQUESTED' });
    const waiting = await call(scopes, home.db, home.as, ['GET', `access?${query(name)}`]);
    expect(waiting.body).toMatchObject([{ state: 'REQUESTED', consumer_orgno: home.other }]);
    await call(scopes, home.db, home.as, ['PUT', `access/${home.other}?${query(name)}`]);
    expect((await call(scopes, home.db, home.asOther, ['POST', path])).body).toMatchObject({ state: 'APPROVED' });
    const hidden = await create({ visibility: 'PRIVATE' });
    expect((await call(scopes, home.db, home.asOther, ['POST', `access/requests?${query(hidden.name)}`])).status).toBe(
      404,
    );
  });

  it.each(['12345678', '314400403', '0192:314400402', 'abc'])(
    'refuses access for the organisation number %s with 400',
    async (orgNo) => {
      const { name } = await create();
      const answer = await call(scopes, home.db, home.as, ['PUT', `access/${orgNo}?${query(name)}`]);
      expect(answer.status).toBe(400);
    },
  );

  it('answers 404 when access that was never given is taken', async () => {
    const { name } = await create();
    expect((await call(scopes, home.db, home.as, ['DELETE', `access/${anOrgNo()}?${query(name)}`])).status).toBe(404);
  });

  it('answers 403 to another organisation on every path of a scope', async () => {
    const { name, body } = await create();
    const q = query(name);
    for (const [method, path, sent] of [
      ['GET', `scope?${q}`],
      ['PUT', `?${q}`, body],
      ['PUT', `?${q}`, '{'],
      ['DELETE', `?${q}`],
      ['GET', `access?${q}`],
      ['PUT', `access/${home.other}?${q}`],
      ['DELETE', `access/${home.other}?${q}`],
    ] as const) {
      const answer = await call(scopes, home.db, home.asOther, [method, path, sent]);
      expect([method, path, answer.status]).toEqual([method, path, 403]);
      expect(answer.body).toMatchObject({ status: 403, error: 'forbidden' });
    }
  });

  it('answers 401 without a token before it looks at anything, 403 without the scope', async () => {
    const reader = anAdministrator(home.owner, 'idporten:scopes.read');
    for (const [method, path, body] of [
      ['POST', '', 'not json'],
      ['PUT', '?scope=no:such', 'not json'],
      ['DELETE', '?scope=no:such'],
      ['PUT', `access/${home.other}?scope=no:such`],
      ['POST', 'access/requests'],
    ] as const) {
      const anonymous = await call(scopes, home.db, ANONYMOUS, [method, path, body]);
      expect([anonymous.status, anonymous.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect((await call(scopes, home.db, reader, [method, path, body])).status).toBe(403);
    }
    expect((await call(scopes, home.db, ANONYMOUS, ['GET', ''])).status).toBe(401);
  });

  it('names the scopes of which the token has none', async () => {
    const dcr = anAdministrator(home.owner, 'idporten:dcr.write');
    const refused = await call(scopes, home.db, dcr, ['GET', '']);
    const challenge = 'Bearer error="insufficient_scope", scope="idporten:scopes.read"';
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([403, challenge]);
    expect(refused.body).toMatchObject({
      error: 'forbidden',
      error_description:
        'The token has none of the scopes that allow this: idporten:scopes.read, idporten:scopes.write.',
    });
  });

  it('answers at the older addresses too', async () => {
    const { name } = await create();
    for (const [section, path] of [
      [scopesAlias, `scope?${query(name)}`],
      [externalAdministration, `scopes/scope?${query(name)}`],
    ] as const) {
      expect((await call(section, home.db, home.as, ['GET', path])).body).toMatchObject({ name });
    }
  });

  it('reads one scope where the list is, as the older guides tell', async () => {
    await create();
    const { name, body } = await create();
    const read = await call(scopesAlias, home.db, home.as, ['GET', `?${query(name)}`]);
    expect([read.status, read.body]).toEqual([200, body]);
    const unknown = await call(scopes, home.db, home.as, ['GET', `?${query(`${home.prefix}:unknown`)}`]);
    expect(unknown.status).toBe(404);
    const list = await call(scopes, home.db, home.as, ['GET', '?scope=']);
    expect((list.body as Names).map((scope) => scope.name)).toContain(name);
  });

  it('allows cross-origin calls with a bearer token, never with cookies', async () => {
    const preflight = await send(scopes, home.db, home.as, { method: 'OPTIONS', path: '' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('E6 takes quotes in a name for a name', async () => {
    const answer = await call(scopes, home.db, home.as, ['GET', `scope?${query("x';drop table scopes;--")}`]);
    expect(answer.status).toBe(404);
  });
});
