const QUERY_MAX_CHARACTERS = 100;

/** What an address asks of a long list. */
export type ListQuery = { readonly query: string; readonly after: string | undefined };

/** Reads `?q=` words to search for, and `?after=` the end of the page before. */
export function readPageQuery(given: Readonly<Record<string, string | string[] | undefined>>): ListQuery {
  const { q, after } = given;
  return {
    query: typeof q === 'string' ? q.slice(0, QUERY_MAX_CHARACTERS).trim() : '',
    after: typeof after === 'string' && after !== '' ? after : undefined,
  };
}

/** An address with those parameters that are set. */
export function addressOf(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(
    Object.entries(parameters).filter((each): each is [string, string] => Boolean(each[1])),
  );
  return query.size === 0 ? path : `${path}?${query}`;
}
