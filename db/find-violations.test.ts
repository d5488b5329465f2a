import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { ENGINES, openTestDatabase } from '#lib/testing/test-database.ts';
import { findViolations } from './find-violations.ts';

vi.stubEnv('GUESTS_DIR', mkdtempSync(join(tmpdir(), 'systembruker-guests-')));
const { seedSandbox } = await import('./seed/sandbox.ts');

describe.each(ENGINES)('the invariants on %s', (engine) => {
  it('hold for the seed, and name each row that breaks one', async () => {
    const { db } = await openTestDatabase(engine);
    await seedSandbox(db);
    expect(await findViolations(db)).toEqual([]);

    const { auditEvents, systemUserRequests, systemUsers } = db.tables;
    const [ended] = await db.select().from(systemUsers).where(eq(systemUsers.isDeleted, true));
    const [first, second] = await db.select().from(systemUsers).where(eq(systemUsers.isDeleted, false));
    const [fresh] = await db.select().from(systemUserRequests).where(eq(systemUserRequests.status, 'New'));
    if (!first || !second || !fresh || !ended) throw new Error('The seed has changed.');
    await db.update(systemUsers).set({ liveKey: null }).where(eq(systemUsers.id, first.id));
    await db.update(systemUsers).set({ suspendedAt: ended.deletedAt }).where(eq(systemUsers.id, ended.id));
    await db.update(systemUserRequests).set({ status: 'Rejected' }).where(eq(systemUserRequests.id, second.id));
    await db.update(systemUserRequests).set({ status: 'Accepted' }).where(eq(systemUserRequests.id, fresh.id));
    await db.delete(auditEvents).where(eq(auditEvents.subjectId, first.id));
    const found = (await findViolations(db)).map(({ rule, id }) => `${rule} ${id}`);
    expect(found.sort()).toEqual(
      [
        `I1 ${first.id}`,
        `I1 ${ended.id}`,
        `I2 ${fresh.id}`,
        `I2 ${second.id}`,
        `I3 ${first.id}`,
        `I3 ${fresh.id}`,
      ].sort(),
    );
  });
});
