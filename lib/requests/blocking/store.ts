import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** An organisation and a vendor, by organisation number. */
export type Pair = { readonly partyOrgNo: string; readonly vendorOrgNo: string };

/** Notes that the organisation has had enough of the vendor. @returns whether that is new */
export async function insertBlock(
  tx: Db,
  pair: Pair,
  by: { readonly name: string; readonly at: Date },
): Promise<boolean> {
  const { vendorBlocks } = tx.tables;
  const rows = await tx
    .insert(vendorBlocks)
    .values({ ...pair, blockedByName: by.name, blockedAt: by.at })
    .onConflictDoNothing()
    .returning({ vendorOrgNo: vendorBlocks.vendorOrgNo });
  return rows.length > 0;
}

/** Ends a block. @returns whether there was one */
export async function deleteBlock(tx: Db, pair: Pair): Promise<boolean> {
  const { vendorBlocks } = tx.tables;
  const rows = await tx.delete(vendorBlocks).where(of(tx, pair)).returning({ vendorOrgNo: vendorBlocks.vendorOrgNo });
  return rows.length > 0;
}

/** Whether the organisation has blocked the vendor. */
export async function hasBlock(db: Db, pair: Pair): Promise<boolean> {
  const { vendorBlocks } = db.tables;
  const rows = await db.select({ vendorOrgNo: vendorBlocks.vendorOrgNo }).from(vendorBlocks).where(of(db, pair));
  return rows.length > 0;
}

/** Lists an organisation's blocks, the oldest first. */
export async function selectBlocks(db: Db, partyOrgNo: string) {
  const { vendorBlocks } = db.tables;
  return db
    .select()
    .from(vendorBlocks)
    .where(eq(vendorBlocks.partyOrgNo, partyOrgNo))
    .orderBy(asc(vendorBlocks.blockedAt), asc(vendorBlocks.vendorOrgNo));
}

function of({ tables: { vendorBlocks } }: Db, { partyOrgNo, vendorOrgNo }: Pair) {
  return and(eq(vendorBlocks.partyOrgNo, partyOrgNo), eq(vendorBlocks.vendorOrgNo, vendorOrgNo));
}
