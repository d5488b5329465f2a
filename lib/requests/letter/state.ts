import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { ProblemError } from '../../kernel/errors.ts';
import type { RegisteredSystem } from '../../register/model.ts';
import { findResources } from '../../resources/find-resource.ts';
import { findLiveSystemUser } from '../../systemusers/find-system-user.ts';
import type { SystemUser } from '../../systemusers/model.ts';
import { assertContents, assertWithinSystem, resourceIdsIn } from '../contents.ts';
import { type AnyRequest, isTimedOut } from '../model.ts';
import type { LetterState, Obstacle } from './model.ts';

/** What a letter shows by its row and what became of its system user. */
export function letterStateOf(
  request: AnyRequest,
  systemUser: SystemUser | undefined,
  now: Date,
): Exclude<LetterState, 'blocked'> {
  // A vendor that puts away an accepted request does not take the system user with it.
  if (request.status === 'Accepted') return systemUser?.isDeleted ? 'ended' : 'approved';
  if (request.isDeleted) return 'withdrawn';
  switch (request.status) {
    case 'Rejected':
    case 'Denied':
      return 'rejected';
    case 'Timedout':
      return 'expired';
    case 'New':
      return isTimedOut(request, now, env().REQUEST_EXPIRY_DAYS) ? 'expired' : 'waiting';
  }
}

/** Finds what stands in the way of approving a waiting request, whoever approves; the order is that of the refusals. */
export async function findObstacle(
  db: Db,
  given: {
    readonly request: AnyRequest;
    readonly system: RegisteredSystem | undefined;
    readonly systemUser: SystemUser | undefined;
  },
): Promise<Obstacle | undefined> {
  const { request, system, systemUser } = given;
  if (!system || system.isDeleted) return 'system-deleted';
  if (system.isSuspended) return 'system-suspended';
  if (request.kind === 'change' && (!systemUser || systemUser.isDeleted)) return 'system-user-ended';
  if (request.kind !== 'change' && (await findLiveSystemUser(db, request))) return 'exists';
  if (!(await isOfSystem(db, request, system))) return 'not-of-system';
  const wanted = resourceIdsIn(request.kind === 'change' ? request.requiredRights : request.rights);
  const resources = await findResources(db, wanted);
  return wanted.every((id) => resources.get(id)?.delegable) ? undefined : 'service-closed';
}

async function isOfSystem(db: Db, request: AnyRequest, system: RegisteredSystem): Promise<boolean> {
  try {
    if (request.kind !== 'change') await assertContents(db, system, request.kind, request);
    else {
      await assertWithinSystem(db, system, {
        rights: request.requiredRights,
        accessPackages: request.requiredAccessPackages,
      });
    }
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
