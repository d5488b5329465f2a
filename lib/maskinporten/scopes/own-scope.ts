import type { Context } from '../../context/context.ts';
import { assertOwnTechnical } from '../../parties/authority.ts';
import { assertCaller } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { findScope } from './find-scope.ts';
import type { Scope } from './model.ts';

/**
 * The scope, when the caller's organisation owns it.
 * @throws BareError 401, 403 for somebody else's · ProblemError 404 `scope_not_found`
 */
export async function assertOwnScope(context: Context, name: string, scopes: readonly string[]): Promise<Scope> {
  assertCaller(context, scopes);
  const scope = await findScope(context.db, name);
  if (!scope) throw administrationProblem('scope_not_found');
  await assertOwnTechnical(context, scope.ownerOrgNo, ...scopes);
  return scope;
}
