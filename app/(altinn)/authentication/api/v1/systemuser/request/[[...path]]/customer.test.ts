import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { setClockOffset } from '#lib/context/clock.ts';
import { ANONYMOUS, type PersonActor } from '#lib/context/context.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { findSystem } from '#lib/register/find-system.ts';
import { approveRequest } from '#lib/requests/approve-request.ts';
import { digestOf } from '#lib/requests/digest.ts';
import { rejectRequest } from '#lib/requests/reject-request.ts';
import { delegationsOf } from '#lib/systemusers/delegations.ts';
import { findSystemUser } from '#lib/systemusers/find-system-user.ts';
import { aProtectedResource } from '#lib/testing/authorization.ts';
import { call } from '#lib/testing/call.ts';
import { anOrganisationActor, as } from '#lib/testing/context.ts';
import { aRequest, aRequestStory, type RequestStory } from '#lib/testing/requests.ts';
import { aListedPackage, aRight, aSystem, aSystemUser } from '#lib/testing/systems.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { systemUserRequests } from './endpoints.ts';

type Asked = Awaited<ReturnType<typeof aRequest>>;

describe.each(ENGINES)("customers' answers on %s", (engine) => {
  let db: Db;
  let story: RequestStory;
  let other: RequestStory;

  beforeAll(async () => {
    db = await serveTestDatabase(engine);
    story = await aRequestStory(db);
    other = await aRequestStory(db);
  });
  afterEach(() => setClockOffset(0));

  const at = () => new Date();
  const ask = (differences: Parameters<typeof aRequest>[1] = {}) => aRequest(story, differences, at());
  const askAgent = () =>
    aRequest(story, { kind: 'agent', rights: undefined, accessPackages: [story.clientPackageUrn] }, at());
  const answer = (request: Asked, verb: string, actor: PersonActor = story.pia, party = story.customer.partyId) => {
    const prefix = request.kind === 'agent' ? 'agent/' : '';
    return call(systemUserRequests, db, actor, ['POST', `${prefix}${party}/${request.id}/${verb}`]);
  };
  const get = (path: string, actor: PersonActor = story.pia) => call(systemUserRequests, db, actor, ['GET', path]);
  const vendorStatus = async (request: Asked) => {
    const path = `vendor/${request.kind === 'agent' ? 'agent/' : ''}${request.id}`;
    return ((await call(systemUserRequests, db, story.vendor, ['GET', path])).body as { status?: string }).status;
  };
  const outcome = (result: { status: number; body: unknown }) => [
    result.status,
    (result.body as { code?: string }).code ?? result.body,
  ];
  const auditOf = (id: string) =>
    db.select().from(db.tables.auditEvents).where(eq(db.tables.auditEvents.subjectId, id));

  describe('approving', () => {
    it('answers true and makes a system user with the id of the request and what was asked', async () => {
      const request = await ask();
      expect(outcome(await answer(request, 'approve'))).toEqual([200, true]);
      expect(await vendorStatus(request)).toBe('Accepted');
      expect(await findSystemUser(db, request.id)).toMatchObject({
        userType: 'standard',
        partyOrgNo: story.customer.orgNo,
        externalRef: request.externalRef,
        createdByName: story.pia.name,
        isDeleted: false,
      });
      expect(await delegationsOf(db, request.id)).toEqual({
        rights: [{ resourceId: story.resourceId, actions: ['read', 'write'] }],
        packages: [story.packageUrn],
      });
    });

    it('keeps the packages of one for clients and checks no delegation', async () => {
      const request = await askAgent();
      expect(outcome(await answer(request, 'approve', story.flink))).toEqual([200, true]);
      expect(await findSystemUser(db, request.id)).toMatchObject({ userType: 'agent' });
      expect(await delegationsOf(db, request.id)).toEqual({ rights: [], packages: [story.clientPackageUrn] });
    });

    it('leaves one audit row, with who, for whom and what', async () => {
      const request = await ask();
      await answer(request, 'approve');
      const rows = (await auditOf(request.id)).filter((row) => row.action === 'request.approved');
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ actorId: story.pia.partyUuid, onBehalfOf: story.customer.orgNo });
    });

    it.each(['standard', 'agent'] as const)('counts once, for %s: AUTH-00013', async (kind) => {
      const request = kind === 'agent' ? await askAgent() : await ask();
      await answer(request, 'approve');
      expect(outcome(await answer(request, 'approve'))).toEqual([409, 'AUTH-00013']);
      expect(outcome(await answer(request, 'reject'))).toEqual([409, 'AUTH-00013']);
    });

    it.each([
      ['standard', 'AUTH-00010'],
      ['agent', 'AUTH-00030'],
    ] as const)('an unknown id is none for %s: %s', async (kind, code) => {
      for (const verb of ['approve', 'reject']) {
        const unknown = { ...(await ask()), kind, id: randomUUID() };
        expect(outcome(await answer(unknown, verb))).toEqual([404, code]);
      }
    });

    it('an id of the other type is none', async () => {
      expect(outcome(await answer({ ...(await askAgent()), kind: 'standard' }, 'approve'))).toEqual([
        404,
        'AUTH-00010',
      ]);
      expect(outcome(await answer({ ...(await ask()), kind: 'agent' }, 'approve'))).toEqual([404, 'AUTH-00030']);
    });

    it('B9 403 for those who may not answer for the organisation, AUTH-00041/42 for the wrong one', async () => {
      const [standard, agent] = [await ask(), await askAgent()];
      for (const verb of ['approve', 'reject']) {
        for (const actor of [other.pia, story.jonas, story.stranger]) {
          expect(await answer(standard, verb, actor)).toMatchObject({ status: 403, text: '' });
        }
        expect(outcome(await answer(standard, verb, other.pia, other.customer.partyId))).toEqual([403, 'AUTH-00041']);
        expect(outcome(await answer(agent, verb, other.pia, other.customer.partyId))).toEqual([403, 'AUTH-00042']);
      }
      expect(await vendorStatus(standard)).toBe('New');
      expect(await findSystemUser(db, standard.id)).toBeUndefined();
    });

    it('takes level 3', async () => {
      const low = { ...story.pia, authenticationLevel: 2 };
      expect(await answer(await ask(), 'approve', low)).toMatchObject({ status: 403, text: '' });
    });

    it('B10 gives nothing when one right is not the person\u2019s to give', async () => {
      const request = await ask();
      expect(outcome(await answer(request, 'approve', story.flink))).toEqual([403, 'AUTH-00016']);
      expect(await vendorStatus(request)).toBe('New');
      expect(await findSystemUser(db, request.id)).toBeUndefined();
      expect(await delegationsOf(db, request.id)).toEqual({ rights: [], packages: [] });
    });

    it('B10 AUTH-00053 for packages', async () => {
      const request = await ask({ rights: [] });
      expect(outcome(await answer(request, 'approve', story.flink))).toEqual([400, 'AUTH-00053']);
      expect(await vendorStatus(request)).toBe('New');
    });

    it('B11 refuses machines, whatever scopes they carry', async () => {
      const request = await ask();
      const machine = anOrganisationActor({ orgNo: story.vendor.orgNo, scopes: new Set(['altinn:portal/enduser']) });
      const path = `${story.customer.partyId}/${request.id}`;
      for (const verb of ['approve', 'reject', 'escalate']) {
        const result = await call(systemUserRequests, db, machine, ['POST', `${path}/${verb}`]);
        expect(result).toMatchObject({ status: 403, text: '' });
      }
    });

    it('takes the scope of the portal; rejecting does not', async () => {
      const bare = { ...story.pia, scopes: new Set<string>() };
      const request = await ask();
      expect(await answer(request, 'approve', bare)).toMatchObject({ status: 403, text: '' });
      expect(outcome(await answer(request, 'reject', bare))).toEqual([200, true]);
    });

    it('answers 401 empty without a token', async () => {
      const path = `${story.customer.partyId}/${randomUUID()}/approve`;
      expect(await call(systemUserRequests, db, ANONYMOUS, ['POST', path])).toMatchObject({ status: 401, text: '' });
    });

    it('Q-2 refuses a party that is no number with 400', async () => {
      const result = await call(systemUserRequests, db, story.pia, ['POST', `organization/${randomUUID()}/approve`]);
      expect(result.status).toBe(400);
      expect(result.body).toHaveProperty('errors.party');
    });

    it('B15 refuses after the deadline and when it was answered', async () => {
      const [late, rejected] = [await ask(), await ask()];
      await answer(rejected, 'reject');
      expect(outcome(await answer(rejected, 'approve'))).toEqual([409, 'AUTH-00013']);
      setClockOffset(181 * DAY_MS);
      expect(outcome(await answer(late, 'approve'))).toEqual([409, 'AUTH-00013']);
      expect(await vendorStatus(late)).toBe('New');
    });

    it('AUTH-00010 after the vendor has taken it back', async () => {
      const request = await ask();
      await call(systemUserRequests, db, story.vendor, ['DELETE', `vendor/${request.id}`]);
      expect(outcome(await answer(request, 'approve'))).toEqual([404, 'AUTH-00010']);
    });

    it('AUTH-00004 when the triple has got a system user in the meantime', async () => {
      const request = await ask();
      await aSystemUser(db, { system: story.system, party: story.customer, externalRef: request.externalRef });
      expect(outcome(await answer(request, 'approve'))).toEqual([400, 'AUTH-00004']);
    });

    describe('against the system as it is now', () => {
      const withSystem = async (change: Record<string, unknown>, differences: Parameters<typeof aRequest>[1] = {}) => {
        const system = await aSystem(db, {
          vendorOrgNo: story.vendor.orgNo,
          rights: story.system.rights,
          accessPackages: story.system.accessPackages,
        });
        const request = await ask({ systemId: system.systemId, ...differences });
        const { systems } = db.tables;
        await db.update(systems).set(change).where(eq(systems.internalId, system.internalId));
        return request;
      };

      it.each([
        ['AUTH-00011', 404, 'was deleted', { isDeleted: true }],
        ['REQ-00004', 403, 'is suspended', { isSuspended: true }],
        ['AUTH-00001', 400, 'lost the right', { rights: [] }],
        ['AUTH-00063', 400, 'lost the package', { accessPackages: [] }],
      ] as const)('%s when it %s', async (code, status, _name, change) => {
        const request = await withSystem(change);
        expect(outcome(await answer(request, 'approve'))).toEqual([status, code]);
        expect(await vendorStatus(request)).toBe('New');
        expect(outcome(await answer(request, 'reject'))).toEqual([200, true]);
      });

      it.each([
        ['AUTH-00064', 'standard', { isAssignable: false }],
        ['AUTH-00065', 'agent', { isDelegable: false }],
      ] as const)('%s when a package is no longer for %s', async (code, kind, change) => {
        const urn = await aListedPackage(db);
        const { accessPackages } = db.tables;
        const system = await aSystem(db, { vendorOrgNo: story.vendor.orgNo, accessPackages: [urn] });
        const request = await ask({
          kind,
          systemId: system.systemId,
          rights: kind === 'agent' ? undefined : [],
          accessPackages: [urn],
        });
        await db.update(accessPackages).set(change).where(eq(accessPackages.urn, urn));
        const result = await answer(request, 'approve');
        expect(outcome(result)).toEqual([400, code]);
        expect(result.body).toHaveProperty('NotDelegablePackages', urn);
      });

      it('AUTH-00070 when the owner has closed the service for delegation', async () => {
        const closed = await aProtectedResource(db, { details: { delegable: false } });
        const system = await aSystem(db, { vendorOrgNo: story.vendor.orgNo, rights: [aRight(closed)] });
        const request = await ask({ systemId: system.systemId, rights: [aRight(closed)], accessPackages: [] });
        expect(outcome(await answer(request, 'approve'))).toEqual([403, 'AUTH-00070']);
      });

      it('B16 REQ-00001 when it has changed since it was shown', async () => {
        const request = await ask();
        const shown = await findSystem(db, { internalId: request.systemInternalId });
        if (!shown) throw new Error('The system is gone.');
        const digest = digestOf(request, shown);
        const { systems } = db.tables;
        const wider = await aProtectedResource(db);
        const set = (rights: typeof shown.rights) =>
          db.update(systems).set({ rights }).where(eq(systems.internalId, shown.internalId));
        await set([...shown.rights, aRight(wider)]);
        const approval = { kind: 'standard', id: request.id, party: { uuid: story.customer.uuid }, digest } as const;
        await expect(approveRequest(as({ db, now: at() }, story.pia), approval)).rejects.toMatchObject({
          code: 'REQ-00001',
          status: 409,
        });
        expect((await delegationsOf(db, request.id)).rights).toEqual([]);
        await set(shown.rights);
        await approveRequest(as({ db, now: at() }, story.pia), approval);
        expect(await vendorStatus(request)).toBe('Accepted');
      });

      it('B17 widens nothing afterwards', async () => {
        const request = await ask();
        await answer(request, 'approve');
        const before = await delegationsOf(db, request.id);
        const { systems } = db.tables;
        const wider = [...story.system.rights, aRight(await aProtectedResource(db))];
        await db.update(systems).set({ rights: wider }).where(eq(systems.internalId, story.system.internalId));
        expect(await delegationsOf(db, request.id)).toEqual(before);
        await db
          .update(systems)
          .set({ rights: story.system.rights })
          .where(eq(systems.internalId, story.system.internalId));
      });
    });

    it('B8 gives no action that the policy does not have', async () => {
      const request = await ask({ rights: [aRight(story.resourceId, 'rule-the-world')] });
      await answer(request, 'approve');
      expect((await delegationsOf(db, request.id)).rights[0]?.actions).toEqual(['read', 'write']);
    });
  });

  describe('rejecting', () => {
    it.each(['standard', 'agent'] as const)('answers true, once, for %s', async (kind) => {
      const request = kind === 'agent' ? await askAgent() : await ask();
      expect(outcome(await answer(request, 'reject'))).toEqual([200, true]);
      expect(await vendorStatus(request)).toBe('Rejected');
      expect(outcome(await answer(request, 'reject'))).toEqual([409, 'AUTH-00013']);
      expect(await findSystemUser(db, request.id)).toBeUndefined();
    });

    it('tells the vendor the reason when there is one', async () => {
      const request = await ask();
      const key = { kind: 'standard', id: request.id, party: { uuid: story.customer.uuid } } as const;
      await rejectRequest(as({ db, now: at() }, story.pia), { ...key, reason: 'Vi bytter system.' });
      const read = await call(systemUserRequests, db, story.vendor, ['GET', `vendor/${request.id}`]);
      expect(read.body).toMatchObject({ status: 'Rejected', rejectReason: 'Vi bytter system.' });
    });
  });

  describe('reading', () => {
    it('gives access managers the request for their organisation, without an address', async () => {
      const request = await ask();
      const read = await get(`${story.customer.partyId}/${request.id}`);
      expect(read.status).toBe(200);
      expect(read.body).toMatchObject({ id: request.id, status: 'New', timedOut: false });
      expect(read.body).not.toHaveProperty('confirmUrl');
    });

    it('AUTH-00010 for an organisation that it is not for, 403 without the power', async () => {
      const request = await ask();
      const path = `${other.customer.partyId}/${request.id}`;
      expect(outcome(await get(path, other.pia))).toEqual([404, 'AUTH-00010']);
      expect(await get(path, story.pia)).toMatchObject({ status: 403, text: '' });
      expect(await get(`${story.customer.partyId}/${request.id}`, story.jonas)).toMatchObject({
        status: 403,
        text: '',
      });
    });

    it('gives the portal more by id, without timedOut', async () => {
      const [standard, agent] = [await ask(), await askAgent()];
      const read = (await get(standard.id)).body as Record<string, unknown>;
      expect(read).toMatchObject({
        partyId: story.customer.partyId,
        partyUuid: story.customer.uuid,
        userMayEscalateButNotApprove: false,
      });
      expect(read).not.toHaveProperty('timedOut');
      expect(read).not.toHaveProperty('confirmUrl');
      expect(read).not.toHaveProperty('systemUserType');
      expect((await get(`agent/${agent.id}`)).body).toMatchObject({ systemUserType: 'Agent', rights: [] });
      const ofParty = `agent/${story.customer.partyId}/${agent.id}`;
      expect(await get(ofParty)).toMatchObject({ status: 200, body: { id: agent.id, status: 'New' } });
      expect(await get(ofParty, story.stranger)).toMatchObject({ status: 403, text: '' });
    });

    it('says who may only send it on, and AUTH-00066 to strangers', async () => {
      const request = await ask();
      expect((await get(request.id, story.jonas)).body).toMatchObject({ userMayEscalateButNotApprove: true });
      expect(outcome(await get(request.id, story.stranger))).toEqual([403, 'AUTH-00066']);
      expect(outcome(await get(randomUUID(), story.stranger))).toEqual([404, 'AUTH-00010']);
      expect(await get(request.id, { ...story.pia, scopes: new Set() })).toMatchObject({ status: 403, text: '' });
    });

    it('stamps the first time somebody of the customer opened it', async () => {
      const request = await ask();
      await get(request.id, story.stranger);
      const { systemUserRequests: table } = db.tables;
      const stamp = async () => (await db.select().from(table).where(eq(table.id, request.id)))[0]?.firstOpenedAt;
      expect(await stamp()).toBeNull();
      await get(request.id, story.jonas);
      const first = await stamp();
      expect(first).toBeInstanceOf(Date);
      setClockOffset(DAY_MS);
      await get(request.id);
      expect(await stamp()).toEqual(first);
    });
  });

  describe('what waits', () => {
    it('lists New requests of the type, with the true flag', async () => {
      const scene = await aRequestStory(db);
      const waiting = await aRequest(scene, {}, at());
      const agent = await aRequest(
        scene,
        { kind: 'agent', rights: undefined, accessPackages: [scene.clientPackageUrn] },
        at(),
      );
      const path = `${scene.customer.partyId}/${scene.customer.orgNo}/pending`;
      await call(systemUserRequests, db, scene.jonas, ['POST', `${scene.customer.partyId}/${waiting.id}/escalate`]);
      const list = (await get(path, scene.pia)).body as { id: string; escalated: boolean }[];
      expect(list.map(({ id, escalated }) => [id, escalated])).toEqual([[waiting.id, true]]);
      expect(((await get(`agent/${path}`, scene.pia)).body as { id: string }[]).map(({ id }) => id)).toEqual([
        agent.id,
      ]);
    });

    it('B19 Q-22 403 when number and party disagree', async () => {
      const path = `${story.customer.partyId}/${other.customer.orgNo}/pending`;
      expect(await get(path)).toMatchObject({ status: 403, text: '' });
      expect(await get(`agent/${path}`)).toMatchObject({ status: 403, text: '' });
    });

    it('403 without access management or without the scope', async () => {
      const path = `${story.customer.partyId}/${story.customer.orgNo}/pending`;
      expect((await get(path, story.jonas)).status).toBe(403);
      expect((await get(path, { ...story.pia, scopes: new Set() })).status).toBe(403);
    });
  });

  describe('sending on', () => {
    it.each(['standard', 'agent'] as const)('sets the flag for a related person, for %s', async (kind) => {
      const request = kind === 'agent' ? await askAgent() : await ask();
      expect(outcome(await answer(request, 'escalate', story.jonas))).toEqual([200, true]);
      expect((await get(`${kind === 'agent' ? 'agent/' : ''}${request.id}`)).body).toMatchObject({ escalated: true });
      expect(await vendorStatus(request)).toBe('New');
    });

    it('B20 answers false to strangers, unknown ids and other organisations, and does nothing', async () => {
      const request = await ask();
      expect(outcome(await answer(request, 'escalate', story.stranger))).toEqual([200, false]);
      expect(outcome(await answer({ ...request, id: randomUUID() }, 'escalate', story.jonas))).toEqual([200, false]);
      expect(outcome(await answer(request, 'escalate', other.jonas, other.customer.partyId))).toEqual([200, false]);
      expect((await get(request.id)).body).toMatchObject({ escalated: false });
    });

    it('B20 makes one flag, one audit row and one notice of a flood, then 429', async () => {
      const scene = await aRequestStory(db);
      const { parties, outbox } = db.tables;
      await db.update(parties).set({ email: 'pia@example.test' }).where(eq(parties.uuid, scene.pia.partyUuid));
      const request = await aRequest(scene, {}, at());
      const press = () =>
        call(systemUserRequests, db, scene.jonas, ['POST', `${scene.customer.partyId}/${request.id}/escalate`]);
      const before = await db.$count(outbox);
      const statuses: number[] = [];
      for (let presses = 0; presses < 12; presses += 1) statuses.push((await press()).status);
      expect(statuses.slice(0, 2)).toEqual([200, 200]);
      expect(statuses.slice(6)).toEqual(Array.from({ length: 6 }, () => 429));
      expect((await db.$count(outbox)) - before).toBe(1);
      expect((await auditOf(request.id)).filter((row) => row.action === 'request.forwarded')).toHaveLength(1);
    });

    it('works in any status', async () => {
      const request = await ask();
      await answer(request, 'reject');
      expect(outcome(await answer(request, 'escalate', story.jonas))).toEqual([200, true]);
    });
  });

  describe('races', { timeout: 60_000 }, () => {
    const codes = (results: readonly { status: number }[]) => results.map((result) => result.status).sort();

    it('B12 one of thirty approvals wins', async () => {
      const request = await ask();
      const results = await Promise.all(Array.from({ length: 30 }, () => answer(request, 'approve')));
      expect(codes(results)).toEqual([200, ...Array.from({ length: 29 }, () => 409)]);
      expect(results.filter((result) => outcome(result)[1] === 'AUTH-00013')).toHaveLength(29);
      const users = await db.select().from(db.tables.systemUsers).where(eq(db.tables.systemUsers.id, request.id));
      expect(users).toHaveLength(1);
      expect((await auditOf(request.id)).filter((row) => row.action === 'request.approved')).toHaveLength(1);
    });

    it('B13 approve, reject and withdraw at once: one answer wins, fifty times over', async () => {
      for (let round = 0; round < 50; round += 1) {
        const request = await ask();
        const verbs = [
          () => answer(request, 'approve'),
          () => answer(request, 'reject'),
          () => call(systemUserRequests, db, story.vendor, ['DELETE', `vendor/${request.id}`]),
        ];
        const start = round % 3;
        const order = [0, 1, 2].map((index) => (start + index) % 3);
        const results = await Promise.all(order.map((index) => verbs[index]?.()));
        const [approved, rejected, withdrawn] = [0, 1, 2].map(
          (index) => (results[order.indexOf(index)]?.status ?? 0) < 300,
        );
        // One answer at most; a withdrawal that comes after it finds an answered request and may still take the row.
        expect([approved, rejected].filter(Boolean).length).toBeLessThanOrEqual(1);
        expect([approved, rejected, withdrawn].some(Boolean)).toBe(true);
        const user = await findSystemUser(db, request.id);
        expect(user !== undefined && !user.isDeleted).toBe(approved);
        const status = await vendorStatus(request);
        if (!withdrawn) expect(status).toBe(approved ? 'Accepted' : 'Rejected');
        else expect(status).toBe(404);
      }
    });
  });
});
