import type { Db } from './open.ts';

const SETTING = 'health.written-at';

/** Writes a row that says when it was written: a full disk or a lock shows in writing only. */
export async function ping(db: Db): Promise<void> {
  const { settings } = db.tables;
  const value = new Date().toISOString();
  await db.quickTransaction(async (tx) => {
    await tx
      .insert(settings)
      .values({ name: SETTING, value })
      .onConflictDoUpdate({ target: settings.name, set: { value } });
  });
}
