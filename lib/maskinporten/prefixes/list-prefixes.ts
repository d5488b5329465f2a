import type { Context } from '../../context/context.ts';
import { assertAdministrator, assertOperator, READ_SCOPES } from '../administration/authority.ts';
import { namePrefixes } from './named-prefix.ts';
import type { NamedPrefix } from './schema.ts';
import { countPrefixes, selectPrefixes } from './store.ts';

const PAGE_SIZE_MAX = 200;

/** Lists the prefixes in use of the caller's organisation. @throws BareError 401, 403 */
export async function listOwnPrefixes(context: Context): Promise<readonly NamedPrefix[]> {
  const ownerOrgNo = await assertAdministrator(context, READ_SCOPES);
  return namePrefixes(context.db, await selectPrefixes(context.db, { ownerOrgNo, active: true }));
}

/** Lists every prefix in use; open to anybody. */
export async function listOpenPrefixes(context: Context): Promise<readonly NamedPrefix[]> {
  return namePrefixes(context.db, await selectPrefixes(context.db, { active: true }));
}

/**
 * Pages through every prefix, in use or not, for the operator.
 * @param input `page` counts from 0
 * @throws BareError 401, 403
 */
export async function pagePrefixes(context: Context, input: { readonly page: number; readonly size: number }) {
  await assertOperator(context);
  const size = Math.min(Math.max(1, input.size), PAGE_SIZE_MAX);
  const page = Math.max(0, input.page);
  const rows = await selectPrefixes(context.db, {}, { limit: size, offset: page * size });
  return { items: await namePrefixes(context.db, rows), total: await countPrefixes(context.db), page, size };
}
