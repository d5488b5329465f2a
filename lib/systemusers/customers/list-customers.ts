import { and, asc, count, eq, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { contains, isAfter } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../../kernel/pages.ts';
import { orgNosLike } from '../../parties/find-party.ts';
import { assertVendor } from '../../register/assert-vendor.ts';
import type { SystemUser } from '../model.ts';
import { selectSystemUser, toSystemUser } from '../store.ts';
import type { Customer } from './model.ts';
import { toCustomers } from './to-customers.ts';

/** Whose customers: a vendor's, or those of one or some of its systems. */
export type CustomersOf = {
  readonly vendorOrgNo: string;
  readonly systemInternalIds?: readonly string[] | undefined;
};

/**
 * Lists the live system users of a vendor's systems, oldest first, a page at a time. A search looks at the customer's
 * name and number and at the reference.
 * @throws BareError 401, 403
 */
export async function listCustomers(
  context: Context,
  { query = '', after, ...of }: CustomersOf & PageQuery,
): Promise<PageOf<Customer>> {
  const { db } = context;
  await assertVendor(context, of.vendorOrgNo);
  const sought = soughtOf(db, of, query);
  const read = await selectFrom(db, sought, { ...of, after, limit: ROWS_PER_PAGE + 1 });
  const page = toPage(read, await db.$count(db.tables.systemUsers, sought), ({ id }) => id);
  return { ...page, rows: await toCustomers(db, page.rows) };
}

/**
 * Lists so many of them after that one, uncounted, and the id after which there may be more; for a file.
 * @throws BareError 401, 403
 */
export async function listCustomersFrom(
  context: Context,
  { query = '', after, limit, ...of }: CustomersOf & PageQuery & { readonly limit: number },
): Promise<{ readonly items: readonly Customer[]; readonly next: string | undefined }> {
  const { db } = context;
  await assertVendor(context, of.vendorOrgNo);
  const users = await selectFrom(db, soughtOf(db, of, query), { ...of, after, limit });
  return { items: await toCustomers(db, users), next: users.length < limit ? undefined : users.at(-1)?.id };
}

/** Counts the live system users of a vendor's systems. @throws BareError 401, 403 */
export async function countCustomers(context: Context, of: CustomersOf): Promise<number> {
  await assertVendor(context, of.vendorOrgNo);
  return context.db.$count(context.db.tables.systemUsers, customersOf(context.db, of));
}

/** Counts them for each of some systems; one without any is missing from the map. @throws BareError 401, 403 */
export async function countCustomersBySystem(
  context: Context,
  of: Required<CustomersOf>,
): Promise<ReadonlyMap<string, number>> {
  const { db } = context;
  await assertVendor(context, of.vendorOrgNo);
  const { systemUsers } = db.tables;
  const rows = await db
    .select({ systemInternalId: systemUsers.systemInternalId, users: count() })
    .from(systemUsers)
    .where(customersOf(db, of))
    .groupBy(systemUsers.systemInternalId);
  return new Map(rows.map(({ systemInternalId, users }) => [systemInternalId, users]));
}

/** Reads those of some system users that are a vendor's customers, oldest first. Trusts its caller. */
export async function findCustomers(
  db: Db,
  vendorOrgNo: string,
  systemUserIds: readonly string[],
): Promise<readonly Customer[]> {
  if (systemUserIds.length === 0) return [];
  const { systemUsers } = db.tables;
  const read = await db
    .select()
    .from(systemUsers)
    .where(and(customersOf(db, { vendorOrgNo }), inArray(systemUsers.id, [...systemUserIds])))
    .orderBy(asc(systemUsers.createdAt), asc(systemUsers.id));
  return toCustomers(db, read.map(toSystemUser));
}

/** The condition on system users to be a live one of a vendor's systems that are not deleted. Trusts its caller. */
function customersOf(db: Db, { vendorOrgNo, systemInternalIds }: CustomersOf): SQL | undefined {
  const { systems, systemUsers } = db.tables;
  const deleted = db
    .select({ internalId: systems.internalId })
    .from(systems)
    .where(and(eq(systems.vendorOrgNo, vendorOrgNo), eq(systems.isDeleted, true)));
  return and(
    eq(systemUsers.vendorOrgNo, vendorOrgNo),
    eq(systemUsers.isDeleted, false),
    notInArray(systemUsers.systemInternalId, deleted),
    systemInternalIds && inArray(systemUsers.systemInternalId, [...systemInternalIds]),
  );
}

function soughtOf(db: Db, of: CustomersOf, query: string): SQL | undefined {
  return and(customersOf(db, of), query === '' ? undefined : isLike(db, query));
}

async function selectFrom(
  db: Db,
  sought: SQL | undefined,
  { vendorOrgNo, after, limit }: CustomersOf & PageQuery & { readonly limit: number },
): Promise<readonly SystemUser[]> {
  const { systemUsers } = db.tables;
  const place = await placeOf(db, vendorOrgNo, after);
  const read = await db
    .select()
    .from(systemUsers)
    .where(and(sought, place && isAfter([systemUsers.createdAt, systemUsers.id], place)))
    .orderBy(asc(systemUsers.createdAt), asc(systemUsers.id))
    .limit(limit);
  return read.map(toSystemUser);
}

/** The condition on system users to be found by a search. */
export function isLike(db: Db, query: string): SQL | undefined {
  const { partyOrgNo, externalRef } = db.tables.systemUsers;
  return or(inArray(partyOrgNo, orgNosLike(db, query)), contains(externalRef, query));
}

/** The place of one of a vendor's system users in the order of lists; `undefined` when there is no such one. */
export async function placeOf(
  db: Db,
  vendorOrgNo: string,
  id: string | undefined,
): Promise<readonly [createdAt: SQL, id: string] | undefined> {
  if (id === undefined) return undefined;
  const { systemUsers } = db.tables;
  const user = await selectSystemUser(db, and(eq(systemUsers.id, id), eq(systemUsers.vendorOrgNo, vendorOrgNo)));
  return user && [sql`${sql.param(user.createdAt, systemUsers.createdAt)}`, user.id];
}
