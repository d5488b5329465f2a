import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import { assertMayDelegate } from './authority.ts';
import type { DelegationInput } from './model.ts';
import { removeDelegation } from './store.ts';

/**
 * Ends a delegation; the supplier's next token request fails.
 * @throws BareError 401, 403 · ProblemError 404 `delegation_not_found`
 */
export async function revokeDelegation(context: Context, input: DelegationInput): Promise<void> {
  await assertMayDelegate(context, input.consumerOrgNo);
  await context.db.transaction(async (tx) => {
    const removed = await removeDelegation(tx, input);
    if (!removed) throw administrationProblem('delegation_not_found');
    await recordAudit(tx, context, {
      action: 'scope-delegation.revoked',
      subjectType: 'scope',
      subjectId: removed.scope,
      onBehalfOf: removed.consumerOrgNo,
      partyOrgNo: removed.consumerOrgNo,
      vendorOrgNo: removed.supplierOrgNo,
      before: removed,
    });
  });
}
