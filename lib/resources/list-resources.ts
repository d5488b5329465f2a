import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { authorizationReferenceOf, type Resource } from './model.ts';
import { newestColumns, toResource } from './store.ts';

/** Lists the newest version of every resource, by id, each with the attributes by which the PDP knows it. */
export async function listResources(
  { db }: { readonly db: Db },
  filter: {
    readonly ownerOrgNo?: string;
    /** Apps made in Altinn Studio; true unless said. */
    readonly includeApps?: boolean;
    /** Apps moved from Altinn 1; false unless said. */
    readonly includeMigratedApps?: boolean;
  } = {},
): Promise<readonly Resource[]> {
  const { resources } = db.tables;
  const rows = await db
    .select(newestColumns(db))
    .from(resources)
    .where(
      and(
        eq(resources.isDeleted, false),
        filter.ownerOrgNo === undefined ? undefined : eq(resources.ownerOrgNo, filter.ownerOrgNo),
      ),
    )
    .orderBy(asc(resources.identifier));
  return rows
    .map(toResource)
    .filter((resource) => filter.includeApps !== false || resource.resourceType !== 'AltinnApp')
    .filter((resource) => filter.includeMigratedApps || resource.resourceType !== 'MigratedApp')
    .map(withAuthorizationReference);
}

/** The resource with the attributes by which the PDP knows it, as lists show it. */
export function withAuthorizationReference(resource: Resource): Resource {
  return { ...resource, authorizationReference: authorizationReferenceOf(resource.identifier) };
}
