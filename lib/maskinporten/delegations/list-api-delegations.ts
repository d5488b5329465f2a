import type { Context } from '../../context/context.ts';
import type { PageOf, PageQuery } from '../../kernel/pages.ts';
import { assertOwnTechnical } from '../../parties/authority.ts';
import { type Side, selectApiPairs } from './api-store.ts';
import { assertMayDelegate } from './authority.ts';
import type { ApiDelegation } from './model.ts';
import { selectSchemaResources } from './store.ts';
import { toApiDelegations } from './to-api-delegations.ts';

/** Lists the APIs that an organisation lets suppliers use, by the supplier's name. @throws BareError 401, 403 */
export async function listGivenApis(
  context: Context,
  { consumerOrgNo, ...query }: { readonly consumerOrgNo: string } & PageQuery,
): Promise<PageOf<ApiDelegation>> {
  await assertMayDelegate(context, consumerOrgNo);
  return listSide(context, { consumerOrgNo }, query);
}

/**
 * Lists the APIs that a supplier may use for its customers, by the customer's name. Who at the customer gave it is left out.
 * @throws BareError 401, 403
 */
export async function listReceivedApis(
  context: Context,
  { supplierOrgNo, ...query }: { readonly supplierOrgNo: string } & PageQuery,
): Promise<PageOf<ApiDelegation>> {
  await assertOwnTechnical(context, supplierOrgNo);
  const page = await listSide(context, { supplierOrgNo }, query);
  return { ...page, rows: page.rows.map((row) => ({ ...row, givenByName: undefined })) };
}

async function listSide({ db }: Context, side: Side, query: PageQuery): Promise<PageOf<ApiDelegation>> {
  const words = query.query?.toLowerCase() ?? '';
  const titled = words === '' ? [] : await selectSchemaResources(db, { withDeleted: true });
  const apis = titled
    .filter(({ title }) => Object.values(title).some((text) => text.toLowerCase().includes(words)))
    .map(({ identifier }) => identifier);
  const page = await selectApiPairs(db, side, { ...query, apis });
  return { ...page, rows: await toApiDelegations(db, page.rows) };
}
