import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { assertVendorPerson } from './authority.ts';
import type { Agreement } from './model.ts';
import { onboardingProblem } from './problems.ts';
import { type ApplicationForm, applicationForm, parseForm } from './schema.ts';
import { insertAgreement, lockAgreement } from './store.ts';
import { takeStep } from './take-step.ts';

/**
 * Asks the operator for access to the system register in test; after a refusal one may ask again.
 * @throws BareError 401, 403 · ProblemError 400 per field, 409 `agreement-exists`
 */
export async function applyForTest(
  context: Context,
  input: ApplicationForm & { readonly orgNo: string },
): Promise<Agreement> {
  const { orgNo } = input;
  await assertVendorPerson(context, orgNo);
  if (!(await findOrganisation(context.db, orgNo))) throw onboardingProblem('organisation-not-found');
  const form = parseForm(applicationForm, input);
  const application = { ...form, status: 'applied', note: undefined, appliedAt: context.now } as const;
  return context.db.transaction(async (tx) => {
    const known = await lockAgreement(tx, orgNo);
    if (known && known.status !== 'refused') throw onboardingProblem('agreement-exists');
    if (known) return takeStep(tx, context, { orgNo, step: 'apply', change: () => application });
    const agreement: Agreement = {
      ...application,
      orgNo,
      statusBefore: undefined,
      testSince: undefined,
      signedByName: undefined,
      signedAt: undefined,
      productionSince: undefined,
      updatedAt: context.now,
    };
    if (!(await insertAgreement(tx, agreement))) throw onboardingProblem('agreement-exists');
    await recordAudit(tx, context, {
      action: 'agreement.applied',
      subjectType: 'agreement',
      subjectId: orgNo,
      vendorOrgNo: orgNo,
      after: { status: agreement.status },
    });
    return agreement;
  });
}
