import type { Transaction } from '#db/open.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { type Agreement, type AgreementStep, mayTake } from './model.ts';
import { onboardingProblem } from './problems.ts';
import { lockAgreement, saveAgreement } from './store.ts';

const ACTIONS: Readonly<Record<AgreementStep, string>> = {
  apply: 'agreement.applied',
  'grant-test': 'agreement.test-granted',
  sign: 'agreement.signed',
  'grant-production': 'agreement.production-granted',
  refuse: 'agreement.refused',
  suspend: 'agreement.suspended',
  resume: 'agreement.resumed',
};

/**
 * Takes an agreement one step on inside the caller's transaction, and records it. Asks nobody whether they may.
 * @throws ProblemError 404 `agreement-not-found`, 409 `agreement-status` when it has moved on meanwhile
 */
export async function takeStep(
  tx: Transaction,
  context: Context,
  move: {
    readonly orgNo: string;
    readonly step: AgreementStep;
    readonly change: (before: Agreement) => Partial<Agreement>;
  },
): Promise<Agreement> {
  const before = await lockAgreement(tx, move.orgNo);
  if (!before) throw onboardingProblem('agreement-not-found');
  if (!mayTake(move.step, before.status)) throw onboardingProblem('agreement-status');
  const after: Agreement = { ...before, ...move.change(before), orgNo: before.orgNo, updatedAt: context.now };
  await saveAgreement(tx, after);
  await recordAudit(tx, context, {
    action: ACTIONS[move.step],
    subjectType: 'agreement',
    subjectId: before.orgNo,
    vendorOrgNo: before.orgNo,
    before: { status: before.status },
    after: { status: after.status, note: after.note },
  });
  return after;
}
