import type { CallAltinn } from './call-altinn.ts';
import { membersOf, textOf } from './call-service.ts';
import { ServiceUnavailable } from './errors.ts';

/**
 * The items of a list, from page to page. A link leads on at the same platform only, whatever host it names: the token
 * goes nowhere else.
 * @see altinn-api.md §6
 */
export async function* pagesOf<Item>(call: CallAltinn, scope: string, path: string): AsyncGenerator<Item, void, void> {
  for (let next: string | undefined = path; next !== undefined; ) {
    const { data, links } = membersOf(await call({ scope, path: next }));
    if (!Array.isArray(data)) throw new ServiceUnavailable(`The list at ${path} has no items`);
    yield* data as Item[];
    const link = URL.parse(textOf(membersOf(links).next) ?? '');
    const following = link === null ? undefined : `${path}${link.search}`;
    if (following === next) throw new ServiceUnavailable(`The list at ${path} does not go on after a page`);
    next = following;
  }
}
