import { callWatch } from '../../http/call-watch.ts';
import { type PageOf, ROWS_PER_PAGE, toPage } from '../../kernel/pages.ts';
import type { Sandbox } from '../open-sandbox.ts';
import type { ListedCall } from './model.ts';
import { type CallFilter, selectCalls } from './store.ts';

/** Lists machine calls that the filter lets through, newest first; `after` is the `next` of the page before. */
export async function listCalls(
  { db }: Sandbox,
  { after, ...filter }: CallFilter & { readonly after?: string | undefined },
): Promise<PageOf<ListedCall>> {
  await callWatch()?.refresh();
  const before = after !== undefined && /^[0-9]{1,15}$/.test(after) ? Number(after) : undefined;
  const { calls, total } = await selectCalls(db, filter, { before, limit: ROWS_PER_PAGE + 1 });
  return toPage(calls, total, ({ id }) => String(id));
}
