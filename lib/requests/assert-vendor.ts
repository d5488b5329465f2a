import { assertOrganisation, hasAnyScope } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { assertOwnTechnical } from '../parties/authority.ts';
import { assertAgreement } from '../register/assert-agreement.ts';
import { type REQUEST_READ, REQUEST_WRITE } from './scopes.ts';

/**
 * Narrows to a vendor: the organisation of the caller's token, or the named one for a person with technical
 * administration there, who may change something only while the vendor has an agreement in force.
 * @param vendorOrgNo set by pages only; without it a person is refused.
 * @returns the vendor's organisation number
 * @throws BareError 401, 403 · ProblemError 401 for a token with the scope that names no organisation · agreement-missing.
 */
export async function assertVendor(
  context: Context,
  scope: typeof REQUEST_WRITE | typeof REQUEST_READ,
  vendorOrgNo?: string,
): Promise<string> {
  if (vendorOrgNo !== undefined) {
    const { orgNo } = await assertOwnTechnical(context, vendorOrgNo, scope);
    if (scope === REQUEST_WRITE) await assertAgreement(context, orgNo);
    return orgNo;
  }
  if (context.actor.kind === 'person' && hasAnyScope(context.actor, [scope])) throw statusProblem(401);
  return assertOrganisation(context, scope).orgNo;
}
