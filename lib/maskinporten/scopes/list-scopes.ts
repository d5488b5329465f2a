import type { Context } from '../../context/context.ts';
import { assertAdministrator, READ_SCOPES } from '../administration/authority.ts';
import type { Scope } from './model.ts';
import { selectScopes } from './store.ts';

/** Lists the scopes of the caller's organisation; inactive ones only when asked for. @throws BareError 401, 403 */
export async function listScopes(context: Context, input: { readonly inactive: boolean }): Promise<readonly Scope[]> {
  const ownerOrgNo = await assertAdministrator(context, READ_SCOPES);
  return selectScopes(context.db, { ownerOrgNo, active: input.inactive ? undefined : true });
}
