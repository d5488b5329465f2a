import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';

/** Up to when expired grants have been purged, epoch seconds: what expired earlier may have been used. */
const HORIZON = 'used-grants.purged-until';
/** Up to when grants may have been used without a trace, epoch seconds. */
const EPOCH = 'used-grants.epoch';

/** A grant in the replay guard, times in epoch seconds; `expiresAt` includes the skew. */
export type UsedGrant = {
  readonly clientId: string;
  readonly jti: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
};

const boundsOfTime = prepared('used_grants_bounds', (db) => {
  const { settings } = db.tables;
  return db
    .select()
    .from(settings)
    .where(inArray(settings.name, [HORIZON, EPOCH]));
});

/** One statement for each number of rows. */
const inserts = new Map<number, ReturnType<typeof prepareInsert>>();

function insertOf(size: number): ReturnType<typeof prepareInsert> {
  const insert = inserts.get(size) ?? prepareInsert(size);
  inserts.set(size, insert);
  return insert;
}

function prepareInsert(size: number) {
  return prepared(`insert_used_grants_${size}`, (db) => {
    const { usedGrants } = db.tables;
    return db
      .insert(usedGrants)
      .values(Array.from({ length: size }, (_, index) => placeholders(index)))
      .onConflictDoNothing()
      .returning({ clientId: usedGrants.clientId, jti: usedGrants.jti });
  });
}

function placeholders(index: number) {
  return {
    clientId: sql.placeholder(`clientId${index}`),
    jti: sql.placeholder(`jti${index}`),
    expiresAt: sql.placeholder(`expiresAt${index}`),
  };
}

/**
 * Inserts grants in one commit, which a killed process does not undo. Those issued before the epoch count as used, and
 * those that would have been purged already, had they been used.
 * @returns `clientId` and `jti`, joined by a line feed, of those that were not there before.
 */
export async function insertUsedGrants(db: Db, grants: readonly UsedGrant[]): Promise<readonly string[]> {
  return db.quickTransaction(async (tx) => {
    const bounds = await readBounds(tx);
    const possible = grants.filter(({ expiresAt, issuedAt }) => expiresAt >= bounds.horizon && issuedAt > bounds.epoch);
    if (possible.length === 0) return [];
    // One order for all, so that two processes with the same grants do not wait for each other.
    possible.sort((a, b) => (a.jti < b.jti ? -1 : 1));
    const values = possible.flatMap(({ clientId, jti, expiresAt }, index) =>
      Object.entries({ clientId, jti, expiresAt }).map(([name, value]) => [`${name}${index}`, value] as const),
    );
    const inserted = await insertOf(possible.length)(tx, Object.fromEntries(values));
    return inserted.map(({ clientId, jti }) => `${clientId}\n${jti}`);
  });
}

/** Takes a grant out of the replay guard. */
export async function deleteUsedGrant(db: Db, grant: UsedGrant): Promise<void> {
  const { usedGrants } = db.tables;
  await db.delete(usedGrants).where(and(eq(usedGrants.clientId, grant.clientId), eq(usedGrants.jti, grant.jti)));
}

/** Drops what has expired by the instant in epoch seconds, and remembers the highest instant at which anything was. */
export async function purgeUsedGrants(db: Db, before: number): Promise<void> {
  const { usedGrants } = db.tables;
  const hasExpired = lt(usedGrants.expiresAt, before);
  const expired = await db.select({ jti: usedGrants.jti }).from(usedGrants).where(hasExpired).limit(1);
  if (expired.length === 0) return;
  await db.transaction(async (tx) => {
    // First of all: who inserts meanwhile must not find the row gone and the horizon low.
    await raise(tx, HORIZON, before);
    await tx.delete(usedGrants).where(hasExpired);
  });
}

/** Counts every grant issued up to the instant as used; an epoch never sinks. */
export async function raiseEpoch(tx: Db, instant: Date): Promise<void> {
  await raise(tx, EPOCH, Math.floor(instant.getTime() / 1000));
}

async function raise(tx: Db, name: string, seconds: number): Promise<void> {
  const { settings } = tx.tables;
  const value = String(seconds);
  const isLower = sql`cast(${settings.value} as bigint) < ${seconds}`;
  await tx
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value }, setWhere: isLower });
}

/** Reads up to when traces of used grants may be gone, epoch seconds; 0 for never. */
export async function readBounds(db: Db): Promise<{ readonly horizon: number; readonly epoch: number }> {
  const rows = await boundsOfTime(db, {});
  const value = (wanted: string) => Number(rows.find(({ name }) => name === wanted)?.value ?? 0);
  return { horizon: value(HORIZON), epoch: value(EPOCH) };
}

/** Whether the grant is in the replay guard. */
export async function hasUsedGrant(db: Db, grant: Pick<UsedGrant, 'clientId' | 'jti'>): Promise<boolean> {
  const { usedGrants } = db.tables;
  const rows = await db
    .select({ jti: usedGrants.jti })
    .from(usedGrants)
    .where(and(eq(usedGrants.clientId, grant.clientId), eq(usedGrants.jti, grant.jti)))
    .limit(1);
  return rows.length > 0;
}
