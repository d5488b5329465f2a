import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** Since when the vendor has had an agreement: for production when there is one, else for test. */
export async function selectAgreementSince(db: Db, vendorOrgNo: string): Promise<Date | undefined> {
  const { vendorAgreements } = db.tables;
  const [row] = await db.select().from(vendorAgreements).where(eq(vendorAgreements.orgNo, vendorOrgNo));
  return row?.productionSince ?? row?.testSince ?? undefined;
}
