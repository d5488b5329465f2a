import { and, asc, count, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { contains, isAfter } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../../kernel/pages.ts';
import { orgNosLike } from '../../parties/find-party.ts';
import type { ApiDelegationInput } from './model.ts';

/** One side of delegations: all that an organisation has given, or all that it has got. */
export type Side = { readonly consumerOrgNo: string } | { readonly supplierOrgNo: string };

/** A row of the table, with the API that it belongs to. */
export type DelegationRow = Db['tables']['scopeDelegations']['$inferSelect'] & { readonly api: string };

/** The API that a row belongs to: its resource, or the scope itself where no resource stands for it. */
export function apiOf(db: Db): SQL<string> {
  const { resourceId, scope } = db.tables.scopeDelegations;
  return sql<string>`case when ${resourceId} = '' then ${scope} else ${resourceId} end`;
}

/**
 * The APIs of one side, by the other side's name, a page at a time. A search looks at the other side's name and number, and
 * at the scopes.
 * @param apis those that the words of the search name otherwise
 */
export async function selectApiPairs(
  db: Db,
  side: Side,
  { query = '', after, apis }: PageQuery & { readonly apis: readonly string[] },
): Promise<PageOf<ApiDelegationInput>> {
  const { parties, scopeDelegations } = db.tables;
  const other = 'consumerOrgNo' in side ? scopeDelegations.supplierOrgNo : scopeDelegations.consumerOrgNo;
  const api = apiOf(db);
  const name = sql<string>`coalesce(${parties.searchName}, ${other})`;
  const id = sql<string>`${other} || ' ' || ${api}`;
  const sought = and(
    isOf(db, side),
    query === ''
      ? undefined
      : or(inArray(other, orgNosLike(db, query)), contains(scopeDelegations.scope, query), inArray(api, [...apis])),
  );
  const place = after === undefined ? undefined : isAfter([name, id], [sql`${await nameOf(db, after)}`, after]);
  const read = await db
    .select({ other, api })
    .from(scopeDelegations)
    .leftJoin(parties, eq(parties.orgNo, other))
    .where(and(sought, place))
    .groupBy(other, api, name)
    .orderBy(asc(name), asc(id))
    .limit(ROWS_PER_PAGE + 1);
  const page = toPage(read, await countDistinct(db, sought), (row) => `${row.other} ${row.api}`);
  return {
    ...page,
    rows: page.rows.map((row) =>
      'consumerOrgNo' in side
        ? { consumerOrgNo: side.consumerOrgNo, supplierOrgNo: row.other, api: row.api }
        : { consumerOrgNo: row.other, supplierOrgNo: side.supplierOrgNo, api: row.api },
    ),
  };
}

/** The rows of those APIs, oldest first. */
export async function selectRowsOf(db: Db, pairs: readonly ApiDelegationInput[]): Promise<readonly DelegationRow[]> {
  if (pairs.length === 0) return [];
  const { scopeDelegations } = db.tables;
  const read = await db
    .select({ row: scopeDelegations, api: apiOf(db) })
    .from(scopeDelegations)
    .where(
      or(
        ...pairs.map(({ consumerOrgNo, supplierOrgNo, api }) =>
          and(
            eq(scopeDelegations.consumerOrgNo, consumerOrgNo),
            eq(scopeDelegations.supplierOrgNo, supplierOrgNo),
            eq(apiOf(db), api),
          ),
        ),
      ),
    )
    .orderBy(asc(scopeDelegations.createdAt), asc(scopeDelegations.scope));
  return read.map(({ row, api }) => ({ ...row, api }));
}

async function countDistinct(db: Db, condition: SQL | undefined): Promise<number> {
  const { scopeDelegations } = db.tables;
  const { consumerOrgNo, supplierOrgNo } = scopeDelegations;
  const all = db
    .selectDistinct({ consumerOrgNo, supplierOrgNo, api: apiOf(db).as('api') })
    .from(scopeDelegations)
    .where(condition)
    .as('all_pairs');
  const [counted] = await db.select({ total: count() }).from(all);
  return counted?.total ?? 0;
}

function isOf(db: Db, side: Side): SQL {
  const { consumerOrgNo, supplierOrgNo } = db.tables.scopeDelegations;
  return 'consumerOrgNo' in side ? eq(consumerOrgNo, side.consumerOrgNo) : eq(supplierOrgNo, side.supplierOrgNo);
}

/** The name that a page ended with; the delegation itself may have ended since. */
async function nameOf(db: Db, after: string): Promise<string> {
  const { parties } = db.tables;
  const [orgNo = ''] = after.split(' ');
  const [party] = await db.select({ name: parties.searchName }).from(parties).where(eq(parties.orgNo, orgNo));
  return party?.name ?? orgNo;
}
