import type { Db } from '#db/open.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findSystem } from '../../register/find-system.ts';
import type { RegisteredSystem } from '../../register/model.ts';
import { findAccessPackages } from '../../resources/access-packages/find-access-package.ts';
import type { AccessPackage } from '../../resources/access-packages/model.ts';
import { findResources } from '../../resources/find-resource.ts';
import type { Resource } from '../../resources/model.ts';

/** Services and packages with the registry's words; unknown ones have only their id. */
export type FrontContents = {
  readonly resources: readonly { readonly id: string; readonly resource: Resource | undefined }[];
  readonly accessPackages: readonly { readonly urn: string; readonly accessPackage: AccessPackage | undefined }[];
};

/** A system with the name of its vendor. */
export type FrontSystem = { readonly system: RegisteredSystem; readonly vendorName: string };

/** Looks up the words for services and packages, in the order given. */
export async function frontContentsOf(
  db: Db,
  ids: { readonly resourceIds: readonly string[]; readonly packageUrns: readonly string[] },
): Promise<FrontContents> {
  const resources = await findResources(db, ids.resourceIds);
  const packages = await findAccessPackages(db, ids.packageUrns);
  return {
    resources: ids.resourceIds.map((id) => ({ id, resource: resources.get(id) })),
    accessPackages: ids.packageUrns.map((urn) => ({ urn, accessPackage: packages.get(urn) })),
  };
}

/** Finds a system with the name of its vendor, deleted ones too. */
export async function frontSystemOf(
  db: Db,
  key: { readonly internalId: string } | { readonly systemId: string },
): Promise<FrontSystem | undefined> {
  const system = await findSystem(db, key);
  return system && (await withVendorNames(db, [system]))[0];
}

/** Adds the names of their vendors to systems; one that the register does not know is called by its number. */
export async function withVendorNames(db: Db, systems: readonly RegisteredSystem[]): Promise<readonly FrontSystem[]> {
  const names = await findOrganisationNames(
    db,
    systems.map(({ vendorOrgNo }) => vendorOrgNo),
  );
  return systems.map((system) => ({ system, vendorName: names.get(system.vendorOrgNo) ?? system.vendorOrgNo }));
}
