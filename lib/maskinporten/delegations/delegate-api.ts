import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import { assertPair } from './authority.ts';
import { findApi } from './find-apis.ts';
import { giveScopes } from './give-scopes.ts';
import type { ApiDelegationInput } from './model.ts';

/**
 * Lets a supplier use a whole API on the consumer's behalf: every scope of its resource that can be delegated, or none.
 * Doing it again adds what the API has got since. As with a single scope, the consumer's own access is not asked for.
 * @throws BareError 401, 403 · ProblemError 400, 404 `api_not_found` or `organisation_not_found`
 * @see `maskinporten.md` §9
 */
export async function delegateApi(context: Context, input: ApiDelegationInput): Promise<void> {
  await assertPair(context, input);
  const api = await findApi(context.db, input.api);
  if (!api) throw administrationProblem('api_not_found');
  await giveScopes(context, input, api);
}
