import { and, eq, lt } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

const HORIZON = 'used-grants.purged-until';

/** A grant in the replay guard; `expiresAt` in epoch seconds, skew included. */
export type UsedGrant = { readonly clientId: string; readonly jti: string; readonly expiresAt: number };

/**
 * Inserts grants in one commit.
 * @param keepsHorizon refuses grants that would have been purged already, had they been used.
 * @returns `clientId` and `jti`, joined by a line feed, of those that were not there before.
 */
export async function insertUsedGrants(
  db: Db,
  grants: readonly UsedGrant[],
  keepsHorizon: boolean,
): Promise<Set<string>> {
  const { usedGrants } = db.tables;
  return db.transaction(async (tx) => {
    const horizon = keepsHorizon ? await readHorizon(tx) : 0;
    const possible = grants.filter((grant) => grant.expiresAt >= horizon);
    if (possible.length === 0) return new Set();
    const inserted = await tx
      .insert(usedGrants)
      .values(possible)
      .onConflictDoNothing()
      .returning({ clientId: usedGrants.clientId, jti: usedGrants.jti });
    return new Set(inserted.map(({ clientId, jti }) => `${clientId}\n${jti}`));
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
