import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../../context/context.ts';
import { parseUuid } from '../../kernel/brands.ts';
import { bindingProblem, statusProblem } from '../../kernel/errors.ts';
import { findAccessPackage } from './find-access-package.ts';
import { listAccessPackages } from './list-access-packages.ts';
import { listAreas, listGroups } from './list-groups.ts';
import { type AccessPackage, type PackageArea, type PackageGroup, toPackageUrn } from './model.ts';

/** The whole catalogue; every read of it is open to everybody. */
export type Catalogue = {
  readonly groups: readonly PackageGroup[];
  readonly areas: readonly PackageArea[];
  readonly packages: readonly AccessPackage[];
};

/** What a package is shown with, beside what it says of itself. */
export type PackageSurroundings = {
  readonly groups: readonly PackageGroup[];
  /** By package URN. */
  readonly resources: ReadonlyMap<string, readonly PackageResource[]>;
};

/** A resource that a package opens, as the catalogue shows it. */
export type PackageResource = { readonly identifier: string; readonly document: Readonly<Record<string, unknown>> };

/** Reads the whole catalogue. */
export async function readCatalogue(context: Context): Promise<Catalogue> {
  return {
    groups: await listGroups(context),
    areas: await listAreas(context),
    packages: await listAccessPackages(context.db),
  };
}

/** Reads a package by URN, `:code` or code. @throws ProblemError 404 */
export async function readPackageByUrn(context: Context, text: string): Promise<AccessPackage> {
  const found = await findAccessPackage(context.db, toPackageUrn(text));
  if (!found) throw statusProblem(404);
  return found;
}

/** Reads a package by its id. @throws ProblemError 404, 400 when the id is no UUID */
export async function readPackage(context: Context, id: string): Promise<AccessPackage> {
  const found = await findAccessPackage(context.db, { id: readId(id) });
  if (!found) throw statusProblem(404);
  return found;
}

/** Reads a group with its areas. @throws ProblemError 404, 400 when the id is no UUID */
export async function readGroup(
  context: Context,
  id: string,
): Promise<{ readonly group: PackageGroup; readonly areas: readonly PackageArea[] }> {
  const wanted = readId(id);
  const group = (await listGroups(context)).find((candidate) => candidate.id === wanted);
  if (!group) throw statusProblem(404);
  return { group, areas: (await listAreas(context)).filter((area) => area.groupId === wanted) };
}

/** Reads an area with its packages. @throws ProblemError 404, 400 when the id is no UUID */
export async function readArea(
  context: Context,
  id: string,
): Promise<{ readonly area: PackageArea; readonly packages: readonly AccessPackage[] }> {
  const wanted = readId(id);
  const area = (await listAreas(context)).find((candidate) => candidate.id === wanted);
  if (!area) throw statusProblem(404);
  return { area, packages: (await listAccessPackages(context.db)).filter((found) => found.area.id === wanted) };
}

/** Lists the resources whose policies name the package. @throws ProblemError 404, 400 when the id is no UUID */
export async function readPackageResources(context: Context, id: string): Promise<readonly PackageResource[]> {
  const { urn } = await readPackage(context, id);
  return (await resourcesOfPackages(context, [urn])).get(urn) ?? [];
}

/** Reads what packages are shown with. */
export async function readSurroundings(
  context: Context,
  packages: readonly AccessPackage[],
): Promise<PackageSurroundings> {
  const urns = packages.map(({ urn }) => urn);
  return { groups: await listGroups(context), resources: await resourcesOfPackages(context, urns) };
}

async function resourcesOfPackages(
  { db }: Context,
  urns: readonly string[],
): Promise<PackageSurroundings['resources']> {
  const { policySubjects, resources } = db.tables;
  const rows = await db
    .select({ urn: policySubjects.subjectUrn, identifier: resources.identifier, document: resources.document })
    .from(policySubjects)
    .innerJoin(resources, eq(resources.identifier, policySubjects.identifier))
    .where(
      and(
        inArray(policySubjects.subjectUrn, [...urns]),
        eq(policySubjects.isDeleted, false),
        eq(resources.isDeleted, false),
      ),
    )
    .orderBy(asc(resources.identifier));
  return Map.groupBy(rows, ({ urn }) => urn);
}

function readId(text: string): string {
  const id = parseUuid(text);
  if (!id) throw bindingProblem({ id: [`The value '${text}' is not valid.`] });
  return id;
}
