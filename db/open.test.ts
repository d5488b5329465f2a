import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { ENGINES, newTestDatabaseUrl, openTestDatabase } from '#lib/testing/test-database.ts';
import { type Db, isUniqueViolation, openDatabase } from './open.ts';
import { prepared } from './prepared.ts';
import { onceAfterRestart } from './restart.ts';

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
