import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { assertOwner, RESOURCE_WRITE } from './assert-owner.ts';
import { findPolicy } from './find-policy.ts';
import { findResource } from './find-resource.ts';
import { APP_ATTRIBUTE, authorizationReferenceOf, type LanguageTexts, PACKAGE_ATTRIBUTE } from './model.ts';
import { ownerOrgNoOf } from './store-resource.ts';

/** Who depends on a resource. */
export type ResourceUsage = {
  /** Systems that may ask for it: by name, or through a package that its policy lets in. */
  readonly systems: readonly {
    readonly systemId: string;
    readonly name: LanguageTexts;
    readonly vendorName: string;
    readonly by: 'right' | 'package';
  }[];
  /** Live system users that have been given it by name; those that reach it through packages are not listed. */
  readonly systemUsers: readonly {
    readonly id: string;
    readonly systemId: string;
    readonly partyOrgNo: string;
    readonly partyName: string;
    readonly actions: readonly string[];
    readonly createdAt: Date;
    readonly lastTokenAt: Date | null;
  }[];
};

/** Tells an owner which systems ask for a resource and which system users hold it. @throws BareError 401, 403 · ProblemError 404 */
export async function readResourceUsage(context: Context, identifier: string): Promise<ResourceUsage> {
  const resource = await findResource(context.db, identifier);
  if (!resource) throw statusProblem(404);
  await assertOwner(context, await ownerOrgNoOf(context.db, resource.hasCompetentAuthority), RESOURCE_WRITE);
  return {
    systems: await systemsFor(context.db, identifier),
    systemUsers: await holdersOf(context.db, identifier),
  };
}

async function systemsFor(db: Db, identifier: string): Promise<ResourceUsage['systems']> {
  const { parties, systems } = db.tables;
  const rows = await db
    .select({
      systemId: systems.systemId,
      name: systems.name,
      rights: systems.rights,
      accessPackages: systems.accessPackages,
      vendorName: parties.name,
      vendorOrgNo: systems.vendorOrgNo,
    })
    .from(systems)
    .leftJoin(parties, eq(parties.orgNo, systems.vendorOrgNo))
    .where(eq(systems.isDeleted, false))
    .orderBy(asc(systems.systemId));
  const packages = await packagesFor(db, identifier);
  return rows.flatMap(({ systemId, name, rights, accessPackages, vendorName, vendorOrgNo }) => {
    const byRight = rights.some(({ resource }) => isAbout(resource, identifier));
    if (!byRight && !accessPackages.some((urn) => packages.has(urn))) return [];
    return [{ systemId, name, vendorName: vendorName ?? vendorOrgNo, by: byRight ? 'right' : 'package' } as const];
  });
}

/** URNs of the packages that the policy lets in on their own. */
async function packagesFor(db: Db, identifier: string): Promise<ReadonlySet<string>> {
  const policy = await findPolicy(db, identifier);
  const alone = (policy?.rules ?? [])
    .flatMap(({ subjects }) => subjects.filter((matches) => matches.length === 1))
    .flat();
  return new Set(alone.filter(({ id }) => id === PACKAGE_ATTRIBUTE).map(({ id, value }) => `${id}:${value}`));
}

/** Whether a right names the resource by its id, or an app by its organisation and app. */
function isAbout(pairs: readonly { readonly id: string; readonly value: string }[], identifier: string): boolean {
  if (pairs.some(({ value }) => value === identifier)) return true;
  const reference = authorizationReferenceOf(identifier);
  if (!reference.some(({ id }) => id === APP_ATTRIBUTE)) return false;
  return reference.every(({ id, value }) => pairs.some((pair) => pair.id === id && pair.value === value));
}

async function holdersOf(db: Db, identifier: string): Promise<ResourceUsage['systemUsers']> {
  const { parties, systemUserRights, systemUsers } = db.tables;
  const rows = await db
    .select({
      id: systemUsers.id,
      systemId: systemUsers.systemId,
      partyOrgNo: systemUsers.partyOrgNo,
      partyName: parties.name,
      actions: systemUserRights.actions,
      createdAt: systemUserRights.grantedAt,
      lastTokenAt: systemUsers.lastTokenAt,
    })
    .from(systemUserRights)
    .innerJoin(systemUsers, eq(systemUsers.id, systemUserRights.systemUserId))
    .leftJoin(parties, eq(parties.orgNo, systemUsers.partyOrgNo))
    .where(and(eq(systemUserRights.resourceId, identifier), eq(systemUsers.isDeleted, false)))
    .orderBy(asc(parties.searchName), asc(systemUsers.id));
  return rows.map((row) => ({ ...row, partyName: row.partyName ?? row.partyOrgNo }));
}
