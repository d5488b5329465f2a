/** How many rows a list of the portal shows at a time. */
export const ROWS_PER_PAGE = 50;

/** A page of a list: its rows, how many there are on all pages, and what goes back in as `after` when there are more. */
export type PageOf<Row> = { readonly rows: readonly Row[]; readonly total: number; readonly next: string | undefined };

/** What narrows a list: words to search for ('' finds all), and the `next` of the page before. */
export type PageQuery = { readonly query?: string | undefined; readonly after?: string | undefined };

/** Makes a page of what was read one row further than a page holds. */
export function toPage<Row>(read: readonly Row[], total: number, keyOf: (row: Row) => string): PageOf<Row> {
  const rows = read.slice(0, ROWS_PER_PAGE);
  const last = rows.at(-1);
  return { rows, total, next: last && read.length > ROWS_PER_PAGE ? keyOf(last) : undefined };
}

/** Something with a name, and an id that tells it from others of that name. */
type Named = { readonly name: string; readonly uuid: string };

const alphabet = new Intl.Collator('nb');

/** Makes a page of rows that are all at hand, by name; the row where the page before ended may be gone since. */
export function pageByName<Row>(
  rows: readonly Row[],
  after: string | undefined,
  namedOf: (row: Row) => Named,
): PageOf<Row> {
  const sorted = [...rows].sort((one, other) => compare(namedOf(one), namedOf(other)));
  const [, uuid, name] = /^(\S+) (.+)$/s.exec(after ?? '') ?? [];
  const rest = uuid && name ? sorted.filter((row) => compare(namedOf(row), { uuid, name }) > 0) : sorted;
  return toPage(rest, rows.length, (row) => `${namedOf(row).uuid} ${namedOf(row).name}`);
}

function compare(one: Named, other: Named): number {
  if (one.uuid === other.uuid) return 0;
  return alphabet.compare(one.name, other.name) || (one.uuid < other.uuid ? -1 : 1);
}
