import type { Context } from '../context/context.ts';
import { assertOperatorPerson } from '../maskinporten/administration/authority.ts';
import { organisationNames } from '../maskinporten/administration/organisation-names.ts';
import { evidence } from './evidence.ts';
import { type Agreement, type AgreementStatus, type Evidence, isWaiting } from './model.ts';
import { selectAgreements } from './store.ts';

/** A row of the operator's queue; what the vendor has shown is there while it waits for an answer. */
export type ListedAgreement = {
  readonly agreement: Agreement;
  readonly name: string;
  readonly evidence: Evidence | undefined;
};

/**
 * Lists agreements, the one that waited longest first; of some statuses, or all.
 * @throws BareError 401, 403
 */
export async function listAgreements(
  context: Context,
  input: { readonly statuses?: readonly AgreementStatus[] } = {},
): Promise<readonly ListedAgreement[]> {
  await assertOperatorPerson(context);
  const agreements = await selectAgreements(context.db, input.statuses);
  const names = await organisationNames(
    context.db,
    agreements.map(({ orgNo }) => orgNo),
  );
  return Promise.all(
    agreements.map(async (agreement) => ({
      agreement,
      name: names.get(agreement.orgNo) ?? agreement.orgNo,
      evidence: isWaiting(agreement) ? await evidence(context.db, agreement.orgNo) : undefined,
    })),
  );
}
