import type { Context } from '../../context/context.ts';
import type { PageOf, PageQuery } from '../../kernel/pages.ts';
import { READ_SCOPES } from '../administration/authority.ts';
import { pageAccesses } from './access-store.ts';
import { nameAccesses } from './named-access.ts';
import { assertOwnScope } from './own-scope.ts';
import type { NamedAccess } from './schema.ts';

/**
 * Lists who has access to a scope, or who asks for it, by number, a page at a time. A search looks at name and number.
 * @throws BareError 401, 403 · ProblemError 404 `scope_not_found`
 */
export async function listConsumers(
  context: Context,
  input: PageQuery & { readonly scope: string; readonly state: 'APPROVED' | 'REQUESTED' },
): Promise<PageOf<NamedAccess>> {
  const own = await assertOwnScope(context, input.scope, READ_SCOPES);
  const page = await pageAccesses(context.db, { ...input, scope: own.name });
  return { ...page, rows: await nameAccesses(context.db, page.rows, [own]) };
}
