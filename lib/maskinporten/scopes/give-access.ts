import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { WRITE_SCOPES } from '../administration/authority.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { saveAccess } from './access-store.ts';
import { nameAccess } from './named-access.ts';
import { assertOwnScope } from './own-scope.ts';
import type { NamedAccess } from './schema.ts';

/**
 * Gives an organisation access to a scope, or gives it again; acts on the next token request.
 * @throws BareError 401, 403 · ProblemError 400 for a malformed number, 404 `scope_not_found`
 */
export async function giveAccess(
  context: Context,
  input: { readonly scope: string; readonly consumerOrgNo: string },
): Promise<NamedAccess> {
  const own = await assertOwnScope(context, input.scope, WRITE_SCOPES);
  assertOrgNo(input.consumerOrgNo, 'consumer_orgno');
  const row = await context.db.transaction(async (tx) => {
    const given = await saveAccess(tx, {
      scope: own.name,
      consumerOrgNo: input.consumerOrgNo,
      state: 'APPROVED',
      createdAt: context.now,
      updatedAt: context.now,
    });
    await recordAudit(tx, context, {
      action: 'scope-access.given',
      subjectType: 'scope',
      subjectId: own.name,
      ownerOrgNo: own.ownerOrgNo,
      vendorOrgNo: input.consumerOrgNo,
    });
    return given;
  });
  return nameAccess(context.db, row, own);
}
