import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { ENGINES, newTestDatabaseUrl, openTestDatabase } from '#lib/testing/test-database.ts';
import { isFull, isUnavailable, isUniqueViolation, isUnstorable } from './failures.ts';
import { type Db, openDatabase } from './open.ts';
import { prepared } from './prepared.ts';
import { onceAfterRestart } from './restart.ts';

it('E3 an SQLite file and what lies beside it are their owner’s alone', async () => {
  const url = await newTestDatabaseUrl('sqlite');
  const database = openDatabase(url);
  await database.db.insert(database.db.tables.settings).values({ name: 'a', value: '1' });
  const modes = globSync(`${url.replace('file:', '')}{,-wal,-shm}`).map((file) =>
    (statSync(file).mode & 0o777).toString(8),
  );
  expect(modes).toEqual(['600', '600', '600']);
  await database.close();
});

describe.each(ENGINES)('a database on %s', (engine) => {
  it('keeps fifty concurrent read-modify-writes apart', async () => {
    const { db } = await openTestDatabase(engine);
    const { sequences } = db.tables;
    await db.insert(sequences).values({ name: 'n', value: 0 });
    await Promise.all(
      Array.from({ length: 50 }, () =>
        db.transaction(async (tx) => {
          const [row] = await tx.locked(tx.select().from(sequences).where(eq(sequences.name, 'n')));
          await tx
            .update(sequences)
            .set({ value: (row?.value ?? 0) + 1 })
            .where(eq(sequences.name, 'n'));
        }),
      ),
    );
    expect(await db.select().from(sequences)).toEqual([{ name: 'n', value: 50 }]);
  });

  it('rolls back everything when the work throws', async () => {
    const { db } = await openTestDatabase(engine);
    const { settings } = db.tables;
    const work = db.transaction(async (tx) => {
      await tx.insert(settings).values({ name: 'a', value: '1' });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await db.select().from(settings)).toEqual([]);
  });

  it('names a broken unique index', async () => {
    const { db } = await openTestDatabase(engine);
    const { settings } = db.tables;
    await db.insert(settings).values({ name: 'a', value: '1' });
    const again = db.insert(settings).values({ name: 'a', value: '2' });
    const error = await again.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(isUniqueViolation(error)).toBe(true);
  });

  it('keeps what a quick transaction committed, and rolls back what it did not', async () => {
    const { db } = await openTestDatabase(engine);
    const { settings } = db.tables;
    await db.quickTransaction((tx) => tx.insert(settings).values({ name: 'a', value: '1' }));
    const failing = db.quickTransaction(async (tx) => {
      await tx.insert(settings).values({ name: 'b', value: '1' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await db.select().from(settings)).toEqual([{ name: 'a', value: '1' }]);
  });

  it('never shows outside what a transaction has not committed', async () => {
    const { db } = await openTestDatabase(engine);
    const { settings } = db.tables;
    let seen: Promise<unknown> | undefined;
    await db.transaction(async (tx) => {
      await tx.insert(settings).values({ name: 'a', value: '1' });
      expect(await all(tx, {})).toHaveLength(1);
      seen = all(db, {});
      // Where reads and writes share one connection the read waits for the commit.
      if (engine === 'postgresql') expect(await seen).toEqual([]);
    });
    expect(await all(db, {})).toHaveLength(1);
    await seen;
  });

  it('finds nothing under a name with a NUL, or says that it cannot look', async () => {
    const { db } = await openTestDatabase(engine);
    const { settings } = db.tables;
    const found = db.select().from(settings).where(eq(settings.name, 'a\0b'));
    if (engine === 'sqlite') expect(await found).toEqual([]);
    else await expect(found).rejects.toSatisfy(isUnstorable);
  });

  it('F18 notes a restart of the machine once, and none for a new database', async () => {
    const { db } = await openTestDatabase(engine);
    const noted: string[] = [];
    for (const bootId of ['first', 'first', 'second', 'second']) {
      await onceAfterRestart(db, async () => void noted.push(bootId), bootId);
    }
    expect(noted).toEqual(['second']);
  });
});

describe('an SQLite file', () => {
  it('shows readers the last commit while a transaction is open', async () => {
    const { db } = openDatabase(await newTestDatabaseUrl('sqlite'));
    const { settings } = db.tables;
    await db.insert(settings).values({ name: 'a', value: '1' });
    await db.transaction(async (tx) => {
      await tx.update(settings).set({ value: '2' });
      expect(await all(tx, {})).toEqual([{ name: 'a', value: '2' }]);
      expect(await all(db, {})).toEqual([{ name: 'a', value: '1' }]);
      expect(await db.select().from(settings)).toEqual([{ name: 'a', value: '1' }]);
    });
    expect(await all(db, {})).toEqual([{ name: 'a', value: '2' }]);
  });
});

const all = prepared('test_settings', (db: Db) => db.select().from(db.tables.settings));

describe('an unavailable database', () => {
  it('D14 F4 is told of within six seconds, however many wait for the lock', async () => {
    const url = await newTestDatabaseUrl('sqlite');
    const outsider = new Sqlite(url.replace('file:', ''));
    const { db, close } = openDatabase(url);
    outsider.exec('BEGIN IMMEDIATE');
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const writes = [0, 1, 2].map((index) =>
      db
        .transaction((tx) => tx.insert(tx.tables.settings).values({ name: `${index}`, value: '' }))
        .then(
          () => undefined,
          (reason: unknown) => reason,
        ),
    );
    await vi.advanceTimersByTimeAsync(6000);
    vi.useRealTimers();
    for (const error of await Promise.all(writes)) expect(isUnavailable(error)).toBe(true);
    outsider.exec('ROLLBACK');
    expect(await db.select().from(db.tables.settings)).toEqual([]);
    await db.insert(db.tables.settings).values({ name: 'later', value: '' });
    await close();
    outsider.close();
  });

  it.runIf(ENGINES.includes('postgresql'))(
    'D14 F4 is told of within six seconds, however many wait for one row of PostgreSQL',
    async () => {
      const { db, close } = await openTestDatabase('postgresql');
      const { settings } = db.tables;
      await db.insert(settings).values({ name: 'a', value: '' });
      const over = Promise.withResolvers<void>();
      const held = Promise.withResolvers<void>();
      const outsider = db.transaction(async (tx) => {
        await tx.update(settings).set({ value: 'held' });
        held.resolve();
        await over.promise;
      });
      await held.promise;
      const startedAt = performance.now();
      const writes = await Promise.allSettled([1, 2, 3].map(() => db.update(settings).set({ value: 'late' })));
      expect(performance.now() - startedAt).toBeLessThan(6000);
      for (const write of writes) expect(write.status === 'rejected' && isUnavailable(write.reason)).toBe(true);
      over.resolve();
      await outsider;
      expect(await db.select().from(settings)).toEqual([{ name: 'a', value: 'held' }]);
      await close();
    },
  );

  it.each([
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_FULL',
    'SQLITE_IOERR_WRITE',
    '57P01',
    '57014',
    '55P03',
    '53300',
    '08006',
    '40P01',
    'ECONNRESET',
  ])('F3 F5 is known by %s', (code) => {
    expect(isUnavailable(new Error('no', { cause: Object.assign(new Error('driver'), { code }) }))).toBe(true);
  });

  it.each([
    ['SQLITE_FULL', true],
    ['SQLITE_IOERR_SHMSIZE', true],
    ['53100', true],
    ['SQLITE_IOERR_WRITE', false],
  ])('F3 is a full disk by %s: %s', (code, full) => {
    expect(isFull(new Error('no', { cause: Object.assign(new Error('driver'), { code }) }))).toBe(full);
  });

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'F5 is known by: %s',
    (text) => {
      expect(isUnavailable(new Error('Failed query', { cause: new Error(text) }))).toBe(true);
    },
  );

  it.each(['23505', '42P01', 'SQLITE_CONSTRAINT_UNIQUE', 'ERR_ASSERTION', undefined])('is not %s', (code) => {
    expect(isUnavailable(Object.assign(new Error('no'), { code }))).toBe(false);
  });
});

describe('a database that must not be served from', () => {
  it.each(['its head', 'a page in the middle', 'its end'])(
    'F10 is refused in plain words when %s is damaged',
    async (where) => {
      const file = (await newTestDatabaseUrl('sqlite')).replace('file:', '');
      const bytes = readFileSync(file);
      if (where === 'its end') writeFileSync(file, bytes.subarray(0, bytes.length / 2));
      else
        writeFileSync(
          file,
          bytes.fill(
            0x5a,
            where === 'its head' ? 0 : bytes.length / 2,
            where === 'its head' ? 100 : bytes.length / 2 + 8192,
          ),
        );
      expect(() => openDatabase(`file:${file}`)).toThrow(/is damaged[\s\S]+Nothing is served/);
    },
  );
});
