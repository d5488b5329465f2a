import { and, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { contains, holds, isAfter } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../kernel/pages.ts';
import { orgNosLike } from '../parties/find-party.ts';
import { assertOwner, RESOURCE_WRITE } from './assert-owner.ts';
import { findPolicy } from './find-policy.ts';
import { findResource } from './find-resource.ts';
import { APP_ATTRIBUTE, authorizationReferenceOf, type LanguageTexts, PACKAGE_ATTRIBUTE, parseAppId } from './model.ts';
import { ownerOrgNoOf } from './store-resource.ts';

/** A system that may ask for a resource: by name, or through a package that its policy lets in. */
type AskingSystem = {
  readonly systemId: string;
  readonly name: LanguageTexts;
  readonly vendorName: string;
  readonly by: 'right' | 'package';
};

/** A live system user that has been given a resource by name; those that reach it through packages are not listed. */
type Holder = {
  readonly id: string;
  readonly systemName: LanguageTexts;
  readonly partyOrgNo: string;
  readonly partyName: string;
  readonly actions: readonly string[];
  readonly createdAt: Date;
  readonly lastTokenAt: Date | null;
};

/** Who depends on a resource: systems by their id, system users with what was given last first. */
export type ResourceUsage = { readonly systems: PageOf<AskingSystem>; readonly systemUsers: PageOf<Holder> };

/** What is sought among those who depend on a resource, and where each list goes on. */
export type UsageQuery = PageQuery & { readonly afterSystem?: string | undefined };

/** Tells an owner which systems ask for a resource and which system users hold it. @throws BareError 401, 403 · ProblemError 404 */
export async function readResourceUsage(
  context: Context,
  identifier: string,
  { query = '', after, afterSystem = '' }: UsageQuery = {},
): Promise<ResourceUsage> {
  const resource = await findResource(context.db, identifier);
  if (!resource) throw statusProblem(404);
  await assertOwner(context, await ownerOrgNoOf(context.db, resource.hasCompetentAuthority), RESOURCE_WRITE);
  const systems = (await systemsFor(context.db, identifier)).filter(({ systemId, name, vendorName }) =>
    [systemId, vendorName, ...Object.values(name)].some((text) => text?.toLowerCase().includes(query.toLowerCase())),
  );
  const shown = systems.filter(({ systemId }) => systemId > afterSystem).slice(0, ROWS_PER_PAGE + 1);
  return {
    systems: toPage(shown, systems.length, ({ systemId }) => systemId),
    systemUsers: await holdersOf(context.db, identifier, { query, after }),
  };
}

async function systemsFor(db: Db, identifier: string): Promise<readonly AskingSystem[]> {
  const { parties, systems } = db.tables;
  const packages = await packagesFor(db, identifier);
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
    .where(and(eq(systems.isDeleted, false), mayAskFor(db, identifier, packages)));
  return rows
    .flatMap(({ systemId, name, rights, accessPackages, vendorName, vendorOrgNo }) => {
      const byRight = rights.some(({ resource }) => isAbout(resource, identifier));
      if (!byRight && !accessPackages.some((urn) => packages.has(urn))) return [];
      return [{ systemId, name, vendorName: vendorName ?? vendorOrgNo, by: byRight ? 'right' : 'package' } as const];
    })
    .sort((one, other) => (one.systemId < other.systemId ? -1 : 1));
}

/** A coarse look at what systems ask for, so that most need not be read. */
function mayAskFor(db: Db, identifier: string, packages: ReadonlySet<string>): SQL | undefined {
  const { rights, accessPackages } = db.tables.systems;
  const app = parseAppId(identifier)?.app;
  return or(
    ...[identifier, ...(app ? [app] : [])].map((part) => holds(rights, part)),
    ...[...packages].map((urn) => holds(accessPackages, urn)),
  );
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

async function holdersOf(db: Db, identifier: string, { query, after }: PageQuery): Promise<PageOf<Holder>> {
  const { parties, systems, systemUserRights, systemUsers } = db.tables;
  const { grantedAt, systemUserId } = systemUserRights;
  const of = eq(systemUserRights.resourceId, identifier);
  const sought = and(of, query ? isLike(db, query) : undefined);
  const last = parsePlace(after);
  const rows = await db
    .select({
      id: systemUsers.id,
      systemName: systems.name,
      partyOrgNo: systemUsers.partyOrgNo,
      partyName: parties.name,
      actions: systemUserRights.actions,
      createdAt: grantedAt,
      lastTokenAt: systemUsers.lastTokenAt,
    })
    .from(systemUserRights)
    .innerJoin(systemUsers, eq(systemUsers.id, systemUserId))
    .innerJoin(systems, eq(systems.internalId, systemUsers.systemInternalId))
    .leftJoin(parties, eq(parties.orgNo, systemUsers.partyOrgNo))
    .where(
      and(sought, last && isAfter([grantedAt, systemUserId], [sql`${sql.param(last.at, grantedAt)}`, last.id], true)),
    )
    .orderBy(desc(grantedAt), desc(systemUserId))
    .limit(ROWS_PER_PAGE + 1);
  const holders = rows.map((row) => ({ ...row, partyName: row.partyName ?? row.partyOrgNo }));
  const [counted] = query
    ? await db
        .select({ holders: count() })
        .from(systemUserRights)
        .innerJoin(systemUsers, eq(systemUsers.id, systemUserId))
        .where(sought)
    : [{ holders: await db.$count(systemUserRights, of) }];
  return toPage(holders, counted?.holders ?? 0, ({ createdAt, id }) => `${createdAt.getTime()}-${id}`);
}

/** Where a page ended, as its `next` says it; the row itself may be gone since. */
function parsePlace(after = ''): { readonly at: Date; readonly id: string } | undefined {
  const [, at, id] = /^([0-9]{1,15})-(.+)$/.exec(after) ?? [];
  return at && id ? { at: new Date(Number(at)), id } : undefined;
}

/** The condition on system users to have a customer or a system that a search finds. */
function isLike(db: Db, query: string): SQL | undefined {
  const { systems, systemUsers } = db.tables;
  const found = db.select({ id: systems.internalId }).from(systems).where(contains(systems.systemId, query));
  return or(inArray(systemUsers.partyOrgNo, orgNosLike(db, query)), inArray(systemUsers.systemInternalId, found));
}
