import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { listAccessPackages } from './list-access-packages.ts';
import { listGroups } from './list-groups.ts';
import { type AccessPackage, codeOf, textIn } from './model.ts';

/** A package that a search found, with where and how well. */
export type FoundPackage = {
  readonly package: AccessPackage;
  readonly score: number;
  readonly fields: readonly { readonly field: string; readonly value: string; readonly score: number }[];
};

/** What a match in a field is worth; a title that starts with the term counts double. */
const WEIGHTS = { name: 3, urn: 2, description: 1, resource: 1 } as const;

/**
 * Searches the catalogue in one language; no term finds everything. Best first, then by name. Open to everybody.
 * @param search.ownerOrgCode only packages that open a resource of this owner
 * @param search.type `organization` or `person`; both unless said
 */
export async function searchAccessPackages(
  { db }: { readonly db: Db },
  search: {
    readonly term: string;
    readonly language: string;
    readonly ownerOrgCode?: string | undefined;
    readonly type?: string | undefined;
    readonly searchInResources: boolean;
  },
): Promise<readonly FoundPackage[]> {
  const groups = await listGroups({ db });
  const titles = await resourceTitles(db, search);
  const term = search.term.trim().toLowerCase();
  return (await listAccessPackages(db))
    .filter(({ area }) => !search.type || groups.find((group) => group.id === area.groupId)?.type === search.type)
    .filter(({ urn }) => !search.ownerOrgCode || titles.has(urn))
    .map((found) => scored(found, term, { language: search.language, titles: titles.get(found.urn) ?? [] }))
    .filter(({ score }) => term === '' || score > 0)
    .sort(
      (a, b) => b.score - a.score || textIn(a.package.name, 'nb').localeCompare(textIn(b.package.name, 'nb'), 'nb'),
    );
}

function scored(
  found: AccessPackage,
  term: string,
  { language, titles }: { readonly language: string; readonly titles: readonly string[] },
): FoundPackage {
  const texts = [
    { field: 'name', value: textIn(found.name, language), weight: WEIGHTS.name },
    { field: 'urn', value: codeOf(found.urn), weight: WEIGHTS.urn },
    { field: 'description', value: textIn(found.description, language), weight: WEIGHTS.description },
    ...titles.map((value) => ({ field: 'resource', value, weight: WEIGHTS.resource })),
  ];
  const fields =
    term === ''
      ? []
      : texts
          .filter(({ value }) => value.toLowerCase().includes(term))
          .map(({ field, value, weight }) => ({
            field,
            value,
            score: value.toLowerCase().startsWith(term) ? weight * 2 : weight,
          }));
  return { package: found, score: fields.reduce((total, { score }) => total + score, 0), fields };
}

/** Titles of the resources that each package opens; read only when the search needs them. */
async function resourceTitles(
  db: Db,
  search: {
    readonly ownerOrgCode?: string | undefined;
    readonly searchInResources: boolean;
    readonly language: string;
  },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const titles = new Map<string, string[]>();
  if (!search.ownerOrgCode && !search.searchInResources) return titles;
  const { policySubjects, resources } = db.tables;
  const urns = (await listAccessPackages(db)).map((found) => found.urn);
  if (urns.length === 0) return titles;
  const rows = await db
    .select({ urn: policySubjects.subjectUrn, document: resources.document })
    .from(policySubjects)
    .innerJoin(resources, eq(resources.identifier, policySubjects.identifier))
    .where(
      and(
        eq(policySubjects.isDeleted, false),
        eq(resources.isDeleted, false),
        inArray(policySubjects.subjectUrn, urns),
        search.ownerOrgCode ? eq(resources.ownerOrgCode, search.ownerOrgCode.toLowerCase()) : undefined,
      ),
    );
  for (const { urn, document } of rows) {
    const title = textIn((document.title ?? {}) as Record<string, string>, search.language);
    titles.set(urn, [...(titles.get(urn) ?? []), ...(search.searchInResources ? [title] : [])]);
  }
  return titles;
}
