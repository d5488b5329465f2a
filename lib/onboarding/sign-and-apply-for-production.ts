import type { Context } from '../context/context.ts';
import { assertVendorPerson } from './authority.ts';
import type { Agreement } from './model.ts';
import { takeStep } from './take-step.ts';

/**
 * Accepts the terms in the person's own name and asks the operator for production. What has been done in test is the
 * operator's to weigh.
 * @throws BareError 401, 403 · ProblemError 404 `agreement-not-found`, 409 `agreement-status`
 */
export async function signAndApplyForProduction(
  context: Context,
  input: { readonly orgNo: string },
): Promise<Agreement> {
  const { name } = await assertVendorPerson(context, input.orgNo);
  return context.db.transaction((tx) =>
    takeStep(tx, context, {
      orgNo: input.orgNo,
      step: 'sign',
      change: () => ({
        status: 'production-applied',
        note: undefined,
        signedByName: name,
        signedAt: context.now,
      }),
    }),
  );
}
