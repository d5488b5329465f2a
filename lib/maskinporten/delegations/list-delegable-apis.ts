import type { Context } from '../../context/context.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../../kernel/pages.ts';
import { assertMayDelegate } from './authority.ts';
import { findApis } from './find-apis.ts';
import type { DelegableApi } from './model.ts';

/**
 * Finds APIs that an organisation can delegate, by words of their title, owner, id or scopes, in the order of their ids.
 * Names are compared here, since SQLite folds the case of ASCII alone.
 * @throws BareError 401, 403
 */
export async function listDelegableApis(
  context: Context,
  { consumerOrgNo, query = '', after = '' }: { readonly consumerOrgNo: string } & PageQuery,
): Promise<PageOf<DelegableApi>> {
  await assertMayDelegate(context, consumerOrgNo);
  const words = query.toLowerCase();
  const found = (await findApis(context.db))
    .filter(({ isVisible }) => isVisible)
    .filter((api) => wordsOf(api).some((text) => text.toLowerCase().includes(words)));
  const ahead = found.filter(({ resourceId }) => resourceId > after);
  return toPage(ahead.slice(0, ROWS_PER_PAGE + 1), found.length, ({ resourceId }) => resourceId);
}

function wordsOf({ resourceId, title, owner, scopes }: DelegableApi): readonly string[] {
  return [resourceId, owner.name, ...Object.values(title), ...scopes.map(({ name }) => name)];
}
