import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { journal } from '#app/%5Fsandbox/journal/endpoints.ts';
import { scenarios } from '#app/%5Fsandbox/scenarios/[[...path]]/endpoints.ts';
import { systemUserRequests } from '#app/(altinn)/authentication/api/v1/systemuser/request/[[...path]]/endpoints.ts';
import { scopes } from '#app/(maskinporten)/api/v1/scopes/[[...path]]/endpoints.ts';
import { token } from '#app/(maskinporten)/token/endpoints.ts';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { now } from '../context/clock.ts';
import { ANONYMOUS } from '../context/context.ts';
import { replaceDatabase } from '../context/database.ts';
import { watchCalls } from '../http/call-watch.ts';
import { JWT_BEARER_GRANT } from '../maskinporten/model.ts';
import { aToken } from '../testing/call.ts';
import { aFreePort, aLane } from '../testing/lane.ts';
import { aClientWithKey, aGrant, anAccess, aScope, type TestClient } from '../testing/maskinporten.ts';
import { aRequestBody, aRequestStory, type RequestStory } from '../testing/requests.ts';
import { ENGINES, serveTestDatabase } from '../testing/test-database.ts';
import { readCall } from './journal/read-call.ts';
import { toCurl } from './journal/to-curl.ts';
import { openToAll } from './open-sandbox.ts';
import { watchSandbox } from './watch-calls.ts';

const BASIC = `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`;
const HOST = 'localhost:3000';
const VENDOR_REQUESTS = '/authentication/api/v1/systemuser/request/vendor';

type Headers = Readonly<Record<string, string>>;
type Answer = { readonly status: number; readonly headers: Headers; readonly body: Readonly<Record<string, unknown>> };

let lane: Awaited<ReturnType<typeof aLane>>;

beforeAll(async () => {
  lane = await aLane(await aFreePort(), [token, scopes, systemUserRequests, scenarios, journal]);
});

afterAll(() => lane.close());

function open(path: string, method: string, headers: Headers, body?: string): ClientRequest {
  const outgoing = request(`${lane.origin}${path}`, { method, headers: { host: HOST, ...headers } });
  outgoing.end(body);
  return outgoing;
}

/** @throws when the connection ends without an answer */
async function send(path: string, method = 'GET', headers: Headers = {}, body?: string): Promise<Answer> {
  const [incoming] = await once(open(path, method, headers, body), 'response');
  const text = (await incoming.setEncoding('utf8').toArray()).join('');
  return { status: incoming.statusCode, headers: incoming.headers, body: text === '' ? {} : JSON.parse(text) };
}

const control = (path: string, method = 'GET', body?: object) =>
  send(
    `/_sandbox/${path}`,
    method,
    { authorization: BASIC, ...(body ? { 'content-type': 'application/json' } : { 'x-sandbox': '1' }) },
    body && JSON.stringify(body),
  );

