import type { Context } from '../../context/context.ts';
import { assertMayDelegate } from './authority.ts';
import { endDelegations } from './end-delegations.ts';
import type { DelegationInput } from './model.ts';

/**
 * Ends a delegation; the supplier's next token request fails.
 * @throws BareError 401, 403 · ProblemError 404 `delegation_not_found`
 */
export async function revokeDelegation(context: Context, input: DelegationInput): Promise<void> {
  await assertMayDelegate(context, input.consumerOrgNo);
  await endDelegations(context, input, { scope: input.scope });
}
