import { and, asc, between, desc, gt, inArray, like, lte, max } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

const PREFIX = 'audit.seal.';
const NUMBER_DIGITS = 12;

/** A row of the audit trail, whole. */
export type AuditRow = Db['tables']['auditEvents']['$inferSelect'];

/** One link of the chain: the rows it covers with their digests, and a digest over them and all links before. */
export type Seal = {
  readonly number: number;
  readonly rows: readonly (readonly [id: number, digest: string])[];
  readonly head: string;
};

/** Finds the newest seal. */
export async function findLastSeal(db: Db): Promise<Seal | undefined> {
  const { settings } = db.tables;
  const [row] = await db
    .select()
    .from(settings)
    .where(like(settings.name, `${PREFIX}%`))
    .orderBy(desc(settings.name))
    .limit(1);
  return row && toSeal(row);
}

/** Finds the seal with this number. */
export async function findSeal(db: Db, number: number): Promise<Seal | undefined> {
  const { settings } = db.tables;
  const [row] = await db
    .select()
    .from(settings)
    .where(inArray(settings.name, [nameOf(number)]));
  return row && toSeal(row);
}

/** Keeps a seal, unless another process was first. @returns whether it was kept */
export async function insertSeal(db: Db, { number, rows, head }: Seal): Promise<boolean> {
  const { settings } = db.tables;
  const kept = await db
    .insert(settings)
    .values({ name: nameOf(number), value: JSON.stringify({ rows, head }) })
    .onConflictDoNothing()
    .returning();
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

function nameOf(number: number): string {
  return `${PREFIX}${String(number).padStart(NUMBER_DIGITS, '0')}`;
}

function toSeal({ name, value }: { readonly name: string; readonly value: string }): Seal {
  return { number: Number(name.slice(PREFIX.length)), ...(JSON.parse(value) as Omit<Seal, 'number'>) };
}
