import { env } from '../config/env.ts';
import { keyedHash } from '../kernel/secrets.ts';
import type { RegisteredSystem } from '../register/model.ts';
import type { AnyRequest } from './model.ts';

/**
 * A short text that stands for what a person was shown: the request's contents and the system behind it. It travels with
 * the answer, so that an approval counts only for what was on the screen.
 */
export function digestOf(request: AnyRequest, system: RegisteredSystem): string {
  const shown = [
    request.kind,
    request.id,
    request.partyOrgNo,
    request.externalRef,
    request.redirectUrl ?? '',
    contentsOf(request),
    [system.systemId, system.vendorOrgNo, system.name, system.description],
    [system.rights, system.accessPackages],
    [system.isDeleted, system.isSuspended],
  ];
  return keyedHash(env().AUTH_SECRET, 'digest', JSON.stringify(shown));
}

function contentsOf(request: AnyRequest): readonly unknown[] {
  if (request.kind !== 'change') return [request.integrationTitle, request.rights, request.accessPackages];
  return [
    request.systemUserId,
    request.requiredRights,
    request.unwantedRights,
    request.requiredAccessPackages,
    request.unwantedAccessPackages,
  ];
}
