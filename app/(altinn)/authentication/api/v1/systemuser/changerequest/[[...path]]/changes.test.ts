import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '#lib/config/env.ts';
import { setClockOffset } from '#lib/context/clock.ts';
import type { OrganisationActor, PersonActor } from '#lib/context/context.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { withdrawSystemUser } from '#lib/requests/withdraw-system-user.ts';
import { delegationsOf } from '#lib/systemusers/delegations.ts';
import { aProtectedResource } from '#lib/testing/authorization.ts';
import { call } from '#lib/testing/call.ts';
import { anOrganisationActor, as } from '#lib/testing/context.ts';
import { anApprovedRequest, aRequestStory, type RequestStory } from '#lib/testing/requests.ts';
import { aListedPackage, aRight } from '#lib/testing/systems.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { changeRequests } from './endpoints.ts';

type Body = Readonly<Record<string, unknown>>;

describe.each(ENGINES)('change requests on %s', { timeout: 60_000 }, (engine) => {
  let db: Db;
  let story: RequestStory;
  let other: RequestStory;
  let secondResource: string;
  let secondPackage: string;
  let userId: string;

  beforeAll(async () => {
    db = await serveTestDatabase(engine);
    story = await aRequestStory(db);
    other = await aRequestStory(db);
    secondResource = await aProtectedResource(db);
    secondPackage = await aListedPackage(db);
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'DAGL', packageUrn: secondPackage, hasAccess: true, mayDelegate: true });
    const { systems } = db.tables;
    await db
      .update(systems)
      .set({
        rights: [...story.system.rights, aRight(secondResource)],
        accessPackages: [...story.system.accessPackages, secondPackage],
      })
      .where(eq(systems.internalId, story.system.internalId));
  });
  beforeEach(async () => {
    userId = (await anApprovedRequest(story)).id;
  });
  afterEach(() => setClockOffset(0));

  const query = (ids: { correlation?: string | undefined; user?: string | undefined }) => {
    const params = new URLSearchParams();
    if (ids.correlation !== undefined) params.set('correlation-id', ids.correlation);
    if (ids.user !== undefined) params.set('system-user-id', ids.user);
    return `vendor?${params}`;
  };
  const post = (
    body: unknown = { requiredRights: [aRight(secondResource)] },
    ids: { correlation?: string | undefined; user?: string | undefined } = {},
    actor: OrganisationActor | PersonActor = story.vendor,
  ) => call(changeRequests, db, actor, ['POST', query({ correlation: randomUUID(), user: userId, ...ids }), body]);
  const get = (path: string, actor: OrganisationActor | PersonActor = story.vendor) =>
    call(changeRequests, db, actor, ['GET', path]);
  const answer = (id: unknown, verb: string, actor: PersonActor = story.pia, party = story.customer.partyId) =>
    call(changeRequests, db, actor, ['POST', `${party}/${id}/${verb}`]);
  const outcome = (result: { status: number; body: unknown }) => [
    result.status,
    (result.body as { code?: string } | undefined)?.code ?? result.body,
  ];
  const idOf = (result: { body: unknown }) => (result.body as { id: string }).id;

  describe('creation', () => {
    it('answers 201 with the vendor\u2019s own id, and again 200 whatever the body', async () => {
      const correlation = randomUUID();
      const made = await post(
        {
          requiredRights: [aRight(secondResource)],
          unwantedAccessPackages: [{ urn: story.packageUrn }],
          redirectUrl: '',
        },
        { correlation },
      );
      expect(made.status).toBe(201);
      expect(made.headers.get('location')).toBe(
        `${env().PORTAL_URL}/authentication/api/v1/systemuser/changerequest/${correlation}`,
      );
      expect(made.body).toEqual({
        id: correlation,
        externalRef: expect.any(String),
        systemId: story.system.systemId,
        systemUserId: userId,
        partyOrgNo: story.customer.orgNo,
        requiredRights: [aRight(secondResource)],
        unwantedRights: [],
        requiredAccessPackages: [],
        unwantedAccessPackages: [{ urn: story.packageUrn }],
        status: 'New',
        created: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        confirmUrl: `${env().PORTAL_URL}/accessmanagement/ui/systemuser/changerequest?id=${correlation}&DONTCHOOSEREPORTEE=true`,
        timedOut: false,
      });
      const again = await post({ requiredRights: [aRight('nothing')] }, { correlation });
      expect([again.status, again.body]).toEqual([200, made.body]);
    });

    it.each([
      ['absent', undefined],
      ['all zero', '00000000-0000-0000-0000-000000000000'],
    ])('answers a correlation id that is %s with a text', async (_name, correlation) => {
      const result = await post(undefined, { correlation });
      expect(result.status).toBe(400);
      expect(result.text).toMatch(/^Missing or invalid QueryParameter: correlation-id\./);
    });

    it('refuses a correlation id that is no GUID in family C', async () => {
      const result = await post(undefined, { correlation: 'abc' });
      expect(result.body).toHaveProperty('errors.correlation-id');
    });

    it.each([
      ['absent', undefined],
      ['all zero', '00000000-0000-0000-0000-000000000000'],
      ['unknown', '5a1d0d0e-0000-4000-8000-000000000000'],
    ])('AUTH-00015 for a system user that is %s', async (_name, user) => {
      expect(outcome(await post(undefined, { user }))).toEqual([404, 'AUTH-00015']);
    });

    it('AUTH-00015 for one that has ended and for an agent', async () => {
      const agent = await anApprovedRequest(story, {
        kind: 'agent',
        rights: undefined,
        accessPackages: [story.clientPackageUrn],
      });
      expect(outcome(await post(undefined, { user: agent.id }))).toEqual([404, 'AUTH-00015']);
      const context = as({ db, now: new Date() }, story.pia);
      await withdrawSystemUser(context, { party: { uuid: story.customer.uuid }, systemUserId: userId });
      expect(outcome(await post())).toEqual([404, 'AUTH-00015']);
    });

    it('answers a text when both ids are one', async () => {
      const result = await post(undefined, { correlation: userId });
      expect([result.status, result.text]).toEqual([
        400,
        'The correlation-id should not be the same as the system-user-id. Generate a unique id.',
      ]);
    });

    it('answers a token with the scope that names no organisation 401 without a code, after the correlation id', async () => {
      const nobody = { ...story.pia, scopes: new Set(['altinn:authentication/systemuser.request.write']) };
      const result = await post(undefined, {}, nobody);
      expect([result.status, result.body]).toEqual([401, expect.objectContaining({ title: 'Unauthorized' })]);
      expect(result.body).not.toHaveProperty('code');
      expect((await post(undefined, { correlation: undefined }, nobody)).status).toBe(400);
    });

    it('B18 Q-26 401 for another vendor\u2019s system user, and nothing is stored', async () => {
      const correlation = randomUUID();
      const result = await post(undefined, { correlation }, other.vendor);
      expect(result.status).toBe(401);
      expect(result.body).not.toHaveProperty('code');
      expect(outcome(await get(`vendor/${correlation}`))).toEqual([404, 'AUTH-00010']);
    });

    it('B18 AUTH-00007 or AUTH-00061 for an id that another vendor has used, without a word of what', async () => {
      const foreign = await anApprovedRequest(other);
      for (const [verb, status, code] of [
        ['escalate', 400, 'AUTH-00007'],
        ['reject', 409, 'AUTH-00061'],
      ] as const) {
        const correlation = idOf(await post());
        await answer(correlation, verb);
        const result = await post(
          { requiredRights: [aRight(other.resourceId)] },
          { correlation, user: foreign.id },
          other.vendor,
        );
        expect(outcome(result)).toEqual([status, code]);
        expect(result.text).not.toContain(story.customer.orgNo);
      }
    });

    it('AUTH-00061 for an id that a system user request has', async () => {
      const taken = (await anApprovedRequest(story)).id;
      expect(outcome(await post(undefined, { correlation: taken }))).toEqual([409, 'AUTH-00061']);
    });

    it.each([[{}], [{ requiredRights: null, unwantedRights: null }], [{ requiredAccessPackages: [] }]])(
      'Q-16 answers %j with NoChangeNeeded and stores nothing',
      async (body) => {
        const correlation = randomUUID();
        const result = await post(body, { correlation });
        expect(result.status).toBe(200);
        expect(result.body).toMatchObject({ id: correlation, status: 'NoChangeNeeded', confirmUrl: '' });
        expect((await get(`vendor/${correlation}`)).status).toBe(404);
      },
    );

    it('stores a request that would change nothing', async () => {
      expect((await post({ requiredRights: [aRight(story.resourceId)] })).status).toBe(201);
    });

    it.each([
      ['AUTH-00001', { requiredRights: [aRight('another')] }],
      ['AUTH-00063', { requiredAccessPackages: [{ urn: 'urn:altinn:accesspackage:x' }] }],
    ])('%s for what the system does not have', async (code, body) => {
      expect(outcome(await post(body))).toEqual([400, code]);
    });

    it('AUTH-00064 for a package for clients', async () => {
      const body = { requiredAccessPackages: [{ urn: story.clientPackageUrn }] };
      expect(outcome(await post(body))).toEqual([400, 'AUTH-00064']);
    });

    it('AUTH-00021 for a return address that is not on the list', async () => {
      const body = { unwantedRights: [aRight(story.resourceId)], redirectUrl: 'https://evil.example/' };
      expect(outcome(await post(body))).toEqual([400, 'AUTH-00021']);
    });

    it('makes one request of thirty equal ones', async () => {
      const correlation = randomUUID();
      const results = await Promise.all(Array.from({ length: 30 }, () => post(undefined, { correlation })));
      expect(results.map((result) => result.status).sort()).toEqual([...Array.from({ length: 29 }, () => 200), 201]);
    });

    it('does not check what is unwanted', async () => {
      expect((await post({ unwantedRights: [aRight('never-heard-of')] })).status).toBe(201);
    });
  });

  describe('reads and withdrawal', () => {
    it('Q-17 finds the newest of a reference, whole', async () => {
      const { externalRef } = (await post()).body as { externalRef: string };
      const newest = await post({ requiredAccessPackages: [{ urn: secondPackage }] });
      const path = `vendor/byexternalref/${story.system.systemId}/${story.customer.orgNo}/${externalRef}`;
      expect((await get(path)).body).toEqual(newest.body);
      expect(outcome(await get(path, other.vendor))).toEqual([404, 'AUTH-00011']);
    });

    it('Q-18 pages without loss or repeats', async () => {
      const scene = await aRequestStory(db);
      const user = (await anApprovedRequest(scene)).id;
      const made: string[] = [];
      for (let index = 0; index < 55; index += 1) {
        made.push(idOf(await post({ unwantedRights: [aRight('x')] }, { user }, scene.vendor)));
      }
      const first = (await get(`vendor/bysystem/${scene.system.systemId}`, scene.vendor)).body as {
        links: { next: string };
        data: Body[];
      };
      const rest = await get(
        `vendor/bysystem/${scene.system.systemId}${new URL(first.links.next).search}`,
        scene.vendor,
      );
      const { links, data } = rest.body as { links: Body; data: Body[] };
      expect([...first.data, ...data].map((item) => item.id)).toEqual(made);
      expect(links).toEqual({});
    });

    it('AUTH-00010 unknown, AUTH-00011 another vendor\u2019s', async () => {
      const id = idOf(await post());
      expect(outcome(await get(`vendor/${randomUUID()}`))).toEqual([404, 'AUTH-00010']);
      expect(outcome(await get(`vendor/${id}`, other.vendor))).toEqual([404, 'AUTH-00011']);
      expect(outcome(await get(`vendor/bysystem/${story.system.systemId}`, other.vendor))).toEqual([404, 'AUTH-00011']);
    });

    it('Q-14 withdraws its own only; the id is spent', async () => {
      const id = idOf(await post());
      const remove = (actor = story.vendor) => call(changeRequests, db, actor, ['DELETE', `vendor/${id}`]);
      expect(outcome(await remove(other.vendor))).toEqual([404, 'AUTH-00010']);
      expect(await remove()).toMatchObject({ status: 202, text: '' });
      expect(outcome(await remove())).toEqual([404, 'AUTH-00010']);
      expect(outcome(await post(undefined, { correlation: id }))).toEqual([409, 'AUTH-00061']);
    });

    it('gives the customer\u2019s people the request, strangers AUTH-00066', async () => {
      const id = idOf(await post());
      expect((await get(id, story.pia)).body).toMatchObject({
        partyId: story.customer.partyId,
        userMayEscalateButNotApprove: false,
      });
      expect((await get(id, story.jonas)).body).toMatchObject({ userMayEscalateButNotApprove: true });
      expect(outcome(await get(id, story.stranger))).toEqual([403, 'AUTH-00066']);
      expect((await get(`${story.customer.partyId}/${id}`, story.pia)).body).toMatchObject({ id, status: 'New' });
      expect(outcome(await get(`${other.customer.partyId}/${id}`, other.pia))).toEqual([404, 'AUTH-00010']);
    });

    it('lists what waits for the organisation, and not for another one', async () => {
      const id = idOf(await post());
      const { partyId, orgNo } = story.customer;
      const { body } = await get(`${partyId}/${orgNo}/pending`, story.pia);
      expect((body as Body[]).map((item) => item.id)).toContain(id);
      expect(await get(`${partyId}/${other.customer.orgNo}/pending`, story.pia)).toMatchObject({
        status: 403,
        text: '',
      });
    });
  });

  describe('answers', () => {
    it('grants what is missing and revokes what is unwanted', async () => {
      const made = await post({
        requiredRights: [aRight(secondResource)],
        unwantedRights: [aRight(story.resourceId)],
        requiredAccessPackages: [{ urn: secondPackage }],
        unwantedAccessPackages: [{ urn: story.packageUrn }],
      });
      expect(outcome(await answer(idOf(made), 'approve'))).toEqual([200, true]);
      expect(await delegationsOf(db, userId)).toEqual({
        rights: [{ resourceId: secondResource, actions: ['read'] }],
        packages: [secondPackage],
      });
      expect((await get(`vendor/${idOf(made)}`)).body).toMatchObject({ status: 'Accepted' });
    });

    it('accepts a change that changes nothing', async () => {
      const made = await post({ requiredRights: [aRight(story.resourceId)], unwantedRights: [aRight('not-held')] });
      const before = await delegationsOf(db, userId);
      expect(outcome(await answer(idOf(made), 'approve'))).toEqual([200, true]);
      expect(await delegationsOf(db, userId)).toEqual(before);
    });

    it('B18 Q-19 AUTH-00013 twice, AUTH-00041 for the wrong party, 403 without the power', async () => {
      const id = idOf(await post());
      const before = await delegationsOf(db, userId);
      for (const verb of ['approve', 'reject']) {
        expect(outcome(await answer(id, verb, other.pia, other.customer.partyId))).toEqual([403, 'AUTH-00041']);
        expect(await answer(id, verb, story.stranger)).toMatchObject({ status: 403, text: '' });
        expect(outcome(await answer(randomUUID(), verb))).toEqual([404, 'AUTH-00010']);
        expect((await get(`vendor/${id}`)).body).toMatchObject({ status: 'New' });
      }
      expect(await delegationsOf(db, userId)).toEqual(before);
      expect(outcome(await answer(id, 'approve'))).toEqual([200, true]);
      expect(outcome(await answer(id, 'approve'))).toEqual([409, 'AUTH-00013']);
      expect(outcome(await answer(id, 'reject'))).toEqual([409, 'AUTH-00013']);
    });

    it('AUTH-00001 for a right and AUTH-00053 for a package that is not the person\u2019s to give', async () => {
      const right = idOf(await post());
      const urn = idOf(await post({ requiredAccessPackages: [{ urn: secondPackage }] }));
      expect(outcome(await answer(right, 'approve', story.flink))).toEqual([400, 'AUTH-00001']);
      expect(outcome(await answer(urn, 'approve', story.flink))).toEqual([400, 'AUTH-00053']);
      expect((await get(`vendor/${right}`)).body).toMatchObject({ status: 'New' });
    });

    it('rejects, and everything stays as it is', async () => {
      const id = idOf(await post({ unwantedRights: [aRight(story.resourceId)] }));
      const before = await delegationsOf(db, userId);
      expect(outcome(await answer(id, 'reject'))).toEqual([200, true]);
      expect(await delegationsOf(db, userId)).toEqual(before);
      expect((await get(`vendor/${id}`)).body).toMatchObject({ status: 'Rejected' });
    });

    it('B15 AUTH-00013 after the deadline', async () => {
      const id = idOf(await post());
      setClockOffset(181 * DAY_MS);
      expect(outcome(await answer(id, 'approve'))).toEqual([409, 'AUTH-00013']);
      expect((await get(`vendor/${id}`)).body).toMatchObject({ status: 'New', timedOut: true });
    });

    it('goes with its system user', async () => {
      const id = idOf(await post());
      const context = as({ db, now: new Date() }, story.pia);
      await withdrawSystemUser(context, { party: { uuid: story.customer.uuid }, systemUserId: userId });
      expect(outcome(await answer(id, 'approve'))).toEqual([404, 'AUTH-00010']);
    });

    it('is sent on by a related person, not by a stranger', async () => {
      const id = idOf(await post());
      expect(outcome(await answer(id, 'escalate', story.stranger))).toEqual([200, false]);
      expect(outcome(await answer(id, 'escalate', story.jonas))).toEqual([200, true]);
      expect((await get(`vendor/${id}`)).body).toMatchObject({ escalated: true });
    });

    it('B12 one of thirty approvals wins', async () => {
      const id = idOf(await post());
      const results = await Promise.all(Array.from({ length: 30 }, () => answer(id, 'approve')));
      expect(results.map((result) => result.status).sort()).toEqual([200, ...Array.from({ length: 29 }, () => 409)]);
    });
  });

  describe('verify', () => {
    const verify = (search: string, body: unknown) =>
      call(changeRequests, db, story.vendor, ['POST', `vendor/verify?${search}`, body]);

    it('gives back only what would change anything', async () => {
      const result = await verify(`system-user-id=${userId}`, {
        requiredRights: [aRight(story.resourceId), aRight(secondResource)],
        unwantedRights: [aRight('not-held')],
        requiredAccessPackages: [{ urn: story.packageUrn }],
        unwantedAccessPackages: [{ urn: story.packageUrn }],
      });
      expect(result.body).toMatchObject({
        status: 'New',
        requiredRights: [aRight(secondResource)],
        unwantedRights: [],
        requiredAccessPackages: [],
        unwantedAccessPackages: [{ urn: story.packageUrn }],
      });
      expect(result.body).not.toHaveProperty('id');
    });

    it('takes the three older parameters, also from the body', async () => {
      const { externalRef } = (await post()).body as { externalRef: string };
      const search = new URLSearchParams({
        'system-id': story.system.systemId,
        orgno: story.customer.orgNo,
        'external-ref': externalRef,
      });
      const rights = { requiredRights: [aRight(story.resourceId)] };
      const expected = { status: 'NoChangeNeeded', systemUserId: userId };
      expect((await verify(search.toString(), rights)).body).toMatchObject(expected);
      const named = { systemId: story.system.systemId, partyOrgNo: story.customer.orgNo, externalRef };
      expect((await verify('', { ...rights, ...named })).body).toMatchObject(expected);
    });
  });

  it('takes the scopes of requests', async () => {
    const bare = anOrganisationActor({ orgNo: story.vendor.orgNo, scopes: new Set() });
    expect(await post('{', {}, bare)).toMatchObject({ status: 403, text: '' });
    expect(await get('vendor/x', bare)).toMatchObject({ status: 403, text: '' });
  });
});
