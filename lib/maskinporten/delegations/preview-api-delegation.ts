import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import { scopesGrantedTo } from '../scopes/find-scope.ts';
import { assertMayDelegate, assertPair } from './authority.ts';
import { findApi } from './find-apis.ts';
import { scopesDelegated } from './find-delegation.ts';
import type { ApiDelegationInput, DelegableApi, NamedOrganisation } from './model.ts';

/** What delegating an API would mean, before it is done. */
export type ApiDelegationPreview = {
  readonly api: DelegableApi;
  readonly supplier: NamedOrganisation;
  /** Whether the supplier has all of it already. */
  readonly isGiven: boolean;
  /** Whether the owner has let the consumer itself use all of it; without that, no token comes of it yet. */
  readonly hasAccess: boolean;
};

/**
 * Reads an API that people of the organisation may delegate.
 * @throws BareError 401, 403 · ProblemError 404 `api_not_found`
 */
export async function readDelegableApi(
  context: Context,
  input: Pick<ApiDelegationInput, 'consumerOrgNo' | 'api'>,
): Promise<DelegableApi> {
  await assertMayDelegate(context, input.consumerOrgNo);
  const api = await findApi(context.db, input.api);
  if (!api) throw administrationProblem('api_not_found');
  return api;
}

/** Says what `delegateApi` would do, and refuses what it would refuse. @throws as `delegateApi` does */
export async function previewApiDelegation(context: Context, input: ApiDelegationInput): Promise<ApiDelegationPreview> {
  const { orgNo, name } = await assertPair(context, input);
  const api = await readDelegableApi(context, input);
  const scopes = api.scopes.map((scope) => scope.name);
  const given = await scopesDelegated(context.db, { ...input, scopes });
  const granted = await scopesGrantedTo(context.db, input.consumerOrgNo, scopes);
  return {
    api,
    supplier: { orgNo, name },
    isGiven: given.size === scopes.length,
    hasAccess: api.scopes.every((scope) => scope.accessibleForAll || granted.has(scope.name)),
  };
}
