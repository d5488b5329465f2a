import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemUserRequests } from '#app/(altinn)/authentication/api/v1/systemuser/request/[[...path]]/endpoints.ts';
import { sandboxControls } from '#app/api/_sandbox/endpoints.ts';
import type { Db } from '#db/open.ts';
import * as settings from '../config/env.ts';
import { now, setClock } from '../context/clock.ts';
import { followWorld } from '../context/world.ts';
import { DAY_MS, HOUR_MS } from '../kernel/durations.ts';
import { call } from '../testing/call.ts';
import { aClientWithKey, aGrant, anAccess, aScope, ask } from '../testing/maskinporten.ts';
import { aRequest, aRequestStory } from '../testing/requests.ts';
import { ENGINES, serveTestDatabase } from '../testing/test-database.ts';

const CREDENTIALS = `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`;
const OURS = { host: 'localhost:3000', authorization: CREDENTIALS };

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

async function send(method: Method, path: string, headers: Readonly<Record<string, string>>, body?: string) {
  const request = new Request(`http://localhost:3000/_sandbox/${path}`, { method, headers, ...(body ? { body } : {}) });
  const response = await sandboxControls.handlers[method](request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

const change = (method: Method, body: unknown) =>
  send(method, 'clock', { ...OURS, 'content-type': 'application/json' }, JSON.stringify(body));

const aheadMs = () => now().getTime() - Date.now();

describe.each(ENGINES)('the controls of the sandbox on %s', (engine) => {
  let db: Db;

  beforeEach(async () => {
    db = await serveTestDatabase(engine);
  });

  afterEach(() => {
    vi.restoreAllMocks();
    setClock({ offsetMs: 0 });
  });

  it.each(['test', 'production'] as const)('B29 are absent in %s, whatever the credentials', async (environment) => {
    vi.spyOn(settings, 'env').mockReturnValue({ ...settings.env(), PORTAL_ENVIRONMENT: environment });
    expect((await send('POST', 'reset', { ...OURS, 'x-sandbox': '1' })).status).toBe(404);
    expect((await send('GET', 'clock', OURS)).status).toBe(404);
  });

  it.each([
    ['a foreign name', { ...OURS, 'x-sandbox': '1', host: 'evil.example' }, 421],
    ['a form of another site', { ...OURS, 'content-type': 'text/plain', origin: 'https://evil.example' }, 403],
    ['a script of another site', { ...OURS, 'x-sandbox': '1', origin: 'https://evil.example' }, 403],
    ['a neighbour of ours', { ...OURS, 'x-sandbox': '1', 'sec-fetch-site': 'same-site' }, 403],
    ['a form that hides where it came from', { ...OURS, 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['a form of another site without credentials', { host: OURS.host, origin: 'https://evil.example' }, 403],
    ['the wrong credentials', { ...OURS, 'x-sandbox': '1', authorization: `Basic ${btoa('sandbox:x')}` }, 401],
  ])('B29 are not moved by %s', async (_, headers, status) => {
    for (const [method, path] of [
      ['PUT', 'clock'],
      ['POST', 'clock'],
      ['DELETE', 'clock'],
      ['POST', 'reset'],
    ] as const) {
      const answer = await send(method, path, headers, method === 'DELETE' ? undefined : '{"advance":3600}');
      expect(answer.status).toBe(status);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect((await send('OPTIONS' as Method, 'reset', headers)).status).toBe(405);
    await followWorld(db);
    expect(aheadMs()).toBeLessThanOrEqual(0);
    expect(await db.select().from(db.tables.settings)).toEqual([]);
  });

  it('tell the time, and move, set, stop and start it', async () => {
    expect((await send('GET', 'clock', OURS)).body).toMatchObject({ frozen: false, offsetSeconds: 0, earliest: null });
    expect((await change('POST', { advance: 'PT1H30M' })).body.offsetSeconds).toBeCloseTo(5400, 0);
    expect((await change('POST', { advance: -1800 })).body.offsetSeconds).toBeCloseTo(3600, 0);
    expect(aheadMs() / 1000).toBeCloseTo(3600, 0);
    const still = { now: '2027-03-01T08:00:00.000Z', frozen: true };
    expect((await change('PUT', { now: '2027-03-01T09:00:00+01:00', frozen: true })).body).toMatchObject(still);
    expect(now().toISOString()).toBe(still.now);
    expect((await change('POST', { advance: 60 })).body).toMatchObject({ ...still, now: '2027-03-01T08:01:00.000Z' });
    const started = await change('PUT', { frozen: false });
    expect(started.body.frozen).toBe(false);
    expect(started.headers.get('date')).toMatch(/^Mon, 01 Mar 2027 08:01:0/);
    expect((await send('DELETE', 'clock', { ...OURS, 'x-sandbox': '1' })).body).toMatchObject({ offsetSeconds: 0 });
    expect(aheadMs()).toBeLessThanOrEqual(0);
  });

  it('add up what several callers move at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => change('POST', { advance: 'P1D' })));
    expect(Math.round(aheadMs() / DAY_MS)).toBe(5);
  });

  it.each([
    [{ advance: 1, now: '2027-03-01T08:00:00Z' }],
    [{ now: '2027-03-01' }],
    [{ now: '1999-12-31T23:59:59Z' }],
    [{ now: '2100-01-01T00:00:00Z' }],
    [{ advance: 'P1M' }],
    [{ advance: 'PT' }],
    [{ advance: 4e9 }],
    [{ advance: 1, speed: 2 }],
  ])('refuse %j', async (body) => {
    expect((await change('PUT', body)).status).toBe(400);
    expect(aheadMs()).toBeLessThanOrEqual(0);
  });

  it('stay in the century of their calendars', async () => {
    expect(await change('POST', { advance: 3e9 })).toMatchObject({ status: 400, body: { code: 'SBX-00002' } });
    expect(aheadMs()).toBeLessThanOrEqual(0);
  });

  it('F12 let open requests run out and tokens end when the clock jumps ahead', async () => {
    const story = await aRequestStory(db);
    const { id } = await aRequest(story);
    const client = await aClientWithKey(db, { keyExpiresAt: new Date(Date.now() + 999 * DAY_MS) });
    await anAccess(db, await aScope(db), client.orgNo);
    const early = aGrant(client, { now: now() });
    await change('POST', { advance: 'PT1H' });
    expect(await ask({ db, now: now() }, early)).toMatchObject({ status: 400 });
    const { status, claims } = await ask({ db, now: now() }, aGrant(client, { now: now() }));
    expect([status, Number(claims?.exp) - Number(claims?.iat)]).toEqual([200, 120]);
    expect(Number(claims?.iat) - Date.now() / 1000).toBeGreaterThan(3590);
    const statusOf = async () => (await call(systemUserRequests, db, story.vendor, ['GET', `vendor/${id}`])).body;
    const before = await statusOf();
    await change('POST', { advance: 'P181D' });
    expect([before, await statusOf()]).toMatchObject([{ timedOut: false }, { timedOut: true }]);
  });

  it('F13 keep a used grant used when the clock is set back, purged or not', async () => {
    const client = await aClientWithKey(db, { keyExpiresAt: new Date(Date.now() + 999 * DAY_MS) });
    await anAccess(db, await aScope(db), client.orgNo);
    const used = aGrant(client, { now: now() });
    expect(await ask({ db, now: now() }, used)).toMatchObject({ status: 200 });
    await change('POST', { advance: 'P10D' });
    // Whatever is granted now gives the purge its chance.
    expect(await ask({ db, now: now() }, aGrant(client, { now: now() }))).toMatchObject({ status: 200 });
    await change('POST', { advance: '-P10D' });
    expect(await ask({ db, now: now() }, used)).toMatchObject({ code: 'MP-012' });
    await change('POST', { advance: '-PT1H' });
    expect((await ask({ db, now: now() }, used)).status).toBe(400);
    expect(await ask({ db, now: now() }, aGrant(client, { now: now() }))).toMatchObject({ status: 200 });
  });

  it('F13 do not go back behind what has been forgotten, and say so', async () => {
    const until = String(Math.floor((Date.now() - 7 * DAY_MS) / 1000));
    await db.insert(db.tables.settings).values({ name: 'used-grants.purged-until', value: until });
    const earliest = new Date(Number(until) * 1000).toISOString();
    expect((await send('GET', 'clock', OURS)).body.earliest).toBe(earliest);
    const refused = await change('PUT', { now: new Date(Date.now() - 8 * DAY_MS).toISOString() });
    expect(refused).toMatchObject({ status: 409, body: { code: 'SBX-00001' } });
    expect(refused.body.detail).toContain(earliest);
    expect((await change('POST', { advance: -HOUR_MS / 1000 })).status).toBe(200);
  });
});
