import type { Context } from '../context/context.ts';
import { assertOperatorPerson } from '../maskinporten/administration/authority.ts';
import type { Agreement } from './model.ts';
import { takeStep } from './take-step.ts';
import { setVendorScopes } from './vendor-scopes.ts';

/**
 * Lets a vendor that has signed into production; its scopes are opened here too, in case they were not.
 * @throws BareError 401, 403 · ProblemError 404 `agreement-not-found`, 409 `agreement-status`
 */
export async function grantProduction(context: Context, orgNo: string): Promise<Agreement> {
  await assertOperatorPerson(context);
  return context.db.transaction(async (tx) => {
    const agreement = await takeStep(tx, context, {
      orgNo,
      step: 'grant-production',
      change: () => ({ status: 'production', note: undefined, productionSince: context.now }),
    });
    await setVendorScopes(tx, { orgNo, state: 'APPROVED', at: context.now });
    return agreement;
  });
}
