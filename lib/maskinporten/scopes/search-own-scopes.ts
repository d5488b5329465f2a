import type { Context } from '../../context/context.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../../kernel/pages.ts';
import { assertAdministrator, READ_SCOPES } from '../administration/authority.ts';
import { type ScopeConsumers, withConsumers } from './count-consumers.ts';
import { selectScopes } from './store.ts';

/** What a list of scopes can be narrowed to: those that somebody waits for, that are in use, or no longer. */
export const SCOPE_STATES = ['asked', 'active', 'inactive'] as const;
export type ScopeState = (typeof SCOPE_STATES)[number];

/**
 * Lists the scopes of the caller's organisation by name with who uses them, a page at a time. A search looks at names and
 * at descriptions in every language.
 * @throws BareError 401, 403
 */
export async function searchOwnScopes(
  context: Context,
  { state, query = '', after = '' }: PageQuery & { readonly state?: ScopeState | undefined } = {},
): Promise<PageOf<ScopeConsumers>> {
  const ownerOrgNo = await assertAdministrator(context, READ_SCOPES);
  const words = query.toLowerCase();
  const scopes = await selectScopes(context.db, {
    ownerOrgNo,
    active: state === 'active' || state === 'inactive' ? state === 'active' : undefined,
    asked: state === 'asked' ? true : undefined,
  });
  const found = scopes
    .filter(({ name, details: { description, descriptions } }) =>
      [name, description, ...Object.values(descriptions)].some((text) => text.toLowerCase().includes(words)),
    )
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const shown = found.filter(({ name }) => name > after).slice(0, ROWS_PER_PAGE + 1);
  const page = toPage(shown, found.length, ({ name }) => name);
  return { ...page, rows: await withConsumers(context.db, page.rows) };
}
