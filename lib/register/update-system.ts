import { isUniqueViolation } from '#db/failures.ts';
import type { Context } from '../context/context.ts';
import { toIso6523 } from '../kernel/brands.ts';
import { validationProblem } from '../kernel/errors.ts';
import { recordChange, toChangedSystem } from './change-log.ts';
import { checkClients } from './check-clients.ts';
import { checkAccessPackages, checkRights } from './check-contents.ts';
import { checkRedirectUrls } from './check-redirects.ts';
import { changeSystem, openOwnSystem, systemNotFound } from './open-own-system.ts';
import { registerError } from './problems.ts';
import type { SystemDescription } from './register-system.ts';
import { replaceClients } from './store.ts';

/**
 * Replaces everything a vendor decides about its system; client ids that are no longer listed are free at once.
 * @throws BareError 401, 403, 404 and 400 with a text · ProblemError AUTH.VLD-00012 at once, else every VLD code that applies.
 * @see Altinn system register, PUT vendor/{systemId}
 */
export async function updateSystem(context: Context, systemId: string, description: SystemDescription): Promise<void> {
  const { db, now } = context;
  const own = await openOwnSystem(context, systemId, (system) => {
    if (description.vendorId !== toIso6523(system.vendorOrgNo).ID) throw systemNotFound(systemId);
    if (description.systemId !== systemId) throw validationProblem([registerError('AUTH.VLD-00012')]);
  });
  const redirects = checkRedirectUrls(description.allowedRedirectUrls);
  const { internalId, vendorOrgNo } = own.system;
  const errors = [
    ...redirects.errors,
    ...(await checkRights(db, description.rights)),
    ...(await checkAccessPackages(db, description.accessPackages, description.isVisible)),
    ...(await checkClients(db, { internalId, vendorOrgNo, clientIds: description.clientIds })),
  ];
  if (errors.length > 0) throw validationProblem(errors);

  const { clientIds, redirectResult, vendorId: _vendor, systemId: _id, ...details } = description;
  try {
    await db.transaction(async (tx) => {
      const before = await changeSystem(tx, internalId, {
        ...details,
        allowedRedirectUrls: redirects.urls,
        ...(redirectResult === undefined ? {} : { redirectResult }),
        updatedAt: now,
      });
      await replaceClients(tx, internalId, clientIds);
      const after = { ...before, ...details, clientIds, allowedRedirectUrls: redirects.urls };
      const data = toChangedSystem({ ...after, redirectResult: before.redirectResult });
      await recordChange(tx, context, { ...own, type: 'update', data, before: toChangedSystem(before) });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw validationProblem([registerError('AUTH.VLD-00004')]);
    throw error;
  }
}
