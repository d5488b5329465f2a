import { assertPerson } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { forbidden } from '../../kernel/errors.ts';
import { assertPower } from '../../parties/authority.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import type { Organisation } from '../../parties/model.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { administrationProblem } from '../administration/problems.ts';
import type { DelegationPair } from './model.ts';

/**
 * Lets people pass who may give away what the organisation has towards others' APIs: access managers, and those who
 * administer its APIs. @throws BareError 401, 403
 */
export async function assertMayDelegate(context: Context, orgNo: string): Promise<void> {
  assertPerson(context);
  const organisation = await findOrganisation(context.db, orgNo);
  if (!organisation) throw forbidden();
  await assertPower(context, organisation.uuid, 'api-delegation');
}

/**
 * Lets them pass when the supplier is a known organisation other than their own. @returns the supplier
 * @throws BareError 401, 403 · ProblemError 400, 404 `organisation_not_found`
 */
export async function assertPair(
  context: Context,
  { consumerOrgNo, supplierOrgNo }: DelegationPair,
): Promise<Organisation> {
  await assertMayDelegate(context, consumerOrgNo);
  assertOrgNo(supplierOrgNo, 'supplier_orgno');
  if (supplierOrgNo === consumerOrgNo) {
    throw administrationProblem('invalid_request', {
      field: 'supplier_orgno',
      detail: 'An organisation cannot delegate to itself.',
    });
  }
  const supplier = await findOrganisation(context.db, supplierOrgNo);
  if (!supplier) throw administrationProblem('organisation_not_found');
  return supplier;
}
