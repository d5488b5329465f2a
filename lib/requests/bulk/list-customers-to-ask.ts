import { and, asc, eq, sql } from 'drizzle-orm';
import { isAfter } from '#db/conditions.ts';
import type { Context } from '../../context/context.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../../kernel/pages.ts';
import { assertVendor } from '../../register/assert-vendor.ts';
import { findCustomers, isLike, placeOf } from '../../systemusers/customers/list-customers.ts';
import { missingOf, readNeedsOf } from './missing.ts';
import { type CustomerToAsk, JOB_CUSTOMERS_MAX, type MissingCount } from './model.ts';
import { isLacking, whatToAsk } from './what-to-ask.ts';

type Vendor = { readonly vendorOrgNo: string };

/**
 * Lists the customers of a vendor that miss something, oldest first, a page at a time, with what there is to ask each
 * for; and counts them all. Both come of one query, since the comparing is what takes time.
 * @throws BareError 401, 403
 */
export async function listCustomersToAsk(
  context: Context,
  { vendorOrgNo, query = '', after }: Vendor & PageQuery,
): Promise<PageOf<CustomerToAsk> & { readonly missing: MissingCount }> {
  const { db, now } = context;
  await assertVendor(context, vendorOrgNo);
  const missing = missingOf(context, await readNeedsOf(db, vendorOrgNo), query === '' ? undefined : isLike(db, query));
  const counts = countsOf(context, missing);
  const place = await placeOf(db, vendorOrgNo, after);
  const read = await db
    .with(missing, counts)
    .select({ all: counts.all, canBeAsked: counts.canBeAsked, found: counts.found, id: missing.id })
    .from(counts)
    .leftJoin(missing, and(eq(missing.isFound, 1), place && isAfter([missing.createdAt, missing.id], place)))
    .orderBy(asc(missing.createdAt), asc(missing.id))
    .limit(ROWS_PER_PAGE + 1);
  const [first = { all: 0, canBeAsked: 0, found: 0 }] = read;
  const { rows, ...page } = toPage(
    read.flatMap(({ id }) => id ?? []),
    first.found,
    (id) => id,
  );
  return {
    ...page,
    rows: await whatToAsk(db, await findCustomers(db, vendorOrgNo, rows), now),
    missing: first,
  };
}

/**
 * Reads customers of a vendor that can be asked for something: those that were chosen, or `all`, which are as many of
 * the oldest as one job takes.
 * @throws BareError 401, 403
 */
export async function readCustomersToAsk(
  context: Context,
  { vendorOrgNo, systemUserIds }: Vendor & { readonly systemUserIds: readonly string[] | 'all' },
): Promise<readonly CustomerToAsk[]> {
  const { db, now } = context;
  await assertVendor(context, vendorOrgNo);
  const ids = systemUserIds === 'all' ? await oldestAskable(context, vendorOrgNo) : systemUserIds;
  const rows = await whatToAsk(db, await findCustomers(db, vendorOrgNo, ids), now);
  return rows.filter(({ toAsk }) => isLacking(toAsk));
}

async function oldestAskable(context: Context, vendorOrgNo: string): Promise<readonly string[]> {
  const { db } = context;
  const missing = missingOf(context, await readNeedsOf(db, vendorOrgNo));
  const rows = await db
    .with(missing)
    .select({ id: missing.id })
    .from(missing)
    .where(eq(missing.canBeAsked, 1))
    .orderBy(asc(missing.createdAt), asc(missing.id))
    .limit(JOB_CUSTOMERS_MAX);
  return rows.map(({ id }) => id);
}

function countsOf({ db }: Context, missing: ReturnType<typeof missingOf>) {
  const sum = (column: typeof missing.isFound | typeof missing.canBeAsked) =>
    sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);
  return db.$with('counts').as(
    db
      .select({
        all: sql<number>`count(*)`.mapWith(Number).as('all_missing'),
        canBeAsked: sum(missing.canBeAsked).as('askable'),
        found: sum(missing.isFound).as('found'),
      })
      .from(missing),
  );
}
