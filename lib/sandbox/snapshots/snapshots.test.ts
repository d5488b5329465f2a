import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { packContents, readContents, readStory, schemaVersion, unpackContents } from '#db/contents.ts';
import { type Database, type Db, openDatabase } from '#db/open.ts';
import { sealer } from '../../audit/seals/seal-audit.ts';
import { verifyAudit } from '../../audit/seals/verify-audit.ts';
import * as settings from '../../config/env.ts';
import { now, setClock } from '../../context/clock.ts';
import { replaceDatabase } from '../../context/database.ts';
import { changeWorld, enterWorld, followWorld, rememberPerEra } from '../../context/world.ts';
import { DAY_MS, HOUR_MS } from '../../kernel/durations.ts';
import { publishedKeys } from '../../maskinporten/signing-keys.ts';
import { litter, stateOf } from '../../testing/sandbox.ts';
import { ENGINES, newTestDatabaseUrl } from '../../testing/test-database.ts';
import { clockNotBefore } from './model.ts';

vi.stubEnv('GUESTS_DIR', mkdtempSync(join(tmpdir(), 'systembruker-guests-')));
const { snapshots } = await import('#app/%5Fsandbox/snapshots/[[...path]]/endpoints.ts');
const { reseedSandbox, seedSandbox } = await import('#db/seed/sandbox.ts');
const { restoreSnapshot } = await import('./restore-snapshot.ts');

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

const OURS = { host: 'localhost:3000', authorization: `Basic ${btoa('sandbox:sandbox')}` };

