import type { Context } from '../context/context.ts';
import { validationProblem } from '../kernel/errors.ts';
import { recordChange, toChangedPackages, toChangedRights } from './change-log.ts';
import { checkAccessPackages, checkRights } from './check-contents.ts';
import type { Right } from './model.ts';
import { changeSystem, openOwnSystem } from './open-own-system.ts';

/**
 * Replaces a system's whole list of rights. System users keep what they have: only a change request gives them more.
 * @throws BareError 401, 403, 404 and 400 with a text · ProblemError with VLD codes 3, 6, 9, 17.
 */
export async function updateRights(context: Context, systemId: string, rights: readonly Right[]): Promise<void> {
  const own = await openOwnSystem(context, systemId);
  const errors = await checkRights(context.db, rights);
  if (errors.length > 0) throw validationProblem(errors);
  await context.db.transaction(async (tx) => {
    const before = await changeSystem(tx, own.system.internalId, { rights, updatedAt: context.now });
    const data = toChangedRights(rights);
    await recordChange(tx, context, { ...own, type: 'rightsupdate', data, before: toChangedRights(before.rights) });
  });
}

/**
 * Replaces a system's whole list of access packages; system users keep what they have.
 * @throws BareError 401, 403, 404 and 400 with a text · ProblemError with VLD codes 7, 8, 18.
 */
export async function updateAccessPackages(
  context: Context,
  systemId: string,
  accessPackages: readonly string[],
): Promise<void> {
  const own = await openOwnSystem(context, systemId);
  await context.db.transaction(async (tx) => {
    const before = await changeSystem(tx, own.system.internalId, { accessPackages, updatedAt: context.now });
    const errors = await checkAccessPackages(tx, accessPackages, before.isVisible);
    if (errors.length > 0) throw validationProblem(errors);
    await recordChange(tx, context, {
      ...own,
      type: 'accesspackageupdate',
      data: toChangedPackages(accessPackages),
      before: toChangedPackages(before.accessPackages),
    });
  });
}
