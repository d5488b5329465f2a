import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { administrationProblem } from '../administration/problems.ts';
import { findScope } from '../scopes/find-scope.ts';
import { assertMayDelegate } from './authority.ts';
import { storeScopeDelegation } from './find-delegation.ts';
import type { DelegationInput, ScopeDelegation } from './model.ts';
import { selectSchemaResource } from './store.ts';

/**
 * Lets a supplier use a scope on the consumer's behalf; doing it twice is fine. Does not ask whether the consumer has
 * access to the scope: that may come before or after.
 * @throws BareError 401, 403 · ProblemError 400 `not_delegable`, 404 `scope_not_found` or `organisation_not_found`
 * @see `maskinporten.md` §9
 */
export async function delegateScope(context: Context, input: DelegationInput): Promise<ScopeDelegation> {
  const { consumerOrgNo, supplierOrgNo } = input;
  await assertMayDelegate(context, consumerOrgNo);
  assertOrgNo(supplierOrgNo, 'supplier_orgno');
  if (supplierOrgNo === consumerOrgNo) {
    throw administrationProblem('invalid_request', {
      field: 'supplier_orgno',
      detail: 'An organisation cannot delegate to itself.',
    });
  }
  if (!(await findOrganisation(context.db, supplierOrgNo))) throw administrationProblem('organisation_not_found');
  const scope = await findScope(context.db, input.scope);
  if (!scope?.active) throw administrationProblem('scope_not_found');
  if (scope.delegationSource === undefined) throw administrationProblem('not_delegable', { field: 'scope' });
  const resourceId = (await selectSchemaResource(context.db, scope.name)) ?? '';
  const delegation = { consumerOrgNo, supplierOrgNo, scope: scope.name, resourceId };
  await context.db.transaction(async (tx) => {
    if (!(await storeScopeDelegation(tx, { ...delegation, at: context.now }))) return;
    await recordAudit(tx, context, {
      action: 'scope-delegation.given',
      subjectType: 'scope',
      subjectId: scope.name,
      onBehalfOf: consumerOrgNo,
      partyOrgNo: consumerOrgNo,
      vendorOrgNo: supplierOrgNo,
      ownerOrgNo: scope.ownerOrgNo,
    });
  });
  return { ...delegation, createdAt: context.now };
}
