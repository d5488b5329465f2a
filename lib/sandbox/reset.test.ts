import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isUnavailable } from '#db/failures.ts';
import { type Database, type Db, openDatabase } from '#db/open.ts';
import { sealer } from '../audit/seals/seal-audit.ts';
import { verifyAudit } from '../audit/seals/verify-audit.ts';
import { now, setClock } from '../context/clock.ts';
import { replaceDatabase } from '../context/database.ts';
import { changeWorld, enterWorld, followWorld, readWorld, rememberPerEra } from '../context/world.ts';
import { HOUR_MS } from '../kernel/durations.ts';
import { litter, stateOf } from '../testing/sandbox.ts';
import { ENGINES, newTestDatabaseUrl } from '../testing/test-database.ts';

vi.stubEnv('GUESTS_DIR', mkdtempSync(join(tmpdir(), 'systembruker-guests-')));
const { sandboxControls } = await import('#app/api/_sandbox/endpoints.ts');
const { reseedSandbox, seedSandbox } = await import('#db/seed/sandbox.ts');
const { publishedKeys } = await import('../maskinporten/signing-keys.ts');

async function reset(): Promise<number> {
  const headers = { host: 'localhost:3000', authorization: `Basic ${btoa('sandbox:sandbox')}`, 'x-sandbox': '1' };
  const request = new Request('http://localhost:3000/_sandbox/reset', { method: 'POST', headers });
  return (await sandboxControls.handlers.POST(request)).status;
}

/** A writer that had to wait too long is told to come back. */
function unlessUnavailable(error: unknown): void {
  if (!isUnavailable(error)) throw error;
}

describe.each(ENGINES)('a reset of the sandbox on %s', (engine) => {
  let url: string;
  let database: Database;
  let db: Db;

  // Each test ends with a reset, so the next finds the sandbox as seeded.
  beforeAll(async () => {
    url = await newTestDatabaseUrl(engine);
    database = openDatabase(url);
    ({ db } = database);
    replaceDatabase(database);
    await seedSandbox(db);
  });

  afterEach(() => setClock({ offsetMs: 0 }));

  afterAll(async () => {
    await database.close();
    replaceDatabase(undefined);
  });

  it('keeps the keys, the used grants and the counted calls, and gives the real time back', async () => {
    await litter(db, ['usedGrants', 'rateLimits']);
    const counts = () => Promise.all([db.$count(db.tables.usedGrants), db.$count(db.tables.rateLimits)]);
    const [grants, calls] = await counts();
    const keys = await publishedKeys(db, now());
    enterWorld(db, await db.transaction((tx) => changeWorld(tx, () => ({ offsetMs: HOUR_MS }))));
    expect(now().getTime()).toBeGreaterThan(Date.now());
    await reset();
    expect(await publishedKeys(db, now())).toEqual(keys);
    expect(grants).toBeGreaterThan(0);
    expect(await counts()).toEqual([grants, calls]);
    expect(now().getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('makes processes forget what they remember of the data before', async () => {
    const memoryOf = rememberPerEra<Db, string[]>(() => []);
    await followWorld(db);
    memoryOf(db).push('policy');
    await followWorld(db);
    expect(memoryOf(db)).toEqual(['policy']);
    await reset();
    expect(memoryOf(db)).toEqual([]);
  });

  it('leaves an audit trail that hangs together, however the sealing falls', async () => {
    const seal = sealer(db);
    await seal();
    await seal();
    expect((await verifyAudit(db)).sealedRows).toBeGreaterThan(0);
    await Promise.all([seal(), reset(), seal(), seal()]);
    expect((await verifyAudit(db)).findings).toEqual([]);
    await seal();
    await seal();
    const { sealedRows, findings } = await verifyAudit(db);
    expect([sealedRows > 0, findings]).toEqual([true, []]);
  });

  it('F26 is whole five times at once under load, in two processes: no read sees half', async () => {
    await reset();
    const seeded = await stateOf(db);
    const { version } = await readWorld(db);
    const other = openDatabase(url);
    const total = seeded.scopes?.length;
    const seen = new Set<unknown>();
    let isOver = false;
    const reading = async (handle: Db) => {
      while (!isOver) {
        const [row] = await handle.select({ total: count() }).from(handle.tables.scopes);
        seen.add(row?.total);
        await new Promise(setImmediate);
      }
    };
    const writing = async (handle: Db) => {
      while (!isOver) {
        const row = {
          at: now(),
          actorKind: 'system',
          actorId: '-',
          actorName: '-',
          action: 'x',
          subjectType: 'x',
        } as const;
        await handle
          .transaction(async (tx) => {
            await tx.insert(tx.tables.auditEvents).values({ ...row, subjectId: '1', traceId: '1' });
            await tx.insert(tx.tables.auditEvents).values({ ...row, subjectId: '2', traceId: '2' });
          })
          .catch(unlessUnavailable);
        await new Promise(setImmediate);
      }
    };
    const load = [reading(db), reading(other.db), writing(db), writing(other.db)];
    const there = async () => {
      await reseedSandbox(other.db, async (tx) => {
        await changeWorld(tx, () => ({ offsetMs: 0, isNewEra: true }));
        return now();
      });
      return 200;
    };
    const done = await Promise.allSettled([reset(), there(), reset(), there(), reset()]);
    isOver = true;
    await Promise.all(load);
    expect(done).toEqual(done.map(() => ({ status: 'fulfilled', value: 200 })));
    expect([...seen]).toEqual([total]);
    expect(await db.$count(db.tables.auditEvents)).toBeGreaterThan(0);
    expect((await readWorld(db)).version).toBe(version + 5);
    await reset();
    expect(await stateOf(db)).toEqual(seeded);
    await other.close();
  });

  // The last, for what is kept is kept with rubbish in it.
  it('leaves every table as the story fills it, whatever was in it', async () => {
    const seeded = await stateOf(db);
    await litter(db);
    const littered = await stateOf(db);
    expect(Object.keys(seeded).filter((name) => littered[name]?.length === seeded[name]?.length)).toEqual([]);
    expect(await reset()).toBe(200);
    expect(await stateOf(db)).toEqual(seeded);
  });
});
