import { and, asc, between, desc, eq, gt, lte, max } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** A row of the audit trail, whole. */
export type AuditRow = Db['tables']['auditEvents']['$inferSelect'];

/** One link of the chain: the rows it covers with their digests, and a digest over them and all links before. */
export type Seal = Db['tables']['auditSeals']['$inferSelect'];

/** Finds the newest seal. */
export async function findLastSeal(db: Db): Promise<Seal | undefined> {
  const { auditSeals } = db.tables;
  const [seal] = await db.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1);
  return seal;
}

/** Finds the seal with this number. */
export async function findSeal(db: Db, number: number): Promise<Seal | undefined> {
  const { auditSeals } = db.tables;
  const [seal] = await db.select().from(auditSeals).where(eq(auditSeals.number, number));
  return seal;
}

/** Keeps a seal, unless another process was first. @returns whether it was kept */
export async function insertSeal(db: Db, seal: Seal): Promise<boolean> {
  const kept = await db.insert(db.tables.auditSeals).values(seal).onConflictDoNothing().returning();
  return kept.length > 0;
}

/** Lists rows after one and up to another, by id. */
export async function listRows(db: Db, after: number, upTo: number, limit: number): Promise<readonly AuditRow[]> {
  const { auditEvents } = db.tables;
  return db
    .select()
    .from(auditEvents)
    .where(and(gt(auditEvents.id, after), lte(auditEvents.id, upTo)))
    .orderBy(asc(auditEvents.id))
    .limit(limit);
}

/** Lists the rows between two ids, both included. */
export async function listRowsBetween(db: Db, first: number, last: number): Promise<readonly AuditRow[]> {
  const { auditEvents } = db.tables;
  return db
    .select()
    .from(auditEvents)
    .where(between(auditEvents.id, first, last))
    .orderBy(asc(auditEvents.id));
}

/** The id of the newest row, 0 when there is none. */
export async function lastRowId(db: Db): Promise<number> {
  const { auditEvents } = db.tables;
  const [row] = await db.select({ id: max(auditEvents.id) }).from(auditEvents);
  return Number(row?.id ?? 0);
}
