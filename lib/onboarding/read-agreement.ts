import type { Context } from '../context/context.ts';
import { assertVendorOrOperator } from './authority.ts';
import { evidence } from './evidence.ts';
import type { Agreement, Evidence } from './model.ts';
import { selectAgreement } from './store.ts';

/** An agreement with what the vendor has shown; `agreement` is `undefined` for one that has not applied. */
export type AgreementView = { readonly agreement: Agreement | undefined; readonly evidence: Evidence };

/** Reads a vendor's agreement, for the vendor or the operator. @throws BareError 401, 403 */
export async function readAgreement(context: Context, input: { readonly orgNo: string }): Promise<AgreementView> {
  await assertVendorOrOperator(context, input.orgNo);
  return {
    agreement: await selectAgreement(context.db, input.orgNo),
    evidence: await evidence(context.db, input.orgNo),
  };
}
