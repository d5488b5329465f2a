import type { Context } from '../../context/context.ts';
import type { CatalogueFilter, Scope } from './model.ts';
import { selectScopes } from './store.ts';

/** Lists the public scopes of all owners; open to anybody. @see `maskinporten.md` §12.3 */
export async function listOpenScopes(context: Context, filter: CatalogueFilter): Promise<readonly Scope[]> {
  const scopes = await selectScopes(context.db, {
    visibility: 'PUBLIC',
    prefix: filter.prefix,
    accessibleForAll: filter.accessibleForAll,
    active: filter.inactive ? undefined : true,
  });
  return scopes.filter((scope) => hasSource(scope, filter.delegationSources) && allows(scope, filter.integrationType));
}

function hasSource(scope: Scope, wanted: CatalogueFilter['delegationSources']): boolean {
  if (wanted === undefined) return true;
  if (scope.delegationSource === undefined) return false;
  return wanted === 'any' || wanted.includes(scope.delegationSource);
}

/** A scope that names no integration types is open to all of them. */
function allows(scope: Scope, integrationType: string | undefined): boolean {
  const types = scope.allowedIntegrationTypes;
  return integrationType === undefined || types.length === 0 || types.includes(integrationType.toLowerCase());
}
