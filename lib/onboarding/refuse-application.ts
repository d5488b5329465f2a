import type { Context } from '../context/context.ts';
import { assertOperatorPerson } from '../maskinporten/administration/authority.ts';
import type { Agreement } from './model.ts';
import { parseForm, reasonText } from './schema.ts';
import { takeStep } from './take-step.ts';

/**
 * Says no to what a vendor has asked for, with a reason that it sees. One that asked for production keeps test.
 * @throws BareError 401, 403 · ProblemError 400 without a reason, 404 `agreement-not-found`, 409 `agreement-status`
 */
export async function refuseApplication(
  context: Context,
  input: { readonly orgNo: string; readonly reason: string },
): Promise<Agreement> {
  await assertOperatorPerson(context);
  const note = parseForm(reasonText, input.reason, 'reason');
  return context.db.transaction((tx) =>
    takeStep(tx, context, {
      orgNo: input.orgNo,
      step: 'refuse',
      change: ({ status }) => ({ status: status === 'production-applied' ? 'test' : 'refused', note }),
    }),
  );
}
