import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { now } from '#lib/context/clock.ts';
import { ANONYMOUS, type OrganisationActor } from '#lib/context/context.ts';
import type { EndpointDoc } from '#lib/http/section.ts';
import { exchangeIssuer } from '#lib/maskinporten/issuers.ts';
import { signJwt } from '#lib/maskinporten/signing-keys.ts';
import type { Organisation } from '#lib/parties/model.ts';
import { isOnAccessList } from '#lib/resources/access-lists/is-on-access-list.ts';
import { aToken, call } from '#lib/testing/call.ts';
import { anOrganisationActor } from '#lib/testing/context.ts';
import { anOrganisation, aPerson } from '#lib/testing/parties.ts';
import { aResource } from '#lib/testing/resources.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { accessLists } from './endpoints.ts';

const ORG_NO = 'urn:altinn:organization:identifier-no';
type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';
type Answer = { status: number; body: unknown; etag: string | null; lastModified: string | null };

function withScope(orgNo: string, ...scopes: string[]): OrganisationActor {
  return anOrganisationActor({ orgNo, scopes: new Set(scopes.map((scope) => `altinn:resourceregistry/${scope}`)) });
}

describe('the description of access lists', () => {
  const statuses = ({ doc }: { doc: EndpointDoc }) => Object.keys(doc.responses ?? {});
  const aboutOne = accessLists.endpoints.filter(({ path }) => path.includes('{identifier}'));

  it.each(aboutOne)('tells what conditions lead to: $method $path', (endpoint) => {
    expect(statuses(endpoint)).toEqual(expect.arrayContaining(endpoint.method === 'GET' ? ['304', '412'] : ['412']));
  });

  it('tells that members cannot be included', () => {
    expect(accessLists.endpoints.filter(({ path }) => path === '{owner}').map(statuses)).toEqual([
      ['200', '400', '501'],
    ]);
  });
});

