import { assertScope } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import type { PageOf, PageQuery } from '../kernel/pages.ts';
import { assertSomeVendor, assertVendor } from './assert-vendor.ts';
import { findSystem, findSystems, listSystemsOf, listVisibleSystems } from './find-system.ts';
import type { RegisteredSystem, Right } from './model.ts';
import { countSystems, type SystemsOf, searchSystems } from './search-systems.ts';
import { selectClientUse } from './store.ts';

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

/** Finds the caller's own systems by name or id, visible or not, a page at a time. @throws BareError 401, 403 */
export async function searchOwnSystems(
  context: Context,
  { suspended, ...query }: PageQuery & Pick<SystemsOf, 'suspended'>,
): Promise<PageOf<RegisteredSystem>> {
  const { orgNo: vendorOrgNo } = await assertSomeVendor(context);
  return searchSystems(context.db, { vendorOrgNo, ...(suspended === undefined ? {} : { suspended }) }, query);
}

/** Finds a live system of the caller's own; `undefined` for any other id. @throws BareError 401, 403 */
export async function findOwnSystem(context: Context, systemId: string): Promise<RegisteredSystem | undefined> {
  const { orgNo } = await assertSomeVendor(context);
  const system = await findSystem(context.db, { systemId });
  return system?.vendorOrgNo === orgNo && !system.isDeleted ? system : undefined;
}

/** Whether the caller has a system of its own. @throws BareError 401, 403 */
export async function hasOwnSystem(context: Context): Promise<boolean> {
  const { orgNo: vendorOrgNo } = await assertSomeVendor(context);
  return (await countSystems(context.db, { vendorOrgNo })) > 0;
}

/**
 * Finds which of the caller's own systems some clients speak for; clients of none, or of another vendor's, are missing
 * from the map.
 * @throws BareError 401, 403
 */
export async function findSystemsOfClients(
  context: Context,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, RegisteredSystem>> {
  const { orgNo } = await assertSomeVendor(context);
  const uses = await selectClientUse(context.db, clientIds);
  const systems = await findSystems(
    context.db,
    uses.map(({ systemInternalId }) => systemInternalId),
  );
  return new Map(
    uses.flatMap(({ clientId, systemInternalId }) => {
      const system = systems.get(systemInternalId);
      return system?.vendorOrgNo === orgNo && !system.isDeleted ? [[clientId, system] as const] : [];
    }),
  );
}

/** Reads an own system, deleted ones too. @throws BareError 401, 403 for strangers · ProblemError 404 */
export async function readOwnSystem(context: Context, systemId: string): Promise<RegisteredSystem> {
  const system = await findSystem(context.db, { systemId });
  if (!system) throw statusProblem(404);
  await assertVendor(context, system.vendorOrgNo);
  return system;
}
