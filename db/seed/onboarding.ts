import type { Transaction } from '#db/open.ts';
import { storeAgreement } from '#lib/onboarding/store-agreement.ts';
import { ORG } from './story.ts';

/** The vendors' agreements for test, without which nobody there may register systems or ask customers. */
export async function seedAgreements(tx: Transaction, at: Date): Promise<void> {
  await storeAgreement(tx, {
    orgNo: ORG.smartCloud,
    contactName: 'KVIKK TASTATUR',
    contactEmail: 'utvikling@smartcloud.example',
    purpose: 'SmartRegnskap og SmartCloud henter krav og betalinger for kundene våre.',
    status: 'test',
    at,
  });
  await storeAgreement(tx, {
    orgNo: ORG.kalkulator,
    contactName: 'LUNEFULL KALKULATOR AS',
    contactEmail: 'post@kalkulator.example',
    purpose: 'Kalkyle henter krav og betalinger for kundene våre.',
    status: 'test',
    at,
  });
}
