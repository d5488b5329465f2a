import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { assertOperator } from '../administration/authority.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { administrationProblem } from '../administration/problems.ts';
import { moveScopes } from '../scopes/move-scopes.ts';
import { lockPrefix } from './find-prefix.ts';
import type { ScopePrefix } from './model.ts';
import { namePrefix } from './named-prefix.ts';
import type { NamedPrefix, PrefixBody } from './schema.ts';
import { savePrefix } from './store.ts';

/**
 * Moves a prefix to another owner, its scopes with it, or takes it out of use and back; the operator alone may.
 * @throws BareError 401, 403 · ProblemError 400, 404 `prefix_not_found`
 */
export async function updatePrefix(context: Context, input: PrefixBody): Promise<NamedPrefix> {
  await assertOperator(context);
  if (input.ownerOrgNo !== undefined) assertOrgNo(input.ownerOrgNo, 'owner_orgno');
  const saved = await context.db.transaction(async (tx) => {
    const before = await lockPrefix(tx, input.prefix);
    if (!before) throw administrationProblem('prefix_not_found');
    const after: ScopePrefix = {
      ...before,
      ownerOrgNo: input.ownerOrgNo ?? before.ownerOrgNo,
      active: input.active ?? before.active,
      updatedAt: context.now,
    };
    await savePrefix(tx, after);
    if (after.ownerOrgNo !== before.ownerOrgNo) await moveScopes(tx, after.prefix, after.ownerOrgNo, context.now);
    await recordAudit(tx, context, {
      action: 'prefix.changed',
      subjectType: 'prefix',
      subjectId: after.prefix,
      ownerOrgNo: after.ownerOrgNo,
      before,
      after,
    });
    return after;
  });
  return namePrefix(context.db, saved);
}
