import { createHash } from 'node:crypto';
import { count } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { rememberPerEra } from '../../context/world.ts';
import { assertVendor } from '../../register/assert-vendor.ts';
import { lastChangeOf } from '../../systemusers/stream-system-users.ts';
import { missingOf, readNeedsOf } from './missing.ts';

type Counted = { readonly stamp: string; readonly missing: number };

const VENDORS_MAX = 1000;

const countedIn = rememberPerEra<Db['tables'], Map<string, Counted>>(() => new Map());

/**
 * Counts a vendor's customers that miss something. With very many customers that takes long, so the number is remembered
 * until any system user, or anything that the vendor's systems need, has changed.
 * @throws BareError 401, 403
 */
export async function countMissing(
  context: Context,
  { vendorOrgNo }: { readonly vendorOrgNo: string },
): Promise<number> {
  const { db } = context;
  await assertVendor(context, vendorOrgNo);
  const needs = await readNeedsOf(db, vendorOrgNo);
  const stamp = `${await lastChangeOf(db)} ${createHash('sha256').update(needs).digest('base64')}`;
  const known = countedIn(db.tables);
  const before = known.get(vendorOrgNo);
  if (before?.stamp === stamp) return before.missing;
  const query = missingOf(context, needs);
  const [row] = await db.with(query).select({ missing: count() }).from(query);
  const missing = row?.missing ?? 0;
  if (known.size >= VENDORS_MAX) known.clear();
  known.set(vendorOrgNo, { stamp, missing });
  return missing;
}
