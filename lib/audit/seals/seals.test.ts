import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { ANONYMOUS } from '../../context/context.ts';
import { TEST_NOW } from '../../testing/context.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { recordAudit } from '../record.ts';
import { sealer } from './seal-audit.ts';
import { verifyAudit } from './verify-audit.ts';

async function aTrail(engine: 'sqlite' | 'postgresql', size: number): Promise<Db> {
  const { db } = await openTestDatabase(engine);
  await append(db, size);
  const seal = sealer(db);
  await seal();
  await seal();
  return db;
}

async function append(db: Db, size: number): Promise<void> {
  await db.transaction(async (tx) => {
    for (let index = 1; index <= size; index += 1) {
      const after = { zeta: index, alfa: 'æ', list: [1, { b: 1, a: 2 }] };
      const event = { action: 'thing.changed', subjectType: 'thing', subjectId: `${index}`, after };
      await recordAudit(tx, { db, now: TEST_NOW, actor: ANONYMOUS }, event);
    }
  });
}

describe.each(ENGINES)('the sealed audit trail on %s', (engine) => {
  it('E8 is whole when nobody has touched it', async () => {
    const db = await aTrail(engine, 205);
    expect(await verifyAudit(db)).toMatchObject({ sealedRows: 205, findings: [] });
  });

  it('E8 leaves a long backlog to later rounds, and others their turn in between', async () => {
    const { db } = await openTestDatabase(engine);
    await append(db, 10_050);
    const seal = sealer(db);
    await seal();
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    await seal();
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
    expect((await verifyAudit(db)).sealedRows).toBe(10_000);
    await seal();
    expect(await verifyAudit(db)).toMatchObject({ sealedRows: 10_050, findings: [] });
  });

  it('E8 names the row that was changed or removed', async () => {
    const db = await aTrail(engine, 120);
    const { auditEvents } = db.tables;
    await db.update(auditEvents).set({ subjectId: 'x' }).where(eq(auditEvents.id, 7));
    await db
      .update(auditEvents)
      .set({ after: { zeta: 111 } })
      .where(eq(auditEvents.id, 110));
    await db.delete(auditEvents).where(eq(auditEvents.id, 50));
    const { findings } = await verifyAudit(db);
    expect(findings).toEqual(['Row 7 was changed.', 'Row 50 was removed.', 'Row 110 was changed.']);
  });

  it('E8 notices a seal that was rewritten or taken away', async () => {
    const db = await aTrail(engine, 205);
    const { auditSeals } = db.tables;
    await db.update(auditSeals).set({ rows: [], head: '' }).where(eq(auditSeals.number, 2));
    expect((await verifyAudit(db)).findings).toContain('Seal 2 was changed, or a seal before it.');
    await db.delete(auditSeals).where(eq(auditSeals.number, 2));
    expect((await verifyAudit(db)).findings).toContain('Seal 2 is missing.');
  });

  it('E8 leaves to the next round what a transaction may still be writing, and seals once however many do it', async () => {
    const db = await aTrail(engine, 3);
    const sealers = [sealer(db), sealer(db)];
    await append(db, 2);
    for (const seal of sealers) await seal();
    expect((await verifyAudit(db)).sealedRows).toBe(3);
    await Promise.all(sealers.map((seal) => seal()));
    expect(await verifyAudit(db)).toMatchObject({ sealedRows: 5, findings: [] });
  });
});

// PostgreSQL lets nobody choose the id of a row.
it('E8 names the row that was added where none had been sealed', async () => {
  const { db } = await openTestDatabase('sqlite');
  const { auditEvents } = db.tables;
  await append(db, 5);
  const [taken] = await db.delete(auditEvents).where(eq(auditEvents.id, 3)).returning();
  const seal = sealer(db);
  await seal();
  await seal();
  if (taken) await db.insert(auditEvents).values(taken);
  expect((await verifyAudit(db)).findings).toEqual(['Row 3 was added afterwards.']);
});
