import type { Context } from '../../context/context.ts';
import { assertAdministrator, READ_CLIENTS, READ_SCOPES } from '../administration/authority.ts';
import { selectAccesses } from './access-store.ts';
import { nameAccesses } from './named-access.ts';
import type { NamedAccess } from './schema.ts';
import { selectScopesByName } from './store.ts';

/**
 * Lists the scopes that others have given the caller's organisation; what was taken away, and scopes out of use, only
 * when asked for. @throws BareError 401, 403
 */
export async function listReceivedAccess(
  context: Context,
  input: { readonly inactive: boolean },
): Promise<readonly NamedAccess[]> {
  const consumerOrgNo = await assertAdministrator(context, [...READ_SCOPES, ...READ_CLIENTS]);
  const rows = await selectAccesses(context.db, { consumerOrgNo });
  const shown = input.inactive ? rows : rows.filter((row) => row.state !== 'DENIED');
  const names = [...new Set(shown.map((row) => row.scope))];
  const scopes = await selectScopesByName(context.db, names);
  return nameAccesses(
    context.db,
    shown,
    scopes.filter((scope) => scope.active || input.inactive),
  );
}
