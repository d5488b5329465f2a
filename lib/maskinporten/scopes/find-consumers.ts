import type { Context } from '../../context/context.ts';
import { READ_SCOPES } from '../administration/authority.ts';
import { selectAccesses } from './access-store.ts';
import { assertOwnScope } from './own-scope.ts';

/**
 * Finds which of some organisations have access to a scope.
 * @throws BareError 401, 403 · ProblemError 404 `scope_not_found`
 */
export async function findConsumers(
  context: Context,
  input: { readonly scope: string; readonly orgNos: readonly string[] },
): Promise<ReadonlySet<string>> {
  const own = await assertOwnScope(context, input.scope, READ_SCOPES);
  const filter = { scopes: [own.name], consumerOrgNos: input.orgNos, state: 'APPROVED' } as const;
  const rows = await selectAccesses(context.db, filter);
  return new Set(rows.map(({ consumerOrgNo }) => consumerOrgNo));
}
