import type { Context } from '../context/context.ts';
import { assertOperatorPerson } from '../maskinporten/administration/authority.ts';
import type { Agreement } from './model.ts';
import { takeStep } from './take-step.ts';
import { setVendorScopes } from './vendor-scopes.ts';

/**
 * Lets a vendor into the system register in test: its three scopes, in one transaction with the agreement.
 * @throws BareError 401, 403 · ProblemError 404 `agreement-not-found`, 409 `agreement-status`
 */
export async function grantTest(context: Context, orgNo: string): Promise<Agreement> {
  await assertOperatorPerson(context);
  return context.db.transaction(async (tx) => {
    const agreement = await takeStep(tx, context, {
      orgNo,
      step: 'grant-test',
      change: () => ({ status: 'test', note: undefined, testSince: context.now }),
    });
    await setVendorScopes(tx, { orgNo, state: 'APPROVED', at: context.now });
    return agreement;
  });
}
