import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { ENGINES, openTestDatabase } from '#lib/testing/test-database.ts';
import { isUniqueViolation } from './open.ts';

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
});
