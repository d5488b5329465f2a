import type { Db } from '#db/open.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { isSameResource, type RegisteredSystem, type Right, resourceIdsOf } from '../register/model.ts';
import { findAccessPackages } from '../resources/access-packages/find-access-package.ts';
import { parseAppId } from '../resources/model.ts';

const APP_ATTRIBUTES = { org: 'urn:altinn:org', app: 'urn:altinn:app' } as const;

/** What a new system user would get. `undefined` is a list that the vendor left out. */
export type Contents = {
  readonly rights: readonly Right[] | undefined;
  readonly accessPackages: readonly string[] | undefined;
};

/**
 * Refuses contents that the system, as it is now, may not ask for.
 * @throws ProblemError standard: AUTH-00001 (both lists left out, or a right that is not the system's), AUTH-00059 (both
 * empty), AUTH-00063, AUTH-00064; agent: AUTH-00058, AUTH-00063, AUTH-00065.
 * @see altinn-api.md §8.3
 */
export async function assertContents(
  db: Db,
  system: RegisteredSystem,
  kind: 'standard' | 'agent',
  { rights, accessPackages }: Contents,
): Promise<void> {
  if (kind === 'agent') {
    if (!accessPackages?.length) throw authProblem('AUTH-00058');
    assertPackagesOfSystem(system, accessPackages);
    await assertPackageFlags(db, kind, accessPackages);
    return;
  }
  if (!rights && !accessPackages) throw authProblem('AUTH-00001');
  if (!rights?.length && !accessPackages?.length) throw authProblem('AUTH-00059');
  await assertWithinSystem(db, system, { rights: rights ?? [], accessPackages: accessPackages ?? [] });
}

/**
 * Refuses rights and packages that a standard system user of this system cannot get; empty lists pass.
 * @throws ProblemError AUTH-00001, AUTH-00063, AUTH-00064.
 */
export async function assertWithinSystem(
  db: Db,
  system: RegisteredSystem,
  { rights, accessPackages }: { readonly rights: readonly Right[]; readonly accessPackages: readonly string[] },
): Promise<void> {
  if (rights.length > system.rights.length || !rights.every((right) => isRightOf(system, right))) {
    throw authProblem('AUTH-00001');
  }
  assertPackagesOfSystem(system, accessPackages);
  await assertPackageFlags(db, 'standard', accessPackages);
}

/** The action plays no part: a right is the system's when exactly the same set of pairs is. */
function isRightOf(system: RegisteredSystem, right: Right): boolean {
  return right.resource.length > 0 && system.rights.some((own) => isSameResource(own, right));
}

function assertPackagesOfSystem(system: RegisteredSystem, urns: readonly string[]): void {
  const missing = urns.filter((urn) => !system.accessPackages.includes(urn));
  if (missing.length > 0) throw authProblem('AUTH-00063', { NotFoundPackages: missing.join(', ') });
  if (urns.length > system.accessPackages.length) throw authProblem('AUTH-00063');
}

async function assertPackageFlags(db: Db, kind: 'standard' | 'agent', urns: readonly string[]): Promise<void> {
  const catalogue = await findAccessPackages(db, urns);
  const refused = urns.filter((urn) => {
    const found = catalogue.get(urn);
    return !(kind === 'agent' ? found?.isDelegable : found?.isAssignable);
  });
  if (refused.length === 0) return;
  throw authProblem(kind === 'agent' ? 'AUTH-00065' : 'AUTH-00064', { NotDelegablePackages: refused.join(', ') });
}

/**
 * The registry's ids of the resources that the rights name, each once; an app in the old form of org and app counts as
 * `app_<org>_<app>`.
 */
export function resourceIdsIn(rights: readonly Right[]): readonly string[] {
  return [...new Set(rights.flatMap((right) => [...resourceIdsOf(right), ...appIdOf(right)]))];
}

function appIdOf(right: Right): readonly string[] {
  const org = right.resource.find((pair) => pair.id === APP_ATTRIBUTES.org)?.value;
  const app = right.resource.find((pair) => pair.id === APP_ATTRIBUTES.app)?.value;
  const id = `app_${org}_${app}`;
  return org && app && parseAppId(id) ? [id] : [];
}
