import { assertScope } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { assertSomeVendor, assertVendor } from './assert-vendor.ts';
import { findSystem, listSystemsOf, listVisibleSystems } from './find-system.ts';
import type { RegisteredSystem, Right } from './model.ts';

const END_USER_SCOPE = 'altinn:portal/enduser';

/** Lists what end users may choose from. @throws BareError 401, 403 */
export async function listOpenSystems(context: Context): Promise<readonly RegisteredSystem[]> {
  assertScope(context, END_USER_SCOPE);
  return listVisibleSystems(context.db);
}

/** Reads any system as an end user, deleted and invisible ones too. @throws BareError 401, 403 · ProblemError 404 */
export async function readOpenSystem(context: Context, systemId: string): Promise<RegisteredSystem> {
  assertScope(context, END_USER_SCOPE);
  const system = await findSystem(context.db, { systemId });
  if (!system) throw statusProblem(404);
  return system;
}

/** Reads what a system asks for; empty for an unknown system, as in Altinn. @throws BareError 401, 403 */
export async function readSystemContents(
  context: Context,
  systemId: string,
): Promise<{ readonly rights: readonly Right[]; readonly accessPackages: readonly string[] }> {
  assertScope(context, END_USER_SCOPE);
  const system = await findSystem(context.db, { systemId });
  return { rights: system?.rights ?? [], accessPackages: system?.accessPackages ?? [] };
}

/** Lists the caller's own systems, visible or not; the admin scope does not widen it. @throws BareError 401, 403 */
export async function listOwnSystems(context: Context): Promise<readonly RegisteredSystem[]> {
  const { orgNo } = await assertSomeVendor(context);
  return listSystemsOf(context.db, orgNo);
}

/** Reads an own system, deleted ones too. @throws BareError 401, 403 for strangers · ProblemError 404 */
export async function readOwnSystem(context: Context, systemId: string): Promise<RegisteredSystem> {
  const system = await findSystem(context.db, { systemId });
  if (!system) throw statusProblem(404);
  await assertVendor(context, system.vendorOrgNo);
  return system;
}
