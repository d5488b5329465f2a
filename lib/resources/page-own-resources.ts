import { and, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Context } from '../context/context.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../kernel/pages.ts';
import { assertOwner, RESOURCE_WRITE } from './assert-owner.ts';
import { UNRULED_TYPE } from './model.ts';
import { type OwnResource, selectOwnResources } from './read-own-resource.ts';

/** What a list of resources can be narrowed to: those that have rules, lack them, or need none. */
export const RULE_STATES = ['made', 'missing', 'not-needed'] as const satisfies readonly OwnResource['rules'][];

/**
 * Lists the resources of an owner by id, a page at a time. A search looks at ids and at titles in every language, which
 * are compared here, since SQLite folds the case of ASCII alone; only those on the page are read whole.
 * @throws BareError 401, 403
 */
export async function pageOwnResources(
  context: Context,
  {
    ownerOrgNo,
    rules,
    query = '',
    after = '',
  }: PageQuery & {
    readonly ownerOrgNo: string;
    readonly rules?: OwnResource['rules'] | undefined;
  },
): Promise<PageOf<OwnResource>> {
  await assertOwner(context, ownerOrgNo, RESOURCE_WRITE);
  const { db } = context;
  const found = await idsLike(db, and(isOwn(db, ownerOrgNo), rules && hasRules(db, rules)), query);
  const page = toPage(found.filter((id) => id > after).slice(0, ROWS_PER_PAGE + 1), found.length, (id) => id);
  const read = await selectOwnResources(db, inArray(db.tables.resources.identifier, [...page.rows]));
  const byId = new Map(read.map((own) => [own.resource.identifier, own]));
  return { ...page, rows: page.rows.flatMap((id) => byId.get(id) ?? []) };
}

function isOwn(db: Db, ownerOrgNo: string): SQL | undefined {
  const { resources } = db.tables;
  return and(eq(resources.ownerOrgNo, ownerOrgNo), eq(resources.isDeleted, false));
}

function hasRules(db: Db, state: OwnResource['rules']): SQL | undefined {
  const { resourcePolicies, resources } = db.tables;
  const none = isNull(resourcePolicies.identifier);
  switch (state) {
    case 'made':
      return isNotNull(resourcePolicies.identifier);
    case 'missing':
      return and(none, ne(resources.resourceType, UNRULED_TYPE));
    case 'not-needed':
      return and(none, eq(resources.resourceType, UNRULED_TYPE));
  }
}

async function idsLike(db: Db, condition: SQL | undefined, query: string): Promise<readonly string[]> {
  const { resourcePolicies, resources } = db.tables;
  const { identifier, document } = resources;
  const words = query.toLowerCase();
  const rows = await db
    .select({ identifier, titles: words === '' ? sql<string>`''` : sql<string>`${document} ->> 'title'` })
    .from(resources)
    .leftJoin(resourcePolicies, eq(resourcePolicies.identifier, identifier))
    .where(condition);
  return rows
    .filter(({ identifier, titles }) =>
      [identifier, ...titlesOf(titles)].some((text) => text.toLowerCase().includes(words)),
    )
    .map(({ identifier }) => identifier)
    .sort((one, other) => (one < other ? -1 : 1));
}

function titlesOf(json: string): readonly string[] {
  return json === '' ? [] : Object.values(JSON.parse(json) as Record<string, string>);
}
