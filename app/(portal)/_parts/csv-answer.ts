import { csvFile } from '#lib/http/csv.ts';
import { BareError } from '#lib/kernel/errors.ts';

/** How far back a file goes. */
export const CSV_ROWS_MAX = 10_000;

/** A column of a file: its head, and what stands under it in the row of an item. */
export type Column<Item> = { readonly head: string; readonly cell: (item: Item) => string };

/** Answers with items as a file, or with the refusal of the verb that reads them. */
export async function csvAnswer<Item>(
  name: string,
  columns: readonly Column<Item>[],
  read: () => Promise<{ readonly items: readonly Item[] }>,
): Promise<Response> {
  try {
    const { items } = await read();
    const rows = items.map((item) => columns.map(({ cell }) => cell(item)));
    return csvFile(name, [columns.map(({ head }) => head), ...rows]);
  } catch (error) {
    if (error instanceof BareError) return new Response(null, { status: error.status });
    throw error;
  }
}