describe.each(ENGINES)('access lists on %s', (engine) => {
  let db: Db;

  beforeEach(async () => {
    db = await serveTestDatabase(engine);
  });

  async function setUp() {
    const owner = await anOrganisation(db, { orgCode: 'skd' });
    const actor = withScope(owner.orgNo, 'accesslist.write');
    const send = (method: Method, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      sendAs(actor, { method, path, body, headers });
    return { owner, actor, send };
  }

  async function sendAs(
    actor: OrganisationActor,
    what: { method: Method; path: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer> {
    const answer = await accessLists.handlers[what.method](
      new Request(`http://localhost${accessLists.base}/${what.path}`, {
        method: what.method,
        headers: { authorization: `Bearer ${await aToken(db, actor)}`, ...what.headers },
        ...(what.body === undefined ? {} : { body: JSON.stringify(what.body) }),
      }),
    );
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      etag: answer.headers.get('etag'),
      lastModified: answer.headers.get('last-modified'),
    };
  }

  const NAME = { name: 'Godkjente banker', description: 'Banker med løyve' };
  const toUrns = (...members: Organisation[]) => ({ data: members.map((member) => `${ORG_NO}:${member.orgNo}`) });

  it('creates, renames, lists and deletes', async () => {
    const { send } = await setUp();
    const made = await send('PUT', 'skd/banker', NAME);
    expect(made).toMatchObject({ status: 200, etag: '"1"' });
    expect(made.body).toEqual({
      urn: 'urn:altinn:access-list:skd:banker',
      identifier: 'banker',
      ...NAME,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(await send('PUT', 'skd/banker', { name: 'Andre' })).toMatchObject({
      etag: '"2"',
      body: { description: '' },
    });
    expect((await send('GET', 'skd')).body).toMatchObject({
      links: {},
      data: [{ identifier: 'banker', name: 'Andre' }],
    });
    expect(await send('DELETE', 'skd/banker')).toMatchObject({ status: 200, body: { name: 'Andre' } });
    expect(await send('DELETE', 'skd/banker')).toMatchObject({ status: 204, body: undefined });
    expect((await send('GET', 'skd/banker')).status).toBe(404);
  });

  it('takes the owner by code or organisation number', async () => {
    const { owner, send } = await setUp();
    await send('PUT', `${owner.orgNo}/banker`, NAME);
    expect((await send('GET', 'SKD/banker')).body).toMatchObject({ urn: 'urn:altinn:access-list:skd:banker' });
  });

  it('tells administrators, and who says the own number, that an owner is unknown; others nothing', async () => {
    const { owner } = await setUp();
    const unlisted = await anOrganisation(db);
    const unknown = { status: 400, body: { validationErrors: [{ code: 'RR.VLD-00010', paths: ['/$PATH/owner'] }] } };
    const ask = (actor: OrganisationActor, path: string) => sendAs(actor, { method: 'GET', path });
    const closed = { status: 403, body: undefined, etag: null, lastModified: null };
    expect(await ask(withScope(owner.orgNo, 'accesslist.read'), '1234')).toEqual(closed);
    expect(await ask(withScope(owner.orgNo, 'accesslist.read'), 'nobody')).toEqual(closed);
    expect(await ask(withScope(owner.orgNo, 'resource.admin'), '1234')).toMatchObject(unknown);
    expect(await ask(withScope(unlisted.orgNo, 'accesslist.read'), unlisted.orgNo)).toMatchObject(unknown);
  });

  describe('of an owner whom only the token names', () => {
    const TTD = '991825827';
    const asOwner = (orgCode: string, orgNo = TTD) => ({ ...withScope(orgNo, 'accesslist.write'), orgCode });
    const put = (actor: OrganisationActor, owner: string) =>
      sendAs(actor, { method: 'PUT', path: `${owner}/banker`, body: NAME });

    it('takes the code and the number from the token', async () => {
      const urn = 'urn:altinn:access-list:ttd:banker';
      expect(await put(asOwner('ttd'), 'ttd')).toMatchObject({ status: 200, body: { urn } });
      const read = await sendAs(asOwner('ttd'), { method: 'GET', path: `${TTD}/banker` });
      expect(read).toMatchObject({ status: 200, body: { urn } });
    });

    it('connects a resource with the number of the token', async () => {
      await aResource(db, { identifier: 'ttd-res', hasCompetentAuthority: { organization: TTD, orgcode: 'ttd' } });
      await put(asOwner('ttd'), 'ttd');
      const path = 'ttd/banker/resource-connections/ttd-res';
      expect((await sendAs(asOwner('ttd'), { method: 'PUT', path, body: {} })).status).toBe(200);
    });

    it('believes no token about a code or number that the register knows', async () => {
      const { owner } = await setUp();
      expect((await put(asOwner('skd'), 'skd')).status).toBe(403);
      expect((await put(asOwner('skd'), TTD)).status).toBe(400);
      expect((await put(asOwner('ttd', owner.orgNo), 'ttd')).status).toBe(403);
      expect((await put(asOwner('ttd'), 'abc')).status).toBe(403);
    });
  });

  it('answers 401, 403 and keeps lists of other owners closed', async () => {
    const { owner, send } = await setUp();
    await send('PUT', 'skd/banker', NAME);
    expect((await call(accessLists, db, ANONYMOUS, ['GET', 'skd'])).status).toBe(401);
    const ask = (actor: OrganisationActor, method: Method = 'GET') =>
      sendAs(actor, { method, path: 'skd/banker', ...(method === 'PUT' ? { body: '{' } : {}) });
    const other = await anOrganisation(db, { orgCode: 'nav' });
    expect((await ask(withScope(other.orgNo, 'accesslist.write'))).status).toBe(403);
    expect((await ask(withScope(owner.orgNo, 'resource.write'))).status).toBe(403);
    expect((await ask(withScope(owner.orgNo, 'accesslist.read'))).status).toBe(200);
    expect((await ask(withScope(owner.orgNo, 'accesslist.read'), 'PUT')).status).toBe(403);
    expect((await ask(withScope(other.orgNo, 'resource.admin'))).status).toBe(200);
  });

  it('refuses look-alike names and odd identifiers', async () => {
    const { send } = await setUp();
    expect((await send('PUT', 'skd/Banker_1', NAME)).body).toMatchObject({ errors: { identifier: expect.any(Array) } });
    expect((await send('PUT', 'skd/banker', { name: 'a\u202Eb' })).body).toMatchObject({
      errors: { name: expect.any(Array) },
    });
    expect((await send('PUT', 'skd/banker', {})).status).toBe(400);
  });

  it('keeps versions apart by entity tags: 304 and 412', async () => {
    const { send } = await setUp();
    const create = () => send('PUT', 'skd/banker', NAME, { 'if-none-match': '*' });
    expect((await create()).status).toBe(200);
    expect((await create()).status).toBe(412);
    expect((await send('GET', 'skd/banker', undefined, { 'if-none-match': '"1"' })).status).toBe(304);
    expect((await send('GET', 'skd/banker', undefined, { 'if-none-match': '"9"' })).status).toBe(200);
    expect((await send('GET', 'skd/banker', undefined, { 'if-match': '"9"' })).status).toBe(412);
    expect((await send('PUT', 'skd/banker', { name: 'Andre' }, { 'if-match': '"1"' })).etag).toBe('"2"');
    expect((await send('PUT', 'skd/banker', NAME, { 'if-match': '"1"' })).status).toBe(412);
    expect((await send('POST', 'skd/banker/members', { data: [] }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await send('DELETE', 'skd/banker', undefined, { 'if-match': '"1"' })).status).toBe(412);
    expect((await send('PUT', 'skd/other', NAME, { 'if-match': '*' })).status).toBe(412);
  });

  describe('by the time of the last change', () => {
    const LONG_AGO = 'Sun, 06 Nov 1994 08:49:37 GMT';

    /** A list, and when it was last changed by its own `Last-Modified`. */
    const changed = async () => {
      const { send } = await setUp();
      const { lastModified } = await send('PUT', 'skd/banker', NAME);
      const rename = (headers: Record<string, string>) => send('PUT', 'skd/banker', { name: 'Andre' }, headers);
      const read = (headers: Record<string, string>) => send('GET', 'skd/banker', undefined, headers);
      return { send, rename, read, lastModified: lastModified ?? '' };
    };

    it('changes what nobody has changed since, and refuses the rest with 412', async () => {
      const { send, rename, lastModified } = await changed();
      const stale = { 'if-unmodified-since': LONG_AGO };
      expect((await rename(stale)).status).toBe(412);
      expect((await send('POST', 'skd/banker/members', { data: [] }, stale)).status).toBe(412);
      expect((await send('DELETE', 'skd/banker/resource-connections/x', undefined, stale)).status).toBe(412);
      expect((await send('DELETE', 'skd/banker', undefined, stale)).status).toBe(412);
      expect(await rename({ 'if-unmodified-since': lastModified })).toMatchObject({ status: 200, etag: '"2"' });
    });

    it('answers a look 304 with both validators unless something changed since', async () => {
      const { send, read, lastModified } = await changed();
      const known = { 'if-modified-since': lastModified };
      expect(await read(known)).toEqual({ status: 304, body: undefined, etag: '"1"', lastModified });
      expect((await send('GET', 'skd/banker/members', undefined, known)).status).toBe(304);
      expect((await send('GET', 'skd/banker/resource-connections', undefined, known)).status).toBe(304);
      expect((await read({ 'if-modified-since': LONG_AGO })).status).toBe(200);
      expect((await read({ 'if-unmodified-since': LONG_AGO })).status).toBe(412);
    });

    it('refuses a change of what has not changed since, as the real registry does', async () => {
      const { rename, lastModified } = await changed();
      expect((await rename({ 'if-modified-since': lastModified })).status).toBe(412);
      expect((await rename({ 'if-modified-since': LONG_AGO })).status).toBe(200);
    });

    it('counts entity tags before times', async () => {
      const { rename, read, lastModified } = await changed();
      expect((await read({ 'if-none-match': '"9"', 'if-modified-since': lastModified })).status).toBe(200);
      expect((await read({ 'if-none-match': '"1"', 'if-modified-since': LONG_AGO })).status).toBe(304);
      expect((await rename({ 'if-match': '"9"', 'if-unmodified-since': lastModified })).status).toBe(412);
      expect((await rename({ 'if-match': '"1"', 'if-unmodified-since': LONG_AGO })).status).toBe(200);
    });

    it.each(['yesterday', 'Invalid Date', '1994-11-06T08:49:37Z', `${LONG_AGO}, ${LONG_AGO}`])(
      'passes over what is no time: %s',
      async (text) => {
        const { rename, read } = await changed();
        expect((await read({ 'if-modified-since': text })).status).toBe(200);
        expect((await rename({ 'if-unmodified-since': text })).status).toBe(200);
      },
    );

    it('creates a list that is not there, which has no such time', async () => {
      const { send } = await setUp();
      expect((await send('PUT', 'skd/new', NAME, { 'if-unmodified-since': LONG_AGO })).status).toBe(200);
      expect((await send('PUT', 'skd/newer', NAME, { 'if-modified-since': LONG_AGO })).status).toBe(200);
    });
  });

  it('lets one of many changes of the same version win', async () => {
    const { send } = await setUp();
    await send('PUT', 'skd/banker', NAME);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, nr) => send('PUT', 'skd/banker', { name: `Nr. ${nr}` }, { 'if-match': '"1"' })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
  });

  it('replaces, adds and removes members', async () => {
    const { send } = await setUp();
    const [a, b, c] = [await anOrganisation(db), await anOrganisation(db), await anOrganisation(db)];
    await send('PUT', 'skd/banker', NAME);
    type Members = { data: { identifiers: Record<string, string> }[] };
    const numbers = (answer: Answer) => (answer.body as Members).data.map((member) => member.identifiers[ORG_NO]);
    const added = await send('POST', 'skd/banker/members', toUrns(a, b));
    expect(added.body).toMatchObject({
      links: {},
      data: [
        {
          id: `urn:altinn:party:uuid:${a.uuid}`,
          since: expect.any(String),
          identifiers: { 'urn:altinn:party:uuid': a.uuid, 'urn:altinn:party:id': a.partyId, [ORG_NO]: a.orgNo },
        },
        {},
      ],
    });
    expect(numbers(await send('POST', 'skd/banker/members', toUrns(a)))).toEqual([a.orgNo, b.orgNo]);
    expect(numbers(await send('DELETE', 'skd/banker/members', toUrns(a)))).toEqual([b.orgNo]);
    const byUuid = { data: [`urn:altinn:party:uuid:${c.uuid}`, `urn:altinn:party:id:${a.partyId}`] };
    const replaced = await send('PUT', 'skd/banker/members', byUuid);
    expect(numbers(replaced)).toEqual([a.orgNo, c.orgNo]);
    expect(replaced.etag).toBe('"4"');
    expect((await send('GET', 'skd/banker/members', undefined, { 'if-none-match': '"4"' })).status).toBe(304);
  });

  it('keeps the version, and writes nothing down, when a change changes nothing', async () => {
    const { owner, send } = await setUp();
    const [on, off] = [await anOrganisation(db), await anOrganisation(db)];
    await aResource(db, { identifier: 'own-res', hasCompetentAuthority: { organization: owner.orgNo } });
    const connection = 'skd/banker/resource-connections/own-res';
    await send('PUT', 'skd/banker', NAME);
    await send('PUT', 'skd/banker/members', toUrns(on));
    const connected = await send('PUT', connection, { actionFilters: ['read', 'write'] });
    expect(connected.etag).toBe('"3"');
    const told = await db.select().from(db.tables.auditEvents);
    expect((await send('PUT', 'skd/banker', NAME)).etag).toBe('"3"');
    expect((await send('POST', 'skd/banker/members', toUrns(on))).etag).toBe('"3"');
    expect((await send('PUT', 'skd/banker/members', toUrns(on, on))).etag).toBe('"3"');
    expect((await send('DELETE', 'skd/banker/members', toUrns(off))).etag).toBe('"3"');
    expect((await send('DELETE', 'skd/banker/members', { data: [] })).etag).toBe('"3"');
    expect(await send('PUT', connection, { actionFilters: ['write', 'read'] })).toEqual(connected);
    expect(await db.select().from(db.tables.auditEvents)).toEqual(told);
  });

  it('refuses too many, unknown and wrongly named members', async () => {
    const { send } = await setUp();
    await send('PUT', 'skd/banker', NAME);
    const many = { data: Array.from({ length: 101 }, () => `${ORG_NO}:313300307`) };
    const code = (answer: Answer) => answer.body;
    expect(code(await send('PUT', 'skd/banker/members', many))).toMatchObject({
      validationErrors: [{ code: 'RR.VLD-00000', paths: ['/data'] }],
    });
    for (const method of ['POST', 'DELETE'] as const) {
      expect(code(await send(method, 'skd/banker/members', many))).toMatchObject({
        validationErrors: [{ code: 'RR.VLD-00001' }],
      });
    }
    const person = await aPerson(db);
    for (const urn of [`${ORG_NO}:999999999`, `urn:altinn:party:uuid:${person.uuid}`]) {
      expect(await send('POST', 'skd/banker/members', { data: [urn] })).toMatchObject({
        status: 400,
        body: { code: 'RR-00001' },
      });
    }
    expect(code(await send('POST', 'skd/banker/members', { data: ['x'] }))).toMatchObject({
      validationErrors: [{ code: 'RR.VLD-00004', paths: ['/data/0'] }],
    });
    expect((await send('POST', 'skd/none/members', { data: [] })).status).toBe(404);
  });

  it('opens own resources to members, for some actions or all', async () => {
    const { owner, send } = await setUp();
    const member = await anOrganisation(db);
    const own = { organization: owner.orgNo, orgcode: 'skd' };
    await aResource(db, { identifier: 'own-res', hasCompetentAuthority: own });
    await aResource(db, { identifier: 'foreign-res' });
    await send('PUT', 'skd/banker', NAME);
    await send('PUT', 'skd/banker/members', toUrns(member));
    const path = 'skd/banker/resource-connections';
    const isOn = (action: string) => isOnAccessList(db, { resourceId: 'own-res', orgNo: member.orgNo, action });
    expect(await isOn('read')).toBe(false);
    expect((await send('PUT', `${path}/own-res`, { actionFilters: ['read'] })).body).toMatchObject({
      resourceIdentifier: 'own-res',
      actionFilters: ['read'],
    });
    expect([await isOn('read'), await isOn('write')]).toEqual([true, false]);
    expect((await send('PUT', `${path}/own-res`, {})).body).not.toHaveProperty('actionFilters');
    expect(await isOn('write')).toBe(true);
    expect((await send('GET', path)).body).toMatchObject({ links: {}, data: [{ resourceIdentifier: 'own-res' }] });
    expect(await send('PUT', `${path}/foreign-res`, {})).toMatchObject({ status: 403, body: { code: 'RR-00004' } });
    expect(await send('PUT', `${path}/nothing`, {})).toMatchObject({ status: 400, body: { code: 'RR-00002' } });
    expect((await send('DELETE', `${path}/own-res`)).status).toBe(200);
    expect((await send('DELETE', `${path}/own-res`)).status).toBe(204);
    expect(await isOn('read')).toBe(false);
  });

  describe('with include', () => {
    const show = async (query: string) => {
      const { owner, send } = await setUp();
      await aResource(db, { identifier: 'own-res', hasCompetentAuthority: { organization: owner.orgNo } });
      await send('PUT', 'skd/banker', NAME);
      await send('PUT', 'skd/other', NAME);
      await send('PUT', 'skd/banker/resource-connections/own-res', { actionFilters: ['read'] });
      return send('GET', `skd${query}`);
    };
    const bare = { resourceIdentifier: 'own-res', createdAt: expect.any(String), updatedAt: expect.any(String) };
    const filtered = { ...bare, actionFilters: ['read'] };

    it.each([
      ['?include=resources&resource=own-res', bare],
      ['?resource=own-res&include=resources', bare],
      ['?include=resource-actions&resource=own-res', filtered],
      ['?include=resources,%20resource-actions,&resource=own-res', filtered],
      ['?include=resources&include=resource-actions&resource=own-res', filtered],
      ['?include=resource-connections&resource=own-res', filtered],
    ])('shows the connection to a resource: %s', async (query, connection) => {
      const { data } = (await show(query)).body as { data: unknown[] };
      expect(data).toEqual([
        expect.objectContaining({ identifier: 'banker', resourceConnections: [connection] }),
        expect.objectContaining({ identifier: 'other', resourceConnections: [] }),
      ]);
    });

    it.each(['', '?include=', '?resource=own-res'])('shows no connections unless asked: %s', async (query) => {
      const { data } = (await show(query)).body as { data: unknown[] };
      expect(data[0]).not.toHaveProperty('resourceConnections');
    });

    const missing = { validationErrors: [{ code: 'RR.VLD-00002', paths: ['/$QUERY/include', '/$QUERY/resource'] }] };
    const unknown = { errors: { include: [expect.any(String)] } };
    it.each([
      ['?include=resources', 400, missing],
      ['?include=resource-actions&resource=%20', 400, missing],
      ['?include=members', 501, { code: 'RR-00000', statusDescription: 'Not Implemented' }],
      ['?include=members,resources', 501, { code: 'RR-00000' }],
      ['?include=Resources&resource=own-res', 400, unknown],
      ['?include=members,owners', 400, unknown],
    ])('refuses %s with %i', async (query, status, body) => {
      expect(await show(query)).toMatchObject({ status, body });
    });

    it('looks at who asks before it looks at what is asked', async () => {
      const { owner } = await setUp();
      const path = `${owner.orgCode}?include=members`;
      const stranger = withScope((await anOrganisation(db)).orgNo, 'accesslist.read');
      expect((await sendAs(stranger, { method: 'GET', path })).status).toBe(403);
    });
  });

  it('tells decision points of memberships, others of their own resources only', async () => {
    const { owner, actor, send } = await setUp();
    const member = await anOrganisation(db);
    await aResource(db, { identifier: 'own-res', hasCompetentAuthority: { organization: owner.orgNo } });
    await send('PUT', 'skd/banker', NAME);
    await send('PUT', 'skd/banker/members', toUrns(member));
    await send('PUT', 'skd/banker/resource-connections/own-res', { actionFilters: ['read'] });
    const ask = (from: OrganisationActor, query: string) =>
      sendAs(from, { method: 'GET', path: `memberships?${query}` });
    const party = `party=${ORG_NO}:${member.orgNo}`;
    const pdp = withScope('974761076', 'pdp:accesslist.read');
    expect((await ask(pdp, party)).body).toEqual({
      data: [
        {
          party: `urn:altinn:party:uuid:${member.uuid}`,
          resource: 'urn:altinn:resource:own-res',
          since: expect.any(String),
          actionFilters: ['read'],
        },
      ],
    });
    expect((await ask(pdp, `${party}&resource=urn:altinn:resource:other`)).body).toEqual({ data: [] });
    expect((await ask(actor, party)).status).toBe(403);
    expect((await ask(actor, `${party}&resource=urn:altinn:resource:own-res`)).status).toBe(200);
    const stranger = withScope('974761076', 'accesslist.read');
    expect((await ask(stranger, `${party}&resource=urn:altinn:resource:own-res`)).status).toBe(403);
  });

  it('tells decision points, and the platform’s own services without a bearer, which lists an organisation is on', async () => {
    const { actor, send } = await setUp();
    const member = await anOrganisation(db);
    await send('PUT', 'skd/banker', NAME);
    await send('PUT', 'skd/andre', NAME);
    await send('PUT', 'skd/banker/members', toUrns(member));
    const at = now();
    const claims = { iss: exchangeIssuer(), exp: Math.floor(at.getTime() / 1000) + 60, 'urn:altinn:app': 'pdp' };
    const token = await signJwt(db, claims, { now: at });
    const ask = async (query: string) => {
      const headers = { PlatformAccessToken: token };
      const answer = await accessLists.handlers.GET(
        new Request(`http://localhost${accessLists.base}/${query}`, { headers }),
      );
      return { status: answer.status, body: await answer.json() };
    };
    const party = `party=urn:altinn:party:uuid:${member.uuid}`;
    const found = { status: 200, body: [expect.objectContaining({ identifier: 'banker', ...NAME })] };
    expect(await ask(`get-by-member?${party}`)).toEqual(found);
    expect(await ask(`memberships?${party}`)).toEqual({ status: 200, body: { data: [] } });
    expect(await ask(`get-by-member?party=urn:altinn:party:uuid:${randomUUID()}`)).toEqual({ status: 200, body: [] });
    for (const wrong of ['', 'party=x', `party=${ORG_NO}:${member.orgNo}`]) {
      expect((await ask(`get-by-member?${wrong}`)).status).toBe(400);
    }
    const pdp = withScope('974761076', 'pdp:accesslist.read');
    const path = `get-by-member?${party}`;
    expect(await sendAs(pdp, { method: 'GET', path })).toMatchObject(found);
    expect((await sendAs(actor, { method: 'GET', path })).status).toBe(403);
  });

  describe('asked for memberships', () => {
    const A = `${ORG_NO}:313300307`;
    const B = `${ORG_NO}:314400402`;
    const X = 'urn:altinn:resource:x';
    const ofParty = (code: string) => expect.objectContaining({ code, paths: ['/$QUERY/party'] });
    const ofResource = (code: string) => expect.objectContaining({ code, paths: ['/$QUERY/resource'] });
    const pdp = withScope('974761076', 'pdp:accesslist.read');
    const ask = (query: string) => sendAs(pdp, { method: 'GET', path: `memberships?${query}` });

    it.each([
      ['', [ofParty('RR.VLD-00003')]],
      ['party=', [ofParty('RR.VLD-00003')]],
      ['party=invalid', [ofParty('RR.VLD-00004'), ofParty('RR.VLD-00003')]],
      [`party=${A},invalid`, [ofParty('RR.VLD-00004')]],
      ['party=x&resource=y', [ofParty('RR.VLD-00004'), ofResource('RR.VLD-00005'), ofParty('RR.VLD-00003')]],
      [`party=${A}&resource=x,y`, [ofResource('RR.VLD-00005'), ofResource('RR.VLD-00005')]],
      [`party=${A},${B}`, [ofParty('RR.VLD-00006')]],
      [`party=${A}&party=${B}`, [ofParty('RR.VLD-00006')]],
      [`party=${A}&resource=${X},${X}y`, [ofResource('RR.VLD-00007')]],
      [`party=${A}&resource=${X}&resource=${X}y`, [ofResource('RR.VLD-00007')]],
      [`party=${A},${B}&resource=${X},${X}y`, [ofParty('RR.VLD-00006'), ofResource('RR.VLD-00007')]],
    ])('refuses %s with every error at once', async (query, validationErrors) => {
      expect(await ask(query)).toMatchObject({ status: 400, body: { code: 'STD-00000', validationErrors } });
    });

    it('says which value is wrong', async () => {
      const { body } = await ask(`party=${A},wrong`);
      expect(body).toMatchObject({ validationErrors: [{ code: 'RR.VLD-00004', value: 'wrong' }] });
    });

    it('refuses a party that is not in the register', async () => {
      expect(await ask(`party=${ORG_NO}:999999999`)).toMatchObject({ status: 400, body: { code: 'RR-00001' } });
    });
  });

  it('pages without loss or repeats', async () => {
    const { send } = await setUp();
    await send('PUT', 'skd/banker', NAME);
    const members: Organisation[] = [];
    for (let count = 0; count < 101; count += 1) members.push(await anOrganisation(db));
    await send('PUT', 'skd/banker/members', toUrns(...members.slice(0, 100)));
    const first = await send('POST', 'skd/banker/members', toUrns(...members.slice(100)));
    type Page = { links: { next?: string }; data: { identifiers: Record<string, string> }[] };
    const { links, data } = first.body as Page;
    expect(data).toHaveLength(100);
    const next = (await send('GET', links.next?.split('/access-lists/')[1] ?? '')).body as Page;
    const seen = [...data, ...next.data].map((member) => member.identifiers[ORG_NO]);
    expect(seen).toEqual(members.map((member) => member.orgNo).sort());
    expect(next.links).toEqual({});
  });
});
