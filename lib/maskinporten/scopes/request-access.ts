import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { assertAdministrator, WRITE_CLIENTS } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { saveRequestedAccess } from './access-store.ts';
import { findScope } from './find-scope.ts';
import { nameAccess } from './named-access.ts';
import type { NamedAccess } from './schema.ts';

/**
 * Asks the owner of a public scope for access; what is given already stays given.
 * @throws BareError 401, 403 · ProblemError 404 `scope_not_found`, also for a scope that is not public
 */
export async function requestAccess(context: Context, input: { readonly scope: string }): Promise<NamedAccess> {
  const consumerOrgNo = await assertAdministrator(context, WRITE_CLIENTS);
  const scope = await findScope(context.db, input.scope);
  if (!scope?.active || scope.visibility !== 'PUBLIC') throw administrationProblem('scope_not_found');
  const row = await context.db.transaction(async (tx) => {
    const { access, isNew } = await saveRequestedAccess(tx, {
      scope: scope.name,
      consumerOrgNo,
      state: 'REQUESTED',
      createdAt: context.now,
      updatedAt: context.now,
    });
    if (!isNew) return access;
    await recordAudit(tx, context, {
      action: 'scope-access.requested',
      subjectType: 'scope',
      subjectId: scope.name,
      ownerOrgNo: scope.ownerOrgNo,
      vendorOrgNo: consumerOrgNo,
    });
    return access;
  });
  return nameAccess(context.db, row, scope);
}
