import { and, asc, count, desc, inArray, or, type SQL, sql } from 'drizzle-orm';
import { contains, isAfter } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import { type PageOf, ROWS_PER_PAGE, toPage } from '../../kernel/pages.ts';
import { orgNosLike } from '../../parties/find-party.ts';
import type { AnyRequest } from '../model.ts';
import { selectChangeRequest, selectChangeRequests, selectRequests, selectSystemUserRequest } from '../store.ts';

/** The tables that requests stand in; a list of requests reads both as one. */
export type RequestTable = Db['tables']['systemUserRequests'] | Db['tables']['changeRequests'];

/** The condition that rows of either table are listed by. */
export type Listed = (table: RequestTable) => SQL | undefined;

/** `sent`: when it was sent. `settled`: when it was answered or else taken back; of one that never was, when it was sent. */
export type Order = { readonly by: 'sent' | 'settled'; readonly descending: boolean };

/** Reads a page of the requests that a condition names. @param last the one where the page before ended */
export async function selectPage(
  db: Db,
  listed: Listed,
  { by, descending, last }: Order & { readonly last: AnyRequest | undefined },
): Promise<PageOf<AnyRequest>> {
  const timeOf = (table: RequestTable) =>
    by === 'sent' ? table.createdAt : sql`coalesce(${table.decidedAt}, ${table.deletedAt}, ${table.createdAt})`;
  const reached: Listed = (table) => {
    if (!last) return listed(table);
    const time = by === 'sent' ? last.createdAt : (last.decidedAt ?? last.deletedAt ?? last.createdAt);
    const place = isAfter([timeOf(table), table.id], [sql`${sql.param(time, table.createdAt)}`, last.id], descending);
    return and(listed(table), place);
  };
  const direction = descending ? desc : asc;
  const found = await ofBothTables(db, (table) =>
    db
      .select({ id: table.id, at: sql`${timeOf(table)}`.mapWith(table.createdAt) })
      .from(table)
      .where(reached(table))
      .orderBy(direction(timeOf(table)), direction(table.id))
      .limit(ROWS_PER_PAGE + 1),
  );
  const sign = descending ? -1 : 1;
  found.sort((one, other) => sign * (one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1)));
  const page = toPage(found.slice(0, ROWS_PER_PAGE + 1), await countListed(db, listed), ({ id }) => id);
  return { ...page, rows: await readInOrder(db, page.rows) };
}

/** Counts the requests that a condition names. */
export async function countListed(db: Db, listed: Listed): Promise<number> {
  const [requests = 0, changes = 0] = await ofBothTables(db, async (table) => [await db.$count(table, listed(table))]);
  return requests + changes;
}

/** Counts the requests that a condition names by organisation; one without any is left out. */
export async function countByParty(db: Db, listed: Listed): Promise<ReadonlyMap<string, number>> {
  const rows = await ofBothTables(db, (table) =>
    db.select({ orgNo: table.partyOrgNo, total: count() }).from(table).where(listed(table)).groupBy(table.partyOrgNo),
  );
  const totals = new Map<string, number>();
  for (const { orgNo, total } of rows) totals.set(orgNo, (totals.get(orgNo) ?? 0) + total);
  return totals;
}

/** Since when the oldest of the requests that a condition names has been there; `undefined` when there is none. */
export async function selectOldest(db: Db, listed: Listed): Promise<Date | undefined> {
  const found = await ofBothTables(db, (table) =>
    db.select({ at: table.createdAt }).from(table).where(listed(table)).orderBy(asc(table.createdAt)).limit(1),
  );
  const [oldest] = found.map(({ at }) => at).sort((one, other) => one.getTime() - other.getTime());
  return oldest;
}

/** Finds a request of whatever kind. */
export async function selectAny(db: Db, id: string): Promise<AnyRequest | undefined> {
  return (await selectSystemUserRequest(db, id)) ?? (await selectChangeRequest(db, id));
}

/** Lists the systems, by internal id, of the requests that a condition names. */
export async function selectSystemsOf(db: Db, listed: Listed): Promise<readonly string[]> {
  const rows = await ofBothTables(db, (table) =>
    db.selectDistinct({ internalId: table.systemInternalId }).from(table).where(listed(table)),
  );
  return [...new Set(rows.map(({ internalId }) => internalId))];
}

/** The condition to be found by the reference, or by the name or number of an organisation that the request names. */
export function isLike(db: Db, table: RequestTable, of: 'partyOrgNo' | 'vendorOrgNo', query: string): SQL | undefined {
  return or(inArray(table[of], orgNosLike(db, query)), contains(table.externalRef, query));
}

/** Reads both tables one after the other: each by an index of its own, where PostgreSQL reads all of a union to sort it. */
async function ofBothTables<Row>(
  { tables }: Db,
  read: (table: RequestTable) => PromiseLike<readonly Row[]>,
): Promise<Row[]> {
  return [...(await read(tables.systemUserRequests)), ...(await read(tables.changeRequests))];
}

async function readInOrder(db: Db, found: readonly { readonly id: string }[]): Promise<readonly AnyRequest[]> {
  const filter = { ids: found.map(({ id }) => id), includeDeleted: true };
  const requests = [...(await selectRequests(db, filter)), ...(await selectChangeRequests(db, filter))];
  const byId = new Map(requests.map((request) => [request.id, request]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}
