import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { adminResponse } from '../http/admin-response.ts';
import { oauthResponse } from '../http/oauth-response.ts';
import { problemResponse } from '../http/problem-response.ts';
import { type Answer, text } from '../http/responses.ts';
import { apiSection, endpoint } from '../http/section.ts';
import { anOrganisationActor, aPersonActor } from '../testing/context.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { type Actor, ANONYMOUS } from './context.ts';
import { countCall } from './rate-limit.ts';

const LIMIT = 5;
vi.hoisted(() => vi.stubEnv('RATE_LIMIT_PER_MINUTE', '5'));

type Database = Awaited<ReturnType<typeof openTestDatabase>>;

/** A section whose one endpoint counts its caller, as `fromBearer` does for all of them. */
function aSection(database: Database, actor: Actor, onError: (error: unknown) => Answer = problemResponse) {
  return apiSection({
    base: '/counted',
    title: 'Counted',
    onError,
    endpoints: [
      endpoint('GET', '', { summary: 'Count' }, async () => {
        await countCall(database.db, actor);
        return text('ok');
      }),
    ],
  });
}

async function callTimes(times: number, section: ReturnType<typeof aSection>, address = '192.0.2.1') {
  const answers: Response[] = [];
  for (let call = 0; call < times; call++) {
    const request = new Request('http://localhost/counted', { headers: { 'x-peer-address': address } });
    answers.push(await section.handlers.GET(request));
  }
  return answers;
}

const statusesOf = (answers: readonly Response[]) => answers.map(({ status }) => status);
const FULL = Array.from({ length: LIMIT }, () => 200);

describe.each(ENGINES)('the limit of calls on %s', (engine) => {
  it('says with every answer how much of the minute is left', async () => {
    const [first, second] = await callTimes(2, aSection(await openTestDatabase(engine), anOrganisationActor()));
    expect(first?.headers.get('ratelimit-policy')).toBe('"minute";q=5;w=60');
    expect(first?.headers.get('ratelimit')).toMatch(/^"minute";r=4;t=(59|60)$/);
    expect(second?.headers.get('ratelimit')).toMatch(/^"minute";r=3;t=(59|60)$/);
  });

  it('D7 refuses a flood with 429 and Retry-After, and leaves other callers alone', async () => {
    const database = await openTestDatabase(engine);
    const flooded = await callTimes(LIMIT + 20, aSection(database, anOrganisationActor()));
    expect(statusesOf(flooded)).toEqual([...FULL, ...Array.from({ length: 20 }, () => 429)]);
    const refused = flooded.at(-1);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused?.headers.get('ratelimit')).toMatch(/^"minute";r=0;t=[0-9]+$/);
    expect(statusesOf(await callTimes(1, aSection(database, anOrganisationActor())))).toEqual([200]);
    expect(statusesOf(await callTimes(1, aSection(database, aPersonActor())))).toEqual([200]);
    expect(statusesOf(await callTimes(1, aSection(database, ANONYMOUS)))).toEqual([200]);
  });

  it('writes nothing for what it refuses after the first time', async () => {
    const database = await openTestDatabase(engine);
    await callTimes(LIMIT + 50, aSection(database, anOrganisationActor()));
    const [row] = await database.db.select().from(database.db.tables.rateLimits);
    expect(row?.points).toBe(LIMIT);
  });

  it('counts anonymous callers by address and keeps no address', async () => {
    const database = await openTestDatabase(engine);
    const section = aSection(database, ANONYMOUS);
    expect(statusesOf(await callTimes(LIMIT + 1, section))).toEqual([...FULL, 429]);
    expect(statusesOf(await callTimes(1, section, '192.0.2.2'))).toEqual([200]);
    const rows = await database.db.select().from(database.db.tables.rateLimits);
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
  });

  it('counts clients of one organisation apart, and tokens without a client by organisation', async () => {
    const database = await openTestDatabase(engine);
    const orgNo = '313300307';
    const { clientId: _, ...withoutClient } = anOrganisationActor({ orgNo });
    await callTimes(LIMIT, aSection(database, withoutClient));
    expect(statusesOf(await callTimes(1, aSection(database, withoutClient)))).toEqual([429]);
    expect(statusesOf(await callTimes(1, aSection(database, anOrganisationActor({ orgNo }))))).toEqual([200]);
  });
});

describe('the limit of calls over processes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rate-limit-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('D7 holds over two processes on one database, and after a restart', async () => {
    const url = `file:${join(folder, 'shared.sqlite')}`;
    const [one, two] = [openDatabase(url), openDatabase(url)];
    await one.migrate();
    const caller = anOrganisationActor();
    await callTimes(3, aSection(one, caller));
    expect(statusesOf(await callTimes(3, aSection(two, caller)))).toEqual([200, 200, 429]);
    await Promise.all([one.close(), two.close()]);
    const restarted = openDatabase(url);
    expect(statusesOf(await callTimes(1, aSection(restarted, caller)))).toEqual([429]);
    await restarted.close();
  });
});

describe('the refusal of a call too many', () => {
  it.each([
    ['a problem', problemResponse, 'application/problem+json', { status: 429, title: 'Too Many Requests' }],
    ['an administration error', adminResponse, 'application/json', { status: 429, error: 'too_many_requests' }],
    [
      'an OAuth error',
      (error: unknown) => oauthResponse('http://localhost/', error),
      'application/json',
      { error: 'temporarily_unavailable', error_uri: 'http://localhost/errors/too-many-requests' },
    ],
  ])('is %s where its section answers so', async (_, onError, type, body) => {
    const answers = await callTimes(LIMIT + 1, aSection(await openTestDatabase(), anOrganisationActor(), onError));
    const refused = answers.at(-1);
    expect(refused?.status).toBe(429);
    expect(refused?.headers.get('content-type')).toContain(type);
    expect(refused?.headers.get('retry-after')).toMatch(/^[1-9][0-9]?$/);
    expect(await refused?.json()).toMatchObject(body);
  });
});
