import type { Context } from '../../context/context.ts';
import { READ_SCOPES } from '../administration/authority.ts';
import type { Scope } from './model.ts';
import { assertOwnScope } from './own-scope.ts';

/** Reads one scope of the caller's organisation, active or not. @throws BareError 401, 403 · ProblemError 404 */
export function readScope(context: Context, input: { readonly name: string }): Promise<Scope> {
  return assertOwnScope(context, input.name, READ_SCOPES);
}
