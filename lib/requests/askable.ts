import type { Context } from '../context/context.ts';
import { type RegisteredSystem, resourceIdsOf } from '../register/model.ts';
import { findAccessPackages } from '../resources/access-packages/find-access-package.ts';
import type { AccessPackage } from '../resources/access-packages/model.ts';
import { findResources } from '../resources/find-resource.ts';
import type { Resource } from '../resources/model.ts';

/** What a system can ask a customer for. */
export type Askable = { readonly resources: readonly Resource[]; readonly packages: readonly AccessPackage[] };

/** Finds what a system can ask for, of all that it is registered with: for clients only packages that can be passed on to them. */
export async function findAskable(
  db: Context['db'],
  system: RegisteredSystem,
  kind: 'standard' | 'agent',
): Promise<Askable> {
  const packages = [...(await findAccessPackages(db, system.accessPackages)).values()];
  if (kind === 'agent') return { resources: [], packages: packages.filter(({ isDelegable }) => isDelegable) };
  return {
    resources: [...(await findResources(db, system.rights.flatMap(resourceIdsOf))).values()],
    packages: packages.filter(({ isAssignable }) => isAssignable),
  };
}
