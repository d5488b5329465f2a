import type { Transaction } from '#db/open.ts';
import type { Agreement, AgreementStatus } from './model.ts';
import { insertAgreement } from './store.ts';
import { setVendorScopes } from './vendor-scopes.ts';

/**
 * Adds an agreement inside the caller's transaction, with the vendor's scopes unless it has only applied or was
 * refused. @returns `false` when the organisation had one before
 */
export async function storeAgreement(
  tx: Transaction,
  details: {
    readonly orgNo: string;
    readonly contactName: string;
    readonly contactEmail: string;
    readonly purpose: string;
    readonly status: Exclude<AgreementStatus, 'suspended'>;
    readonly signedByName?: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { at, status, signedByName, ...rest } = details;
  const isOpen = status !== 'applied' && status !== 'refused';
  const agreement: Agreement = {
    ...rest,
    status,
    statusBefore: undefined,
    note: undefined,
    appliedAt: at,
    testSince: isOpen ? at : undefined,
    signedByName,
    signedAt: signedByName === undefined ? undefined : at,
    productionSince: status === 'production' ? at : undefined,
    updatedAt: at,
  };
  const isNew = await insertAgreement(tx, agreement);
  if (isNew && isOpen) await setVendorScopes(tx, { orgNo: rest.orgNo, state: 'APPROVED', at });
  return isNew;
}
