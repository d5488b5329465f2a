import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import { assertMayDelegate } from './authority.ts';
import type { ApiDelegation, ApiDelegationInput } from './model.ts';
import { toApiDelegations } from './to-api-delegations.ts';

/**
 * Reads what an organisation lets a supplier do with one API.
 * @throws BareError 401, 403 · ProblemError 404 `delegation_not_found`
 */
export async function readGivenApi(context: Context, input: ApiDelegationInput): Promise<ApiDelegation> {
  await assertMayDelegate(context, input.consumerOrgNo);
  const [delegation] = await toApiDelegations(context.db, [input]);
  if (!delegation) throw administrationProblem('delegation_not_found');
  return delegation;
}
