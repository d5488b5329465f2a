import type { Db } from '#db/open.ts';
import type { RegisteredSystem } from '../../register/model.ts';
import { findAccessPackages } from '../../resources/access-packages/find-access-package.ts';

/**
 * Whether an organisation may pick a system on the portal's pages: one that its vendor has made visible, or one of the
 * organisation's own that a standard system user can have all of.
 */
export async function isChoosableBy(db: Db, orgNo: string, system: RegisteredSystem): Promise<boolean> {
  if (system.isDeleted || system.isSuspended) return false;
  if (system.isVisible) return true;
  if (system.vendorOrgNo !== orgNo) return false;
  const catalogue = await findAccessPackages(db, system.accessPackages);
  return system.accessPackages.every((urn) => catalogue.get(urn)?.isAssignable);
}
