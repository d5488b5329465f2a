import type { Context } from '../../context/context.ts';
import { assertMayDelegate } from './authority.ts';
import { endDelegations } from './end-delegations.ts';
import type { ApiDelegationInput } from './model.ts';

/**
 * Ends everything that a consumer has delegated to a supplier of an API; the supplier's next token request fails.
 * @throws BareError 401, 403 · ProblemError 404 `delegation_not_found`
 */
export async function revokeApi(context: Context, input: ApiDelegationInput): Promise<void> {
  await assertMayDelegate(context, input.consumerOrgNo);
  await endDelegations(context, input, { api: input.api });
}
