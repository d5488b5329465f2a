import { assertOrganisation } from '../context/assert.ts';
import type { Context, OrganisationActor } from '../context/context.ts';
import { forbidden, unauthenticated } from '../kernel/errors.ts';
import { assertOwnTechnical } from '../parties/authority.ts';
import { assertAgreement } from './assert-agreement.ts';

const REGISTER_ADMIN_SCOPE = 'altinn:authentication/systemregister.admin';
/** Scopes of which one lets a vendor read and write its part of the register; the admin's opens every vendor's. */
export const REGISTER_SCOPES = ['altinn:authentication/systemregister.write', REGISTER_ADMIN_SCOPE] as const;

/** Who changes a system, as the change log names it. */
export type RegisterCaller = { readonly orgNo: string; readonly clientId: string | undefined };

/**
 * Passes the vendor itself (its machine, or a person with technical administration there) and machines with the admin scope.
 * @throws BareError 401 or 403 without a body.
 */
export async function assertVendor(context: Context, vendorOrgNo: string): Promise<RegisterCaller> {
  if (context.actor.kind !== 'organisation') return assertOwnTechnical(context, vendorOrgNo);
  const actor = assertOrganisation(context, ...REGISTER_SCOPES);
  if (!mayActForVendor(actor, vendorOrgNo)) throw forbidden();
  return { orgNo: actor.orgNo, clientId: actor.clientId };
}

/**
 * Passes whom `assertVendor` passes, people only while the vendor has an agreement in force: the gate before a change.
 * @throws BareError 401 or 403 without a body · ProblemError 403 `agreement-missing`
 */
export async function assertChangingVendor(context: Context, vendorOrgNo: string): Promise<RegisterCaller> {
  const caller = await assertVendor(context, vendorOrgNo);
  await assertAgreement(context, vendorOrgNo);
  return caller;
}

/** Whether a machine is the vendor's own, or an administrator's; says nothing of its other scopes. */
export function mayActForVendor(actor: OrganisationActor, vendorOrgNo: string): boolean {
  return actor.orgNo === vendorOrgNo || actor.scopes.has(REGISTER_ADMIN_SCOPE);
}

/**
 * Refuses callers who have no business in the register at all, before anything is said about what they sent.
 * @throws BareError 401 without a token, 403 for a machine without a scope.
 */
export function assertRegisterScope(context: Context): void {
  if (context.actor.kind === 'anonymous') throw unauthenticated();
  if (context.actor.kind === 'organisation') assertOrganisation(context, ...REGISTER_SCOPES);
}

/** The vendor that the caller is: a machine's organisation, or the one that a person acts for. @throws BareError 401, 403 */
export async function assertSomeVendor(context: Context): Promise<RegisterCaller> {
  const { actor } = context;
  if (actor.kind === 'organisation') {
    return { orgNo: assertOrganisation(context, ...REGISTER_SCOPES).orgNo, clientId: actor.clientId };
  }
  return assertOwnTechnical(context, actor.kind === 'person' ? (actor.actingFor?.orgNo ?? '') : '');
}
