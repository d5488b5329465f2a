import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '#lib/config/env.ts';
import { setClockOffset } from '#lib/context/clock.ts';
import { ANONYMOUS } from '#lib/context/context.ts';
import { encodePageToken } from '#lib/http/paging.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { call } from '#lib/testing/call.ts';
import { anOrganisationActor } from '#lib/testing/context.ts';
import { anOrgNo } from '#lib/testing/parties.ts';
import { aRequest, aRequestBody, aRequestStory, type RequestStory } from '#lib/testing/requests.ts';
import { aRight, aSystem, aSystemUser } from '#lib/testing/systems.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { systemUserRequests } from './endpoints.ts';

type Body = Readonly<Record<string, unknown>>;

describe.each(ENGINES)("vendors' requests on %s", { timeout: 60_000 }, (engine) => {
  let db: Db;
  let story: RequestStory;

  beforeAll(async () => {
    db = await serveTestDatabase(engine);
    story = await aRequestStory(db);
  });
  afterEach(() => {
    setClockOffset(0);
    vi.restoreAllMocks();
    Object.assign(env(), { PENDING_REQUESTS_MAX: 0 });
  });

  const post = (differences: Body = {}, actor = story.vendor, path = 'vendor') =>
    call(systemUserRequests, db, actor, [
      'POST',
      path,
      { ...aRequestBody(story, { externalRef: randomUUID() }), ...differences },
    ]);
  const postAgent = (differences: Body = {}, actor = story.vendor) =>
    post(
      { rights: undefined, accessPackages: [{ urn: story.clientPackageUrn }], ...differences },
      actor,
      'vendor/agent',
    );
  const get = (path: string, actor = story.vendor) => call(systemUserRequests, db, actor, ['GET', path]);
  const remove = (id: unknown, actor = story.vendor) => call(systemUserRequests, db, actor, ['DELETE', `vendor/${id}`]);
  const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
  const idOf = (answer: { body: unknown }) => (answer.body as { id: string }).id;
  const stranger = () => anOrganisationActor();

  describe('creation', () => {
    it('answers 201 with the whole request and its location', async () => {
      const answer = await post({ externalRef: 'cust-42', redirectUrl: 'https://vendor.example/receipt?c=42' });
      expect(answer.status).toBe(201);
      const id = idOf(answer);
      expect(answer.headers.get('location')).toBe(`${env().PORTAL_URL}/authentication/api/v1/systemuser/request/${id}`);
      expect(answer.body).toEqual({
        id,
        integrationTitle: story.system.name.nb,
        externalRef: 'cust-42',
        systemId: story.system.systemId,
        partyOrgNo: story.customer.orgNo,
        rights: [aRight(story.resourceId)],
        accessPackages: [{ urn: story.packageUrn }],
        status: 'New',
        redirectUrl: 'https://vendor.example/receipt?c=42',
        confirmUrl: `${env().PORTAL_URL}/accessmanagement/ui/systemuser/request?id=${id}&DONTCHOOSEREPORTEE=true`,
        escalated: false,
        created: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        timedOut: false,
      });
    });

    it('has no rights and its own page for clients', async () => {
      const answer = await postAgent();
      expect(answer.status).toBe(201);
      expect(answer.body).not.toHaveProperty('rights');
      expect((answer.body as Body).confirmUrl).toContain('/systemuser/agentrequest?id=');
      expect(answer.headers.get('location')).toContain('/systemuser/request/');
    });

    it('binds member names in any case and explicit nulls', async () => {
      const answer = await call(systemUserRequests, db, story.vendor, [
        'POST',
        'VENDOR/',
        {
          SystemId: ` ${story.system.systemId} `,
          PartyOrgNo: story.customer.orgNo,
          ExternalRef: 'pascal',
          IntegrationTitle: null,
          Rights: [{ Action: 'read', Resource: [{ Id: 'urn:altinn:resource', Value: story.resourceId }] }],
          AccessPackages: [],
          RedirectUrl: null,
        },
      ]);
      expect(answer.status).toBe(201);
      expect((answer.body as Body).accessPackages).toEqual([]);
    });

    it('B7 stores server values for members that are not the vendor\u2019s to set', async () => {
      const answer = await post({
        status: 'Accepted',
        id: randomUUID(),
        created: '2001-01-01',
        partyId: 1,
        escalated: true,
        systemUserId: randomUUID(),
        isDeleted: false,
        vendorOrgNo: anOrgNo(),
      });
      const stored = (await get(`vendor/${idOf(answer)}`)).body as Body;
      expect(stored).toMatchObject({ status: 'New', escalated: false });
      expect(stored.created).not.toContain('2001');
      expect(await db.$count(db.tables.systemUsers)).toBe(0);
    });

    it.each([
      ['no token', ANONYMOUS, 401],
      [
        'another scope',
        anOrganisationActor({ scopes: new Set(['altinn:authentication/systemuser.request.read']) }),
        403,
      ],
    ])('answers %s empty, before it looks at the body', async (_name, actor, status) => {
      const answer = await call(systemUserRequests, db, actor, ['POST', 'vendor', '{']);
      expect(answer).toMatchObject({ status, text: '' });
    });

    it('AUTH-00023 answers a token with the scope that names no organisation, once the body can be read', async () => {
      const writer = { ...story.pia, scopes: new Set(['altinn:authentication/systemuser.request.write']) };
      const asked = { systemId: story.system.systemId, partyOrgNo: story.customer.orgNo };
      const answer = await call(systemUserRequests, db, writer, ['POST', 'vendor', asked]);
      expect([answer.status, code(answer)]).toEqual([401, 'AUTH-00023']);
      expect((await call(systemUserRequests, db, writer, ['POST', 'vendor', {}])).status).toBe(400);
      const removal = await call(systemUserRequests, db, writer, ['DELETE', `vendor/${randomUUID()}`]);
      expect([removal.status, code(removal)]).toEqual([401, undefined]);
      const reader = { ...story.pia, scopes: new Set(['altinn:authentication/systemuser.request.read']) };
      const read = await call(systemUserRequests, db, reader, ['GET', `vendor/${randomUUID()}`]);
      expect([read.status, code(read)]).toEqual([401, undefined]);
    });

    it.each([
      ['with a title of directions', { integrationTitle: 'abc\u202Edef' }],
      ['with a title of zero width', { integrationTitle: 'a\u200Bb' }],
      ['with an isolate in the title', { integrationTitle: 'a\u2066b' }],
      ['with stacked marks', { integrationTitle: `a${'\u0301'.repeat(9)}` }],
      ['with too long a title', { integrationTitle: 'a'.repeat(256) }],
      ['with a control in the reference', { externalRef: 'a\u0000b' }],
      ['with a line break in the reference', { externalRef: 'a\r\nBcc: x' }],
      ['with a number for a list', { rights: 7 }],
    ])('C9 refuses a body %s', async (_name, differences) => {
      const answer = await post(differences);
      expect(answer.status).toBe(400);
      expect(answer.body).toHaveProperty('errors');
    });

    it.each([
      ['vendor', 'CreateRequestSystemUser', 'createRequest', "'systemId', 'partyOrgNo'"],
      [
        'vendor/agent',
        'CreateAgentRequestSystemUser',
        'createAgentRequest',
        "'systemId', 'partyOrgNo', 'accessPackages'",
      ],
    ])('answers an empty object to %s as one that was not read', async (path, type, parameter, names) => {
      const answer = await call(systemUserRequests, db, story.vendor, ['POST', path, {}]);
      expect(answer.status).toBe(400);
      expect((answer.body as { errors: unknown }).errors).toEqual({
        $: [`JSON deserialization for type '${type}' was missing required properties, including: ${names}.`],
        [parameter]: [`The ${parameter} field is required.`],
      });
    });

    it('stores a title in its composed form', async () => {
      const answer = await post({ integrationTitle: 'Ka\u030Are' });
      expect((answer.body as Body).integrationTitle).toBe('Ka\u030Are'.normalize('NFC'));
    });
  });

  describe('contents', () => {
    it.each([
      ['AUTH-00001', 'both lists left out', { rights: null, accessPackages: null }],
      ['AUTH-00059', 'both lists empty', { rights: [], accessPackages: [] }],
      ['AUTH-00001', 'B8 a right that the system does not have', { rights: [aRight('another')] }],
      ['AUTH-00001', 'Q-11 a right without a resource', { rights: [{ resource: [] }] }],
      [
        'AUTH-00063',
        'B8 a package that the system does not have',
        { accessPackages: [{ urn: 'urn:altinn:accesspackage:x' }] },
      ],
    ])('%s answers %s', async (expected, _name, differences) => {
      const answer = await post(differences);
      expect([answer.status, code(answer)]).toEqual([400, expected]);
    });

    it('AUTH-00001 answers more rights than the system has', async () => {
      const answer = await post({ rights: [aRight(story.resourceId), aRight(story.resourceId, 'write')] });
      expect(code(answer)).toBe('AUTH-00001');
    });

    it('AUTH-00063 names the packages that are not there', async () => {
      const missing = 'urn:altinn:accesspackage:borte';
      const answer = await post({ accessPackages: [{ urn: missing }] });
      expect(answer.body).toMatchObject({ code: 'AUTH-00063', NotFoundPackages: missing });
    });

    it('AUTH-00064 answers a package for clients in a standard request', async () => {
      const answer = await post({ accessPackages: [{ urn: story.clientPackageUrn }] });
      expect(answer.body).toMatchObject({ code: 'AUTH-00064', NotDelegablePackages: story.clientPackageUrn });
    });

    it('leaves the action out of the comparison', async () => {
      expect((await post({ rights: [aRight(story.resourceId, 'no-such-action')] })).status).toBe(201);
    });

    it.each([
      ['AUTH-00058', 'no packages', { accessPackages: [] }],
      ['AUTH-00058', 'the list left out', { accessPackages: null }],
      [
        'AUTH-00063',
        'a package that the system does not have',
        { accessPackages: [{ urn: 'urn:altinn:accesspackage:x' }] },
      ],
    ])('%s answers a request for clients with %s', async (expected, _name, differences) => {
      const answer = await postAgent(differences);
      expect([answer.status, code(answer)]).toEqual([400, expected]);
    });

    it('AUTH-00000 answers an organisation that the register does not know', async () => {
      const answer = await post({ partyOrgNo: anOrgNo() });
      expect([answer.status, code(answer)]).toEqual([400, 'AUTH-00000']);
    });

    it('B32 answers an unknown number and a person\u2019s party alike', async () => {
      const one = await post({ partyOrgNo: anOrgNo() });
      const two = await post({ partyOrgNo: String(story.pia.partyId) });
      const { traceId: _one, ...first } = one.body as Body;
      const { traceId: _two, ...second } = two.body as Body;
      expect([two.status, second]).toEqual([one.status, first]);
    });
  });

  describe('return addresses', () => {
    it('AUTH-00026 answers a system without any', async () => {
      const bare = await aSystem(db, { vendorOrgNo: story.vendor.orgNo, rights: [aRight(story.resourceId)] });
      const answer = await post({
        systemId: bare.systemId,
        accessPackages: [],
        redirectUrl: 'https://vendor.example/receipt',
      });
      expect([answer.status, code(answer)]).toEqual([400, 'AUTH-00026']);
    });

    it.each([
      'https://vendor.example@evil.example/receipt',
      'https://u:p@vendor.example/receipt',
      'https://vendor.example.evil/receipt',
      '//evil.example',
      'https:\\\\evil.example',
      'https://vendor.example/receipt/../../x',
      'https://vendor.example/receipt/%2e%2e/x',
      'https://vendor.example:444/receipt',
      'http://vendor.example/receipt',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://vendor.example/receipt\r\nLocation: //evil',
      'https://vend\u043Er.example/receipt',
      'https://vendor.example/Receipt',
      'not a url',
      'https://',
      'https://[',
      '%',
    ])('C1 Q-12 AUTH-00021 answers %s, and nothing is stored', async (redirectUrl) => {
      const before = await db.$count(db.tables.systemUserRequests);
      const answer = await post({ redirectUrl });
      expect(await db.$count(db.tables.systemUserRequests)).toBe(before);
      expect([answer.status, code(answer)]).toEqual([400, 'AUTH-00021']);
    });

    it.each(['HTTPS://Vendor.Example:443/receipt', 'https://vendor.example/receipt?a=b#c'])(
      'accepts %s and gives it back as sent',
      async (redirectUrl) => {
        const answer = await post({ redirectUrl });
        expect([answer.status, (answer.body as Body).redirectUrl]).toEqual([201, redirectUrl]);
      },
    );

    it('takes an empty one for none', async () => {
      const answer = await post({ redirectUrl: '' });
      expect(answer.status).toBe(201);
      expect(answer.body).not.toHaveProperty('redirectUrl');
    });
  });

  describe('the triple', () => {
    it('gives the stored request again, whatever the new body says', async () => {
      const first = await post({ externalRef: 'again' });
      const second = await post({ externalRef: 'again', rights: [], accessPackages: [] });
      expect([second.status, idOf(second)]).toEqual([200, idOf(first)]);
    });

    it('Q-9 takes an empty reference for the customer\u2019s number', async () => {
      const first = await post({ externalRef: '' });
      expect((first.body as Body).externalRef).toBe(story.customer.orgNo);
      const second = await post({ externalRef: null });
      const third = await post({ externalRef: story.customer.orgNo });
      expect([second.status, third.status]).toEqual([200, 200]);
      expect([idOf(second), idOf(third)]).toEqual([idOf(first), idOf(first)]);
    });

    it('counts a reference in other letters as another', async () => {
      const lower = await post({ externalRef: 'letters' });
      const upper = await post({ externalRef: 'LETTERS' });
      expect([lower.status, upper.status]).toEqual([201, 201]);
    });

    it.each(['vendor', 'vendor/agent'] as const)('Q-9 AUTH-00007 when the other type waits, for %s', async (path) => {
      const externalRef = randomUUID();
      await (path === 'vendor' ? postAgent({ externalRef }) : post({ externalRef }));
      const answer = await (path === 'vendor' ? post({ externalRef }) : postAgent({ externalRef }));
      expect([answer.status, code(answer)]).toEqual([400, 'AUTH-00007']);
    });

    it.each([
      ['Accepted', 'AUTH-00006'],
      ['Denied', 'AUTH-00008'],
      ['Rejected', 'AUTH-00009'],
    ] as const)('names what became of the other type: %s', async (status, expected) => {
      const externalRef = randomUUID();
      const first = await post({ externalRef });
      const { systemUserRequests: table } = db.tables;
      await db
        .update(table)
        .set({ status })
        .where(eq(table.id, idOf(first)));
      expect(code(await postAgent({ externalRef }))).toBe(expected);
      expect((await post({ externalRef })).body).toMatchObject({ id: idOf(first), status });
    });

    it('AUTH-00004 answers a live system user', async () => {
      await aSystemUser(db, { system: story.system, party: story.customer, externalRef: 'living' });
      const answer = await post({ externalRef: 'living' });
      expect([answer.status, code(answer)]).toEqual([400, 'AUTH-00004']);
      expect(code(await postAgent({ externalRef: 'living' }))).toBe('AUTH-00004');
    });

    it('makes a new request after the deadline and keeps the old one as Timedout', async () => {
      const first = await post({ externalRef: 'late' });
      setClockOffset(181 * DAY_MS);
      expect((await get(`vendor/${idOf(first)}`)).body).toMatchObject({ status: 'New', timedOut: true });
      const second = await post({ externalRef: 'late' });
      expect(second.status).toBe(201);
      expect((await get(`vendor/${idOf(first)}`)).body).toMatchObject({ status: 'Timedout', timedOut: true });
      const byReference = await get(`vendor/byexternalref/${story.system.systemId}/${story.customer.orgNo}/late`);
      expect(idOf(byReference)).toBe(idOf(second));
    });

    it('B14 makes one request of thirty equal ones', async () => {
      const externalRef = randomUUID();
      const answers = await Promise.all(Array.from({ length: 30 }, () => post({ externalRef })));
      const statuses = answers.map((answer) => answer.status).sort();
      expect(statuses).toEqual([...Array.from({ length: 29 }, () => 200), 201]);
      expect(new Set(answers.map(idOf)).size).toBe(1);
    });
  });

  describe('ownership', () => {
    it.each([
      ['a system of another vendor', () => ({ actor: stranger() })],
      ['an unknown system', () => ({ systemId: 'nothing' })],
    ])('B6 AUTH-00011 answers %s', async (_name, given) => {
      const { actor, ...differences } = given() as { actor?: typeof story.vendor };
      const answer = await post(differences, actor);
      expect([answer.status, code(answer)]).toEqual([404, 'AUTH-00011']);
    });

    it('B6 says nothing of what is there to a foreign vendor', async () => {
      const first = await post({ externalRef: 'secret' });
      expect(first.status).toBe(201);
      expect(code(await post({ externalRef: 'secret' }, stranger()))).toBe('AUTH-00011');
    });

    it('Q-10 AUTH-00011 answers a deleted system', async () => {
      const gone = await aSystem(db, { vendorOrgNo: story.vendor.orgNo, isDeleted: true });
      expect(code(await post({ systemId: gone.systemId }))).toBe('AUTH-00011');
    });

    it('REQ-00004 answers a suspended system', async () => {
      const closed = await aSystem(db, { vendorOrgNo: story.vendor.orgNo, isSuspended: true });
      expect(code(await post({ systemId: closed.systemId }))).toBe('REQ-00004');
    });

    it('B1 AUTH-00011 for another vendor\u2019s request, AUTH-00010 for none, without data', async () => {
      const own = await post();
      const foreign = await get(`vendor/${idOf(own)}`, stranger());
      const none = await get(`vendor/${randomUUID()}`, stranger());
      expect([foreign.status, code(foreign)]).toEqual([404, 'AUTH-00011']);
      expect([none.status, code(none)]).toEqual([404, 'AUTH-00010']);
      expect(foreign.text).not.toContain(story.customer.orgNo);
    });

    it('B2 Q-14 AUTH-00010 for withdrawing another vendor\u2019s request, which stays', async () => {
      const own = await post();
      const answer = await remove(idOf(own), stranger());
      expect([answer.status, code(answer)]).toEqual([404, 'AUTH-00010']);
      expect((await get(`vendor/${idOf(own)}`)).status).toBe(200);
    });

    it('B3 AUTH-00011 for another vendor\u2019s reference, taken or not', async () => {
      await post({ externalRef: 'b3' });
      for (const externalRef of ['b3', 'free']) {
        const path = `vendor/byexternalref/${story.system.systemId}/${story.customer.orgNo}/${externalRef}`;
        const answer = await get(path, stranger());
        expect([answer.status, code(answer)]).toEqual([404, 'AUTH-00011']);
      }
    });
  });

  describe('reads', () => {
    it('keeps the two types apart', async () => {
      const standard = await post();
      const agent = await postAgent();
      expect(code(await get(`vendor/${idOf(agent)}`))).toBe('AUTH-00010');
      expect(code(await get(`vendor/agent/${idOf(standard)}`))).toBe('AUTH-00010');
      expect((await get(`vendor/agent/${idOf(agent)}`)).body).toEqual(agent.body);
    });

    it('finds by reference, decoded once', async () => {
      const made = await post({ externalRef: 'a/b c%' });
      const path = `vendor/byexternalref/${story.system.systemId}/${story.customer.orgNo}/${encodeURIComponent('a/b c%')}`;
      expect(idOf(await get(path))).toBe(idOf(made));
      const agent = await postAgent({ externalRef: 'agent-ref' });
      const agentPath = `vendor/agent/byexternalref/${story.system.systemId}/${story.customer.orgNo}/agent-ref`;
      expect(idOf(await get(agentPath))).toBe(idOf(agent));
    });

    it.each(['vendor/byexternalref/nothing/974761076/x', 'vendor/agent/byexternalref/nothing/974761076/x'])(
      'AUTH-00010 answers %s',
      async (path) => {
        expect(code(await get(path))).toBe('AUTH-00010');
      },
    );

    it('refuses an id that is no GUID in family C', async () => {
      const answer = await get('vendor/not-a-guid');
      expect(answer.status).toBe(400);
      expect(answer.body).toHaveProperty('errors.requestId');
    });

    it.each([
      ['no token', ANONYMOUS, 401],
      [
        'the write scope alone',
        anOrganisationActor({ scopes: new Set(['altinn:authentication/systemuser.request.write']) }),
        403,
      ],
    ])('answers %s empty', async (_name, actor, status) => {
      for (const path of ['vendor/x', 'vendor/bysystem/x', 'vendor/byexternalref/a/b/c']) {
        expect(await call(systemUserRequests, db, actor, ['GET', path])).toMatchObject({ status, text: '' });
      }
    });

    it('Q-13 pages without loss or repeats', async () => {
      const system = await aSystem(db, { vendorOrgNo: story.vendor.orgNo, rights: [aRight(story.resourceId)] });
      const made: string[] = [];
      for (let index = 0; index < 103; index += 1) {
        made.push(idOf(await post({ systemId: system.systemId, accessPackages: [], externalRef: `ref-${index}` })));
      }
      const seen: string[] = [];
      let path = `vendor/bysystem/${system.systemId}`;
      for (let pages = 1; ; pages += 1) {
        const { links, data } = (await get(path)).body as { links: { next?: string }; data: { id: string }[] };
        seen.push(...data.map((item) => item.id));
        if (!links.next) {
          expect([pages, links]).toEqual([3, {}]);
          break;
        }
        expect(links.next).toMatch(new RegExp(`^${env().PORTAL_URL}/authentication/`));
        expect(new URL(links.next).searchParams.get('token')).toBe(encodePageToken(data.at(-1)?.id ?? ''));
        path = `vendor/bysystem/${system.systemId}${new URL(links.next).search}`;
      }
      expect(seen).toEqual(made);
      expect((await get(`vendor/agent/bysystem/${system.systemId}`)).body).toEqual({ links: {}, data: [] });
    });

    it('goes on after the last request of a page, withdrawn or not', async () => {
      const last = idOf(await post());
      await remove(last);
      const next = idOf(await post());
      const rest = await get(`vendor/bysystem/${story.system.systemId}?token=${encodePageToken(last)}`);
      expect(rest.body).toMatchObject({ links: {}, data: [{ id: next }] });
    });

    it.each([
      ['no token of ours', async () => '%27;--'],
      ['a request that is not in the list', async () => encodePageToken(randomUUID())],
      ['a request of another system', async () => encodePageToken((await aRequest(await aRequestStory(db))).id)],
    ])('refuses to go on after %s', async (_name, makeToken) => {
      const answer = await get(`vendor/bysystem/${story.system.systemId}?token=${await makeToken()}`);
      expect(answer.status).toBe(400);
      expect(answer.body).toHaveProperty('errors.token');
    });

    it('AUTH-00011 answers a list of a foreign or unknown system', async () => {
      expect(code(await get(`vendor/bysystem/${story.system.systemId}`, stranger()))).toBe('AUTH-00011');
      expect(code(await get('vendor/agent/bysystem/nothing'))).toBe('AUTH-00011');
    });
  });

  describe('withdrawal', () => {
    it('answers 202 empty, then the request is gone and its triple free', async () => {
      for (const create of [post, postAgent]) {
        const externalRef = randomUUID();
        const id = idOf(await create({ externalRef }));
        expect(await remove(id)).toMatchObject({ status: 202, text: '' });
        expect(code(await get(`vendor/${id}`))).toBe('AUTH-00010');
        expect(code(await remove(id))).toBe('AUTH-00010');
        expect((await create({ externalRef })).status).toBe(201);
      }
    });

    it('takes the write scope', async () => {
      const reader = { ...story.vendor, scopes: new Set(['altinn:authentication/systemuser.request.read']) };
      expect(await remove(randomUUID(), reader)).toMatchObject({ status: 403, text: '' });
    });
  });

  it('C18 REQ-00002 answers one request too many to the same customer', async () => {
    Object.assign(env(), { PENDING_REQUESTS_MAX: 5 });
    const crowd = await aRequestStory(db);
    const ask = () =>
      call(systemUserRequests, db, crowd.vendor, [
        'POST',
        'vendor',
        aRequestBody(crowd, { externalRef: randomUUID() }),
      ]);
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(5);
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(3);
    expect(refused[0]?.headers.get('retry-after')).toBe('3600');
    setClockOffset(181 * DAY_MS);
    expect((await ask()).status).toBe(201);
  });
});
