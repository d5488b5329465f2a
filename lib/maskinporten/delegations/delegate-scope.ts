import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import { findScope } from '../scopes/find-scope.ts';
import { assertPair } from './authority.ts';
import { giveScopes } from './give-scopes.ts';
import type { DelegationInput, ScopeDelegation } from './model.ts';
import { selectSchemaResources } from './store.ts';

/**
 * Lets a supplier use a scope on the consumer's behalf; doing it twice is fine. Does not ask whether the consumer has
 * access to the scope: that may come before or after.
 * @throws BareError 401, 403 · ProblemError 400 `not_delegable`, 404 `scope_not_found` or `organisation_not_found`
 * @see `maskinporten.md` §9
 */
export async function delegateScope(context: Context, input: DelegationInput): Promise<ScopeDelegation> {
  await assertPair(context, input);
  const scope = await findScope(context.db, input.scope);
  if (!scope?.active) throw administrationProblem('scope_not_found');
  if (scope.delegationSource === undefined) throw administrationProblem('not_delegable', { field: 'scope' });
  const resource = (await selectSchemaResources(context.db)).find(
    ({ ownerOrgNo, scopes }) => ownerOrgNo === scope.ownerOrgNo && scopes.includes(scope.name),
  );
  const { consumerOrgNo, supplierOrgNo } = input;
  const resourceId = resource?.identifier ?? '';
  await giveScopes(context, input, { resourceId, scopes: [scope] });
  return { consumerOrgNo, supplierOrgNo, scope: scope.name, resourceId, createdAt: context.now };
}
