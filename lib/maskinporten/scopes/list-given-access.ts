import type { Context } from '../../context/context.ts';
import { assertAdministrator, READ_SCOPES } from '../administration/authority.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { selectAccesses } from './access-store.ts';
import { nameAccesses } from './named-access.ts';
import { assertOwnScope } from './own-scope.ts';
import type { NamedAccess } from './schema.ts';
import { selectScopes } from './store.ts';

/**
 * Lists who has access to the caller's scopes: of one scope, of one organisation, in one state, or all; `DENIED` only
 * when asked for.
 * @throws BareError 401, 403 · ProblemError 400, 404 `scope_not_found`
 */
export async function listGivenAccess(
  context: Context,
  input: {
    readonly scope?: string | undefined;
    readonly consumerOrgNo?: string | undefined;
    readonly state?: 'REQUESTED';
    readonly inactive: boolean;
  },
): Promise<readonly NamedAccess[]> {
  const { scope, consumerOrgNo, state } = input;
  const scopes =
    scope === undefined
      ? await selectScopes(context.db, { ownerOrgNo: await assertAdministrator(context, READ_SCOPES) })
      : [await assertOwnScope(context, scope, READ_SCOPES)];
  if (consumerOrgNo !== undefined) assertOrgNo(consumerOrgNo, 'consumer_orgno');
  const rows = await selectAccesses(context.db, { scopes: scopes.map(({ name }) => name), consumerOrgNo, state });
  const shown = input.inactive ? rows : rows.filter((row) => row.state !== 'DENIED');
  return nameAccesses(context.db, shown, scopes);
}
