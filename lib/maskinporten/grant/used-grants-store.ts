import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';

const HORIZON = 'used-grants.purged-until';

/** A grant in the replay guard; `expiresAt` in epoch seconds, skew included. */
export type UsedGrant = { readonly clientId: string; readonly jti: string; readonly expiresAt: number };

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
 * Inserts grants in one commit.
 * @param options `keepsHorizon` refuses grants that would have been purged already, had they been used;
 * `beforeCommit` is told the names of the new ones, and the commit waits for it. Where a transaction is run again after
 * a deadlock it is told again: only what the function returns counts.
 * @returns `clientId` and `jti`, joined by a line feed, of those that were not there before.
 */
export async function insertUsedGrants(
  db: Db,
  grants: readonly UsedGrant[],
  {
    keepsHorizon,
    beforeCommit = async () => {},
  }: { readonly keepsHorizon: boolean; readonly beforeCommit?: (inserted: ReadonlySet<string>) => Promise<void> },
): Promise<ReadonlySet<string>> {
  return db.transaction(async (tx) => {
    const horizon = keepsHorizon ? await readHorizon(tx) : 0;
    const possible = grants.filter((grant) => grant.expiresAt >= horizon);
    if (possible.length === 0) return new Set<string>();
    const values = possible.flatMap((grant, index) =>
      Object.entries(grant).map(([name, value]) => [`${name}${index}`, value] as const),
    );
    const inserted = await insertOf(possible.length)(tx, Object.fromEntries(values));
    const names = new Set(inserted.map(({ clientId, jti }) => `${clientId}\n${jti}`));
    await beforeCommit(names);
    return names;
  });
}

/** Takes a grant out of the replay guard. */
export async function deleteUsedGrant(db: Db, grant: UsedGrant): Promise<void> {
  const { usedGrants } = db.tables;
  await db.delete(usedGrants).where(and(eq(usedGrants.clientId, grant.clientId), eq(usedGrants.jti, grant.jti)));
}

/** Drops what has expired by the instant in epoch seconds, and remembers the highest such instant. */
export async function purgeUsedGrants(db: Db, before: number, keepsHorizon: boolean): Promise<void> {
  const { usedGrants, settings } = db.tables;
  await db.transaction(async (tx) => {
    await tx.delete(usedGrants).where(lt(usedGrants.expiresAt, before));
    if (!keepsHorizon || before <= (await readHorizon(tx))) return;
    const value = String(before);
    await tx
      .insert(settings)
      .values({ name: HORIZON, value })
      .onConflictDoUpdate({ target: settings.name, set: { value } });
  });
}

async function readHorizon(db: Db): Promise<number> {
  const { settings } = db.tables;
  const [row] = await db.select().from(settings).where(eq(settings.name, HORIZON));
  return Number(row?.value ?? 0);
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
