import { desc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { withAuthorizationReference } from './list-resources.ts';
import type { LanguageTexts, Resource, ResourceType } from './model.ts';
import { toResource } from './store.ts';

/** What a search asks for; every filter that is given must match. */
export type ResourceSearch = {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly resourceType?: ResourceType | undefined;
  readonly keyword?: string | undefined;
  readonly reference?: string | undefined;
  readonly orgCode?: string | undefined;
  readonly organizationId?: string | undefined;
};

/**
 * Searches all versions of all resources and gives the newest matching version of each, newest first. Apps moved from
 * Altinn 1 are left out, and those made in Altinn Studio unless the search asks for their type or id. Open to everybody.
 * @see altinn-api.md §13.5
 */
export async function searchResources(
  { db }: { readonly db: Db },
  search: ResourceSearch,
): Promise<readonly Resource[]> {
  const { resources, resourceVersions } = db.tables;
  const rows = await db
    .select({ versionId: resourceVersions.versionId, document: resourceVersions.document })
    .from(resourceVersions)
    .innerJoin(resources, eq(resources.identifier, resourceVersions.identifier))
    .where(eq(resources.isDeleted, false))
    .orderBy(desc(resourceVersions.versionId));
  const found = new Map<string, Resource>();
  for (const resource of rows.map(toResource)) {
    if (!found.has(resource.identifier) && matches(resource, search)) found.set(resource.identifier, resource);
  }
  return [...found.values()].map(withAuthorizationReference);
}

function matches(resource: Resource, search: ResourceSearch): boolean {
  const owner = resource.hasCompetentAuthority;
  return (
    resource.resourceType !== 'MigratedApp' &&
    (resource.resourceType !== 'AltinnApp' || Boolean(search.resourceType || search.id)) &&
    (!search.id || contains(resource.identifier, search.id)) &&
    (!search.title || inAnyLanguage(resource.title, search.title)) &&
    (!search.description || inAnyLanguage(resource.description, search.description)) &&
    (!search.resourceType || resource.resourceType === search.resourceType) &&
    (!search.keyword || (resource.keywords ?? []).some(({ word }) => contains(word, search.keyword))) &&
    (!search.reference ||
      (resource.resourceReferences ?? []).some(({ reference }) => contains(reference, search.reference))) &&
    (!search.orgCode || same(owner.orgcode, search.orgCode)) &&
    (!search.organizationId || same(owner.organization, search.organizationId))
  );
}

function inAnyLanguage(texts: LanguageTexts, wanted: string): boolean {
  return Object.values(texts).some((text) => contains(text, wanted));
}

function contains(text: string, wanted = ''): boolean {
  return text.toLowerCase().includes(wanted.toLowerCase());
}

function same(text: string | undefined, wanted: string): boolean {
  return text?.toLowerCase() === wanted.toLowerCase();
}
