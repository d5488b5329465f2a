import type { PageOf } from '../kernel/pages.ts';

/**
 * Reads a list page by page to its end.
 * @param between what happens after a page, with how many have been read
 * @returns what the rows are told apart by, in their order
 */
export async function walkPages<Row>(
  read: (after: string | undefined) => Promise<PageOf<Row>>,
  keyOf: (row: Row) => string,
  between: (pages: number) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const { rows, next } = await read(after);
    seen.push(...rows.map(keyOf));
    if (next === undefined) return seen;
    after = next;
    await between(pages);
  }
}
