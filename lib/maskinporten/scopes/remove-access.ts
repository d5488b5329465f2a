import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { WRITE_SCOPES } from '../administration/authority.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { administrationProblem } from '../administration/problems.ts';
import { lockAccess, saveAccess } from './access-store.ts';
import { nameAccess } from './named-access.ts';
import { assertOwnScope } from './own-scope.ts';
import type { NamedAccess } from './schema.ts';

/**
 * Takes an organisation's access to a scope away, or says no to a request for it; the row stays, as `DENIED`.
 * Tokens already out stay valid until they expire.
 * @throws BareError 401, 403 · ProblemError 400, 404 `scope_not_found` or `access_not_found`
 */
export async function removeAccess(
  context: Context,
  input: { readonly scope: string; readonly consumerOrgNo: string },
): Promise<NamedAccess> {
  const own = await assertOwnScope(context, input.scope, WRITE_SCOPES);
  assertOrgNo(input.consumerOrgNo, 'consumer_orgno');
  const row = await context.db.transaction(async (tx) => {
    const before = await lockAccess(tx, own.name, input.consumerOrgNo);
    if (!before) throw administrationProblem('access_not_found');
    if (before.state === 'DENIED') return before;
    const denied = await saveAccess(tx, { ...before, state: 'DENIED', updatedAt: context.now });
    await recordAudit(tx, context, {
      action: 'scope-access.removed',
      subjectType: 'scope',
      subjectId: own.name,
      ownerOrgNo: own.ownerOrgNo,
      vendorOrgNo: input.consumerOrgNo,
      before: { state: before.state },
    });
    return denied;
  });
  return nameAccess(context.db, row, own);
}