async function send(method: Method, path = '', headers: Readonly<Record<string, string>> = { 'x-sandbox': '1' }) {
  const url = `http://localhost:3000/_sandbox/snapshots${path}`;
  const response = await snapshots.handlers[method](new Request(url, { method, headers: { ...OURS, ...headers } }));
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const take = (name: string) => send('PUT', `/${name}`);
const restore = (name: string) => send('POST', `/${name}/restore`);

describe.each(ENGINES)('snapshots of the sandbox on %s', (engine) => {
  let url: string;
  let database: Database;
  let db: Db;

  beforeAll(async () => {
    url = await newTestDatabaseUrl(engine);
    database = openDatabase(url);
    ({ db } = database);
    replaceDatabase(database);
    await seedSandbox(db);
  });

  beforeEach(async () => {
    await begin(db);
    await db.delete(db.tables.sandboxSnapshots);
  });

  afterEach(() => {
    vi.restoreAllMocks();
    setClock({ offsetMs: 0 });
  });

  afterAll(async () => {
    await database.close();
    replaceDatabase(undefined);
  });

  /** Begins the sandbox anew by a handle. */
  async function begin(handle: Db): Promise<number> {
    await reseedSandbox(handle, async (tx) => {
      await changeWorld(tx, () => ({ offsetMs: 0, isNewEra: true }));
      return now();
    });
    return 200;
  }

  const moveTo = async (clock: { offsetMs: number; frozenAt?: number }) =>
    enterWorld(db, await db.transaction((tx) => changeWorld(tx, () => clock)));

  it('are taken, listed, restored, replaced and deleted', async () => {
    expect((await send('GET')).body).toEqual({ snapshots: [] });
    const taken = await take('before-b');
    expect(taken).toMatchObject({ status: 200, body: { name: 'before-b', restorable: true } });
    expect(taken.body.size).toBeGreaterThan(0);
    await take('before-a');
    expect((await send('GET')).body.snapshots.map(({ name }: { name: string }) => name)).toEqual([
      'before-a',
      'before-b',
    ]);
    await db.delete(db.tables.scopeAccesses);
    const replaced = await take('before-b');
    expect(replaced.body.rows).toBeLessThan(taken.body.rows);
    expect(await restore('before-a')).toMatchObject({ status: 200, body: { name: 'before-a' } });
    expect(await db.$count(db.tables.scopeAccesses)).toBeGreaterThan(0);
    await restore('before-b');
    expect(await db.$count(db.tables.scopeAccesses)).toBe(0);
    expect(await send('DELETE', '/before-a')).toEqual({ status: 204, body: undefined });
    expect((await send('GET')).body.snapshots).toEqual([replaced.body]);
  });

  it('hold every table row by row, but for who is logged in', async () => {
    const held = Object.keys(db.tables).filter((name) => !['sessions', 'usedGrants', 'rateLimits'].includes(name));
    await litter(
      db,
      held.filter((name) => !['signingKeys', 'settings', 'sandboxSnapshots'].includes(name)),
    );
    await litter(db, ['sessions']);
    const before = await exactStateOf(db);
    await take('littered');
    await begin(db);
    expect(await exactStateOf(db)).not.toEqual(before);
    await restore('littered');
    expect(await exactStateOf(db)).toEqual(before);
    expect(await db.$count(db.tables.sessions)).toBe(0);
  });

  it('leave alone what a reset keeps, and outlive resets, restores and the process', async () => {
    await take('kept');
    await db.delete(db.tables.usedGrants);
    await db.delete(db.tables.rateLimits);
    await litter(db, ['usedGrants', 'rateLimits']);
    const keys = await publishedKeys(db, now());
    await begin(db);
    await restore('kept');
    expect(await db.$count(db.tables.usedGrants)).toBe(1);
    expect(await db.$count(db.tables.rateLimits)).toBe(1);
    expect(await publishedKeys(db, now())).toEqual(keys);
    const later = openDatabase(url);
    await later.db.delete(later.db.tables.scopeAccesses);
    await restoreSnapshot({ db: later.db } as Parameters<typeof restoreSnapshot>[0], 'kept');
    expect(await later.db.$count(later.db.tables.scopeAccesses)).toBeGreaterThan(0);
    await later.close();
  });

  it('let numbers that the engine gives go on counting', async () => {
    const { auditEvents } = db.tables;
    await take('early');
    await litter(db, ['auditEvents']);
    const newest = async () =>
      Math.max(...(await db.select({ id: auditEvents.id }).from(auditEvents)).map((r) => r.id));
    const [highest] = [await newest()];
    await restore('early');
    await litter(db, ['auditEvents']);
    expect(await newest()).toBeGreaterThan(highest);
  });

  it('keep the audit trail whole, and make processes forget what they remember', async () => {
    const memoryOf = rememberPerEra<Db, string[]>(() => []);
    const seal = sealer(db);
    await seal();
    await seal();
    await take('sealed');
    await litter(db, ['auditEvents']);
    await seal();
    await followWorld(db);
    memoryOf(db).push('policy');
    await Promise.all([seal(), restore('sealed'), seal(), seal()]);
    expect(memoryOf(db)).toEqual([]);
    await seal();
    await seal();
    const { sealedRows, findings } = await verifyAudit(db);
    expect([sealedRows > 0, findings]).toEqual([true, []]);
  });

  it('bring the clock back: so far ahead, or still at the same instant', async () => {
    await moveTo({ offsetMs: 30 * DAY_MS });
    expect(new Date((await take('ahead')).body.takenAt).getTime() - Date.now()).toBeGreaterThan(29 * DAY_MS);
    const frozenAt = Date.UTC(2027, 2, 1);
    await moveTo({ offsetMs: 0, frozenAt });
    await take('still');
    await moveTo({ offsetMs: 0 });
    const ahead = await restore('ahead');
    expect(now().getTime() - Date.now()).toBeGreaterThan(29 * DAY_MS);
    expect(new Date(ahead.body.now).getTime() - Date.now()).toBeGreaterThan(29 * DAY_MS);
    expect((await restore('still')).body.now).toBe('2027-03-01T00:00:00.000Z');
    expect(now().getTime()).toBe(frozenAt);
  });

  it('F13 never set the clock behind what has been forgotten of used grants', async () => {
    await moveTo({ offsetMs: -10 * DAY_MS });
    await take('long-ago');
    await moveTo({ offsetMs: 0 });
    const earliest = Math.floor((Date.now() - DAY_MS) / 1000);
    const purged = { name: 'used-grants.purged-until', value: String(earliest) };
    await db.insert(db.tables.settings).values(purged);
    const { body } = await restore('long-ago');
    await db.delete(db.tables.settings).where(eq(db.tables.settings.name, purged.name));
    expect(new Date(body.now).getTime()).toBeGreaterThanOrEqual(earliest * 1000);
    expect(new Date(body.now).getTime() - earliest * 1000).toBeLessThan(HOUR_MS);
  });

  it('F26 are restored and reset at once under load, in two processes: the end is one whole state, and no read sees half', async () => {
    const seeded = await stateOf(db);
    await db.delete(db.tables.scopeAccesses);
    await db.delete(db.tables.scopes);
    await take('without-scopes');
    const taken = await stateOf(db);
    const other = openDatabase(url);
    const there = async () => {
      await restoreSnapshot({ db: other.db } as Parameters<typeof restoreSnapshot>[0], 'without-scopes');
      return 200;
    };
    const seen = new Set<string>();
    let isOver = false;
    const reading = async (handle: Db) => {
      const { scopes, scopeAccesses } = handle.tables;
      while (!isOver) {
        const [row] = await handle.select({ scopes: count(), accesses: handle.$count(scopeAccesses) }).from(scopes);
        seen.add(JSON.stringify(row));
        await new Promise(setImmediate);
      }
    };
    const load = [reading(db), reading(other.db)];
    const here = async () => (await restore('without-scopes')).status;
    const done = await Promise.allSettled([here(), begin(db), there(), begin(other.db), here()]);
    isOver = true;
    await Promise.all(load);
    expect(done).toEqual(done.map(() => ({ status: 'fulfilled', value: 200 })));
    const whole = [seeded, taken].map(({ scopes, scopeAccesses }) =>
      JSON.stringify({ scopes: scopes?.length, accesses: scopeAccesses?.length }),
    );
    expect(whole).toEqual(expect.arrayContaining([...seen]));
    expect([seeded, taken]).toContainEqual(await stateOf(db));
    await other.close();
  });

  it('of another schema are listed as such and refused, and nothing changes', async () => {
    await take('old');
    await db.update(db.tables.sandboxSnapshots).set({ schema: '0007_sandbox_and_audit' });
    await db.delete(db.tables.scopeAccesses);
    expect((await send('GET')).body.snapshots).toMatchObject([{ name: 'old', restorable: false }]);
    const refused = await restore('old');
    expect(refused).toMatchObject({ status: 409, body: { code: 'SBX-00005' } });
    expect(refused.body.detail).toContain('0007_sandbox_and_audit');
    expect(refused.body.detail).toContain(schemaVersion());
    expect(await db.$count(db.tables.scopeAccesses)).toBe(0);
  });

  it('of an earlier story get what has come since', async () => {
    const { sandboxSnapshots } = db.tables;
    await take('first-story');
    const [row] = await db.select().from(sandboxSnapshots);
    const held = await unpackContents(db, row?.contents ?? '');
    await db.update(sandboxSnapshots).set({ contents: await packContents({ ...held, story: '1' }) });
    const current = await readStory(db);
    await restore('first-story');
    expect([held.story, await readStory(db)]).toEqual([current, current]);
  });

  it('are twenty at most, each of so many rows', async () => {
    await Promise.all(Array.from({ length: 21 }, (_, index) => take(`n-${index}`)));
    expect((await send('GET')).body.snapshots).toHaveLength(20);
    expect(await take('one-more')).toMatchObject({ status: 409, body: { code: 'SBX-00004' } });
    const [{ name }] = (await send('GET')).body.snapshots;
    expect((await take(name)).status).toBe(200);
    expect(await db.transaction((tx) => readContents(tx, 100))).toBeUndefined();
  });

  it.each(['Upper', '-a', 'a_b', `a${'b'.repeat(63)}`, '..', 'å'])('are not called %s', async (name) => {
    const address = encodeURIComponent(name).replaceAll('.', '%2e');
    expect((await take(address)).status).toBeGreaterThanOrEqual(400);
    expect((await send('GET')).body.snapshots).toEqual([]);
  });

  it('that are not there are not found', async () => {
    for (const answer of [await restore('nothing'), await send('DELETE', '/nothing')]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'SBX-00003' } });
    }
  });

  it.each([
    ['a foreign name', { 'x-sandbox': '1', host: 'evil.example' }, 421],
    ['a form of another site', { 'content-type': 'text/plain', origin: 'https://evil.example' }, 403],
    ['a script of another site', { 'x-sandbox': '1', origin: 'https://evil.example' }, 403],
    ['a form that hides where it came from', {}, 403],
    ['the wrong credentials', { 'x-sandbox': '1', authorization: `Basic ${btoa('sandbox:x')}` }, 401],
  ])('B29 are not touched by %s', async (_, headers, status) => {
    await take('mine');
    const before = (await send('GET')).body;
    for (const [method, path] of [
      ['PUT', '/theirs'],
      ['POST', '/mine/restore'],
      ['DELETE', '/mine'],
    ] as const) {
      expect((await send(method, path, headers)).status).toBe(status);
    }
    expect((await send('GET')).body).toEqual(before);
  });

  it.each(['test', 'production'] as const)('B29 are absent in %s', async (environment) => {
    vi.spyOn(settings, 'env').mockReturnValue({ ...settings.env(), PORTAL_ENVIRONMENT: environment });
    for (const answer of [await send('GET'), await take('a'), await restore('a'), await send('DELETE', '/a')]) {
      expect(answer.status).toBe(404);
    }
  });
});

describe('the clock of a snapshot', () => {
  it.each([
    ['stays as it was taken', { offsetMs: 5000 }, undefined, { offsetMs: 5000 }],
    ['stays after what is forgotten', { offsetMs: -2000 }, 7000, { offsetMs: -2000 }],
    ['runs from what is forgotten', { offsetMs: -5000 }, 7000, { offsetMs: -3000 }],
    ['stands at what is forgotten', { offsetMs: 0, frozenAt: 1000 }, 7000, { offsetMs: -3000, frozenAt: 7000 }],
  ])('%s', (_, clock, earliest, expected) => {
    const bound = earliest === undefined ? undefined : new Date(earliest);
    expect(clockNotBefore(clock, bound, new Date(10_000))).toEqual(expected);
  });
});

/** All rows of all tables that a snapshot holds, as they are, in any order. */
async function exactStateOf(db: Db): Promise<unknown> {
  const contents = await db.transaction((tx) => readContents(tx, 1_000_000));
  return Object.entries(contents?.rows ?? {}).map(([name, rows]) => [
    name,
    rows.map((row) => JSON.stringify(row)).sort(),
  ]);
}
