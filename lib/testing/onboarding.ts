import type { Db } from '#db/open.ts';
import type { AgreementStatus } from '../onboarding/model.ts';
import { TEST_NOW } from './context.ts';

/** A vendor's agreement straight into the database, in test unless said; gives no scopes. */
export async function anAgreement(db: Db, orgNo: string, status: AgreementStatus = 'test'): Promise<void> {
  const { vendorAgreements } = db.tables;
  await db
    .insert(vendorAgreements)
    .values({
      orgNo,
      contactName: 'KVIKK TASTATUR',
      contactEmail: 'kontakt@vendor.example',
      purpose: 'Regnskap',
      status,
      appliedAt: TEST_NOW,
      updatedAt: TEST_NOW,
    })
    .onConflictDoUpdate({ target: vendorAgreements.orgNo, set: { status } });
}
