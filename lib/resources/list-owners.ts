import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** An organisation that owns services, by its short code. */
export type ServiceOwner = { readonly orgCode: string; readonly orgNo: string; readonly name: string };

/** Lists the service owners by code; open to everybody. */
export async function listOwners({ db }: { readonly db: Db }): Promise<readonly ServiceOwner[]> {
  const { parties } = db.tables;
  const rows = await db
    .select({ orgCode: parties.orgCode, orgNo: parties.orgNo, name: parties.name })
    .from(parties)
    .where(and(eq(parties.kind, 'organisation'), isNotNull(parties.orgCode)))
    .orderBy(asc(parties.orgCode));
  return rows.map((row) => ({ orgCode: row.orgCode ?? '', orgNo: row.orgNo ?? '', name: row.name }));
}
