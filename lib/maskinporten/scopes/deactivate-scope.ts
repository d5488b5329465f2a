import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { WRITE_SCOPES } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import type { Scope } from './model.ts';
import { assertOwnScope } from './own-scope.ts';
import { lockScope, saveScope } from './store.ts';

/**
 * Takes a scope out of use; nobody gets tokens for it, and the accesses stay for the record. Doing it twice is fine.
 * @throws BareError 401, 403 · ProblemError 404 `scope_not_found`
 */
export async function deactivateScope(context: Context, input: { readonly name: string }): Promise<Scope> {
  const own = await assertOwnScope(context, input.name, WRITE_SCOPES);
  return context.db.transaction(async (tx) => {
    const before = await lockScope(tx, own.name);
    if (!before) throw administrationProblem('scope_not_found');
    if (!before.active) return before;
    const after: Scope = { ...before, active: false, updatedAt: context.now };
    await saveScope(tx, after);
    await recordAudit(tx, context, {
      action: 'scope.deactivated',
      subjectType: 'scope',
      subjectId: own.name,
      ownerOrgNo: own.ownerOrgNo,
    });
    return after;
  });
}
