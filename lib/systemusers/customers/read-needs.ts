import type { Db } from '#db/open.ts';
import { type RegisteredSystem, resourceIdsOf } from '../../register/model.ts';
import { findAccessPackages } from '../../resources/access-packages/find-access-package.ts';
import type { SystemUserType } from '../model.ts';
import type { Needs } from './model.ts';

type Contents = Pick<RegisteredSystem, 'rights' | 'accessPackages'>;

/**
 * Reads the catalogue for some systems, and says what one of them needs of a system user: standard ones take rights and
 * assignable packages, agents the delegable packages alone.
 */
export async function readNeeds(
  db: Db,
  systems: readonly Contents[],
): Promise<(userType: SystemUserType, system: Contents) => Needs> {
  const catalogue = await findAccessPackages(
    db,
    systems.flatMap(({ accessPackages }) => accessPackages),
  );
  return (userType, { rights, accessPackages }) =>
    userType === 'agent'
      ? { rights: [], packages: accessPackages.filter((urn) => catalogue.get(urn)?.isDelegable) }
      : {
          rights: [...new Set(rights.flatMap(resourceIdsOf))],
          packages: accessPackages.filter((urn) => catalogue.get(urn)?.isAssignable),
        };
}