describe.each(ENGINES)('faults on demand on %s', (engine) => {
  let db: Db;
  let client: TestClient;
  let story: RequestStory;
  let watch: ReturnType<typeof watchSandbox>;

  beforeEach(async () => {
    db = await serveTestDatabase(engine);
    client = await aClientWithKey(db);
    await anAccess(db, await aScope(db), client.orgNo);
    story = await aRequestStory(db);
    watch = watchSandbox(db, now, (error) => expect(error).toBeUndefined());
    watchCalls(watch);
  });

  afterEach(async () => {
    await watch.refresh();
    watchCalls(undefined);
    replaceDatabase(undefined);
    Object.assign(env(), { PORTAL_ENVIRONMENT: 'sandbox' });
  });

  const askToken = (scenario?: string, assertion = aGrant(client, { now: now() })) =>
    send(
      '/token',
      'POST',
      {
        'content-type': 'application/x-www-form-urlencoded',
        ...(scenario === undefined ? {} : { 'x-sandbox-scenario': scenario }),
      },
      new URLSearchParams({ grant_type: JWT_BEARER_GRANT, assertion }).toString(),
    );
  const askVendor = async (scenario?: string, body: object = aRequestBody(story)) =>
    send(
      VENDOR_REQUESTS,
      'POST',
      {
        authorization: `Bearer ${await aToken(db, story.vendor)}`,
        'content-type': 'application/json',
        ...(scenario === undefined ? {} : { 'x-sandbox-scenario': scenario }),
      },
      JSON.stringify(body),
    );
  const calls = async (query = '') =>
    (await control(`journal?${query}`)).body.calls as readonly Readonly<Record<string, unknown>>[];

  const read = (id: unknown) => readCall(openToAll({ db, now: now(), actor: ANONYMOUS }), String(id));

  describe('by header', () => {
    it('answers the refusal of a code as the token endpoint words it, and spends nothing', async () => {
      const assertion = aGrant(client, { now: now() });
      const { status, body, headers } = await askToken('MP-303', assertion);
      expect([status, body.error]).toEqual([400, 'invalid_altinn_customer_configuration']);
      expect(body.error_uri).toBe(`${env().issuer}errors/MP-303`);
      expect(body.error_description).toMatch(/^Invalid authorization details values\. \(trace_id: [0-9a-f]{32}\)$/);
      expect(headers['cache-control']).toBe('no-store');
      expect((await askToken(undefined, assertion)).status).toBe(200);
    });

    it.each([
      ['AUTH-00007', 400, 'AUTH-00007'],
      ['auth-00010', 404, 'AUTH-00010'],
      ['REQ-00002', 429, 'REQ-00002'],
      ['AUTH.VLD-00002', 400, 'STD-00000'],
    ])('answers the problem %s to a vendor, and creates nothing', async (scenario, status, code) => {
      const answer = await askVendor(scenario);
      expect(answer.status).toBe(status);
      expect(answer.body).toMatchObject({ code, traceId: expect.stringMatching(/^00-[0-9a-f]{32}-/) });
      expect(await db.$count(db.tables.systemUserRequests)).toBe(0);
    });

    it('answers 503 and 429 in the shape of each family, with the time to come back', async () => {
      const answers = [await askToken('503'), await askToken('429'), await askVendor('503')];
      expect(answers.map(({ status }) => status)).toEqual([503, 429, 503]);
      expect(answers.map(({ headers }) => headers['retry-after'])).toEqual(['2', '2', '2']);
      expect(answers.map(({ body }) => body.error ?? body.title)).toEqual([
        'temporarily_unavailable',
        'temporarily_unavailable',
        'Service Unavailable',
      ]);
      const administration = await send('/api/v1/scopes', 'GET', { 'x-sandbox-scenario': '503' });
      expect([administration.status, administration.body.error]).toEqual([503, 'temporarily_unavailable']);
    });

    it('F22 answers 500 with a trace id to what a handler throws, and the next call as ever', async () => {
      const thrown = [await askToken('throw'), await askVendor('throw')];
      expect(thrown.map(({ status }) => status)).toEqual([500, 500]);
      expect(thrown[0]?.body).toMatchObject({ error: 'server_error' });
      expect(JSON.stringify(thrown)).not.toContain('scenario');
      expect((await askToken()).status).toBe(200);
    });

    it('says what is known to whoever asks for something else, in the words of the family', async () => {
      for (const unknown of ['', 'nonsense', 'delay=60001', 'delay=-1', '503, 429', '503, after:drop', 'AUTH-00007']) {
        const { status, body } = await askToken(unknown);
        expect([unknown, status]).toEqual([unknown, 400]);
        expect(body.error_description).toMatch(/^Invalid assertion\..*Known here: delay=<ms>, 503,.* MP-303/);
      }
      const { status, body } = await askVendor('MP-303');
      expect(status).toBe(400);
      expect(JSON.stringify(body.errors)).toMatch(/X-Sandbox-Scenario.*AUTH-00007/);
    });

    it('waits before the work, and lets others pass', async () => {
      const order: string[] = [];
      const slow = askToken('delay=300').then(({ status }) => order.push(`slow ${status}`));
      const quick = askToken().then(({ status }) => order.push(`quick ${status}`));
      await Promise.all([slow, quick]);
      expect(order).toEqual(['quick 200', 'slow 200']);
      const [waited] = (await calls()).filter(({ scenario }) => scenario === 'delay=300');
      // A timer of Node may fire a millisecond early.
      expect(waited?.durationMs).toBeGreaterThanOrEqual(299);
      expect(await askToken('delay=1, 503')).toMatchObject({ status: 503 });
    });

    it('drops the connection without an answer, and without having done anything', async () => {
      await expect(askVendor('drop')).rejects.toThrow(/hang up/);
      expect(await db.$count(db.tables.systemUserRequests)).toBe(0);
    });

    it.each(['after:503', 'after:drop'])('%s loses the answer to what is done and committed', async (scenario) => {
      const body = aRequestBody(story, { externalRef: 'lost' });
      const lost = await askVendor(scenario, body).catch(() => undefined);
      expect(lost?.status).toBe(scenario === 'after:503' ? 503 : undefined);
      expect(await db.$count(db.tables.systemUserRequests)).toBe(1);
      const again = await askVendor(undefined, body);
      expect(again.status).toBeLessThan(300);
      expect(await db.$count(db.tables.systemUserRequests)).toBe(1);
    });

    it('after:drop spends the grant', async () => {
      const assertion = aGrant(client, { now: now() });
      await expect(askToken('after:drop', assertion)).rejects.toThrow(/hang up/);
      expect((await askToken(undefined, assertion)).body.error_uri).toMatch(/MP-012$/);
    });

    it('leaves a refusal as it is where the work was never done', async () => {
      expect((await askToken('after:503', 'nonsense')).status).toBe(400);
    });

    it('does nothing for a caller who has gone while it waited', async () => {
      const going = open(VENDOR_REQUESTS, 'POST', {
        authorization: `Bearer ${await aToken(db, story.vendor)}`,
        'x-sandbox-scenario': 'delay=60000',
      });
      going.on('error', () => undefined);
      await once(going, 'finish');
      await vi.waitFor(async () => expect(await askToken()).toMatchObject({ status: 200 }));
      going.destroy();
      await vi.waitFor(async () => expect(await calls('outcome=lost')).toHaveLength(1));
      expect(await db.$count(db.tables.systemUserRequests)).toBe(0);
    });

    it('ends every wait when the server stops', async () => {
      const slow = askToken('delay=60000');
      await vi.waitFor(async () => expect(await askToken()).toMatchObject({ status: 200 }));
      watch.hurry();
      expect((await slow).status).toBe(200);
    });
  });

  describe('by client', () => {
    const set = (body: object, clientId = client.clientId) => control(`scenarios/${clientId}`, 'PUT', body);

    it('lets so many calls fail and no more, however many come at once', async () => {
      expect(await set({ scenario: '503', times: 3 })).toMatchObject({ status: 200, body: { times: 3 } });
      const answers = await Promise.all(Array.from({ length: 10 }, () => askToken()));
      expect(answers.filter(({ status }) => status === 503)).toHaveLength(3);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
      expect((await control('scenarios')).body).toEqual({ scenarios: [] });
    });

    it('knows a vendor’s client by its token, and saves a code for the endpoints that know it', async () => {
      const { clientId = '' } = story.vendor;
      await set({ scenario: 'MP-303', times: 1 }, clientId);
      expect((await askVendor()).status).toBe(201);
      await set({ scenario: 'AUTH-00044', times: 1 }, clientId);
      expect((await askVendor()).body).toMatchObject({ code: 'AUTH-00044' });
      expect((await askVendor()).status).toBe(200);
    });

    it('goes on until it is removed, or until its time', async () => {
      await set({ scenario: 'MP-200', until: new Date(now().getTime() + 60_000).toISOString() });
      expect((await askToken()).body.error).toBe('invalid_scope');
      expect((await askToken()).body.error).toBe('invalid_scope');
      expect((await control('scenarios')).body).toMatchObject({ scenarios: [{ scenario: 'MP-200' }] });
      expect((await control(`scenarios/${client.clientId}`, 'DELETE')).status).toBe(204);
      expect((await askToken()).status).toBe(200);
      expect((await control(`scenarios/${client.clientId}`, 'DELETE')).status).toBe(404);
      await set({ scenario: 'MP-200', until: new Date(now().getTime() - 1).toISOString() });
      expect((await askToken()).status).toBe(200);
    });

    it('gives way to what the call itself asks for', async () => {
      await set({ scenario: '503', times: 1 });
      expect((await askToken('MP-130')).body.error).toBe('invalid_grant');
      expect((await askToken()).status).toBe(503);
    });

    it('is heard of by another process within a second', async () => {
      const other = watchSandbox(db, now, () => undefined);
      watchCalls(other);
      expect((await askToken()).status).toBe(200);
      watchCalls(watch);
      await set({ scenario: '503' });
      watchCalls(other);
      await vi.waitFor(async () => expect((await askToken()).status).toBe(503), { timeout: 1_500 });
      await other.refresh();
    });

    it.each([{}, { scenario: 'nonsense' }, { scenario: '503', times: 0 }, { scenario: '503', extra: 1 }])(
      'refuses %j',
      async (body) => {
        expect((await set(body)).status).toBe(400);
      },
    );
  });

  describe('the journal', () => {
    it('has each call with who made it, how it came out and why', async () => {
      await askToken();
      await askToken('MP-303');
      await expect(askVendor('drop')).rejects.toThrow();
      await askVendor();
      const [created, dropped, refused, granted] = await calls();
      expect(granted).toMatchObject({
        method: 'POST',
        path: '/token',
        status: 200,
        outcome: 'answered',
        clientId: client.clientId,
        orgNo: client.orgNo,
      });
      expect(refused).toMatchObject({ status: 400, outcome: 'refused', code: 'MP-303', scenario: 'MP-303' });
      expect(refused?.description).toMatch(/^Invalid authorization details values/);
      expect(dropped).toMatchObject({ path: VENDOR_REQUESTS, outcome: 'lost', scenario: 'drop' });
      expect(dropped).not.toHaveProperty('status');
      expect(created).toMatchObject({ status: 201, clientId: story.vendor.clientId, orgNo: story.vendor.orgNo });
      expect(await calls(`client=${client.clientId}`)).toHaveLength(1);
      expect(await calls('path=TOKEN&status=400')).toHaveLength(1);
      expect(await calls(`trace=${created?.traceId}`)).toHaveLength(1);
      expect(await calls(`after=${granted?.id}`)).toHaveLength(0);
      expect((await control('journal?status=x')).status).toBe(400);
    });

    it('shows what a call led to: audit, e-mails and events of its trace', async () => {
      const { parties } = db.tables;
      await db.update(parties).set({ email: 'pia@example.com' }).where(eq(parties.uuid, story.pia.partyUuid));
      const { body } = await askVendor();
      const path = `/authentication/api/v1/systemuser/request/${story.customer.partyId}/${body.id}/reject`;
      const headers = { authorization: `Bearer ${await aToken(db, story.pia)}` };
      expect((await send(path, 'POST', headers)).status).toBe(200);
      const [rejected, created] = await calls();
      const asked = await read(created?.id);
      expect(asked.audit.map(({ action }) => action)).toEqual(['request.created']);
      expect(asked.mail.map(({ toAddress }) => toAddress)).toEqual(['pia@example.com']);
      const answered = await read(rejected?.id);
      expect(answered.audit.map(({ action }) => action)).toEqual(['request.rejected']);
      expect(answered.events).toMatchObject([{ type: expect.stringMatching(/rejected/), addresses: 0, delivered: 0 }]);
      await expect(read('x')).rejects.toMatchObject({ status: 404 });
      await expect(read('999999')).rejects.toMatchObject({ status: 404 });
    });

    it('gives a call as curl, with names in the place of secrets', async () => {
      await askToken('after:delay=1');
      await askVendor();
      const [created, granted] = await calls();
      expect(toCurl((await read(granted?.id)).call)).toBe(
        `curl -i -X POST '${env().PORTAL_URL}/token' --data-urlencode 'grant_type=${JWT_BEARER_GRANT}' --data-urlencode "assertion=$ASSERTION" -H 'X-Sandbox-Scenario: after:delay=1'`,
      );
      expect(toCurl((await read(created?.id)).call)).toMatch(
        /vendor' -H "Authorization: Bearer \$TOKEN" -H 'Content-Type: application\/json' --data @body\.json$/,
      );
    });

    it('E1 keeps no token, assertion, key or person number', async () => {
      const assertion = aGrant(client, { now: now() });
      await askToken(undefined, assertion);
      await askToken(undefined, aGrant(client, { now: now(), claims: { iss: '14837912092' } }));
      await askToken(undefined, aGrant(client, { now: now(), claims: { aud: `${assertion} 14837912092` } }));
      await send(`${VENDOR_REQUESTS}/148379%31%32092?pid=14837912092`, 'GET');
      await send(`${VENDOR_REQUESTS}/148379%2012092`, 'GET');
      await send(`${VENDOR_REQUESTS}/%65yJhbGciOiJSUzI1NiJ9.x.y`, 'GET');
      await control('journal');
      const kept = JSON.stringify(await db.select().from(db.tables.sandboxCalls));
      expect(await db.$count(db.tables.sandboxCalls)).toBe(6);
      expect(kept).not.toMatch(/eyJ|BEGIN|\b[0-9]{11}\b|14837912092|148379 12092/);
      expect(kept).toContain(VENDOR_REQUESTS);
    });

    it('keeps the newest thousand', async () => {
      const { sandboxCalls } = db.tables;
      const at = now();
      const old = { at, method: 'GET', path: '/old', traceId: '0'.repeat(32), durationMs: 1 };
      for (let batch = 0; batch < 3; batch += 1) {
        await db.insert(sandboxCalls).values(Array.from({ length: 400 }, () => old));
      }
      await askToken();
      await control('journal');
      expect(await db.$count(sandboxCalls)).toBe(1_000);
      expect((await calls())[0]).toMatchObject({ path: '/token' });
    });

    it('notes neither itself nor the control of scenarios', async () => {
      await control('scenarios');
      await control('journal');
      expect(await calls()).toHaveLength(0);
    });
  });

  describe('the way in', () => {
    it.each(['scenarios', 'journal'])('%s is absent in production, whatever the credentials', async (path) => {
      Object.assign(env(), { PORTAL_ENVIRONMENT: 'production' });
      expect((await control(path)).status).toBe(404);
    });

    it('B29 lets no stranger, foreign host or form of another site in', async () => {
      const path = `/_sandbox/scenarios/${client.clientId}`;
      const change = (headers: Headers) => send(path, 'PUT', headers, '{"scenario":"503"}');
      const json = { 'content-type': 'application/json' };
      const answers = [
        await change(json),
        await change({ ...json, authorization: BASIC, host: 'evil.example' }),
        await change({ authorization: BASIC, 'content-type': 'text/plain' }),
        await send(path, 'DELETE', { authorization: BASIC }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([401, 421, 403, 403]);
      const preflight = await send(path, 'OPTIONS', { origin: 'https://evil.example' });
      expect(preflight.headers).not.toHaveProperty('access-control-allow-origin');
      expect((await control('scenarios')).body).toEqual({ scenarios: [] });
    });

    it('a scenario is passed over without a trace where nothing watches', async () => {
      watchCalls(undefined);
      expect((await askToken('503')).status).toBe(200);
      expect(await db.$count(db.tables.sandboxCalls)).toBe(0);
    });
  });
});
