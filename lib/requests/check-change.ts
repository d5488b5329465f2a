import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { statusProblem } from '../kernel/errors.ts';
import { findSystem } from '../register/find-system.ts';
import type { Right } from '../register/model.ts';
import { delegationsOf } from '../systemusers/delegations.ts';
import { findLiveSystemUser, findSystemUser } from '../systemusers/find-system-user.ts';
import type { SystemUser } from '../systemusers/model.ts';
import { assertVendor } from './assert-vendor.ts';
import { assertWithinSystem, resourceIdsIn } from './contents.ts';
import type { Change } from './create-change-request.ts';
import { REQUEST_WRITE } from './scopes.ts';

/** Which system user: by id, or by the vendor's own triple. */
export type SystemUserKey =
  | { readonly systemUserId: string }
  | { readonly systemId: string; readonly partyOrgNo: string; readonly externalRef: string };

/**
 * Says what part of a change would change anything, and stores nothing: what is not held of the required, what is held
 * of the unwanted.
 * @throws BareError 401, 403 · ProblemError AUTH-00015, 401 for another vendor's, AUTH-00011, AUTH-00001, AUTH-00063,
 * AUTH-00064.
 * @see altinn-api.md §9.3, the removed `vendor/verify`
 */
export async function checkChange(
  context: Context,
  input: { readonly key: SystemUserKey; readonly change: Change },
): Promise<{ readonly systemUser: SystemUser; readonly change: Change }> {
  const vendorOrgNo = await assertVendor(context, REQUEST_WRITE);
  const systemUser = await findByKey(context, input.key);
  if (!systemUser || systemUser.isDeleted || systemUser.userType === 'agent') throw authProblem('AUTH-00015');
  if (systemUser.vendorOrgNo !== vendorOrgNo) throw statusProblem(401);
  const system = await findSystem(context.db, { internalId: systemUser.systemInternalId });
  if (!system || system.isDeleted) throw authProblem('AUTH-00011');
  const { change } = input;
  await assertWithinSystem(context.db, system, {
    rights: change.requiredRights,
    accessPackages: change.requiredAccessPackages,
  });

  const held = await delegationsOf(context.db, systemUser.id);
  const resources = held.rights.map((right) => right.resourceId);
  const isHeld = (right: Right) => resourceIdsIn([right]).every((id) => resources.includes(id));
  return {
    systemUser,
    change: {
      requiredRights: change.requiredRights.filter((right) => !isHeld(right)),
      unwantedRights: change.unwantedRights.filter(isHeld),
      requiredAccessPackages: change.requiredAccessPackages.filter((urn) => !held.packages.includes(urn)),
      unwantedAccessPackages: change.unwantedAccessPackages.filter((urn) => held.packages.includes(urn)),
    },
  };
}

async function findByKey(context: Context, key: SystemUserKey): Promise<SystemUser | undefined> {
  if ('systemUserId' in key) return findSystemUser(context.db, key.systemUserId);
  const system = await findSystem(context.db, { systemId: key.systemId });
  if (!system) return undefined;
  const externalRef = key.externalRef || key.partyOrgNo;
  return findLiveSystemUser(context.db, {
    systemInternalId: system.internalId,
    partyOrgNo: key.partyOrgNo,
    externalRef,
  });
}
