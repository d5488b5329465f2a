import type { Context } from '../context/context.ts';
import { assertOperatorPerson } from '../maskinporten/administration/authority.ts';
import type { Agreement, SuspensionEffect } from './model.ts';
import { parseForm, reasonText } from './schema.ts';
import { countLive, markSystems } from './store.ts';
import { takeStep } from './take-step.ts';
import { setVendorScopes } from './vendor-scopes.ts';

/** Says what would stop if the vendor were suspended now. @throws BareError 401, 403 */
export async function readSuspensionEffect(
  context: Context,
  input: { readonly orgNo: string },
): Promise<SuspensionEffect> {
  await assertOperatorPerson(context);
  return countLive(context.db, input.orgNo);
}

/**
 * Stops a vendor: its systems get no tokens and no decisions, and its way into the register is closed.
 * @returns the agreement, and what stopped
 * @throws BareError 401, 403 · ProblemError 400 without a reason, 404 `agreement-not-found`, 409 `agreement-status`
 */
export async function suspendVendor(
  context: Context,
  input: { readonly orgNo: string; readonly reason: string },
): Promise<{ readonly agreement: Agreement; readonly effect: SuspensionEffect }> {
  await assertOperatorPerson(context);
  const { orgNo } = input;
  const note = parseForm(reasonText, input.reason, 'reason');
  return context.db.transaction(async (tx) => {
    const agreement = await takeStep(tx, context, {
      orgNo,
      step: 'suspend',
      change: ({ status }) => ({ status: 'suspended', statusBefore: status, note }),
    });
    const effect = await countLive(tx, orgNo);
    await markSystems(tx, orgNo, true, context.now);
    await setVendorScopes(tx, { orgNo, state: 'DENIED', at: context.now });
    return { agreement, effect };
  });
}

/**
 * Lets a suspended vendor go on where it was; everything that stopped works again.
 * @throws BareError 401, 403 · ProblemError 404 `agreement-not-found`, 409 `agreement-status`
 */
export async function resumeVendor(context: Context, input: { readonly orgNo: string }): Promise<Agreement> {
  await assertOperatorPerson(context);
  const { orgNo } = input;
  return context.db.transaction(async (tx) => {
    const agreement = await takeStep(tx, context, {
      orgNo,
      step: 'resume',
      change: ({ statusBefore = 'test' }) => ({ status: statusBefore, statusBefore: undefined, note: undefined }),
    });
    await markSystems(tx, orgNo, false, context.now);
    await setVendorScopes(tx, { orgNo, state: 'APPROVED', at: context.now });
    return agreement;
  });
}
