import { csvFile } from '#lib/http/csv.ts';
import { BareError, ProblemError } from '#lib/kernel/errors.ts';

/** How many items of a file are read at a time. */
export const CSV_PART_ROWS = 1_000;

/** A column of a file: its head, and what stands under it in the row of an item. */
export type Column<Item> = { readonly head: string; readonly cell: (item: Item) => string };

/** Some items of a list in their order, and where the list goes on; nowhere after the last. */
type Part<Item, Place> = { readonly items: readonly Item[]; readonly next: Place | undefined };

/**
 * Answers with a whole list as a file, or with the refusal of the verb that reads it. What is read is sent before more is
 * read; when a later part fails the connection breaks, so that no part of a file passes for the whole.
 */
export async function csvAnswer<Item, Place>(
  name: string,
  columns: readonly Column<Item>[],
  read: (from: Place | undefined) => Promise<Part<Item, Place>>,
): Promise<Response> {
  try {
    return csvFile(name, rowsOf(columns, await read(undefined), read));
  } catch (error) {
    if (error instanceof BareError || error instanceof ProblemError)
      return new Response(null, { status: error.status });
    throw error;
  }
}

async function* rowsOf<Item, Place>(
  columns: readonly Column<Item>[],
  first: Part<Item, Place>,
  read: (from: Place) => Promise<Part<Item, Place>>,
): AsyncGenerator<readonly (readonly string[])[]> {
  yield [columns.map(({ head }) => head)];
  for (let part = first; ; part = await read(part.next)) {
    yield part.items.map((item) => columns.map(({ cell }) => cell(item)));
    if (part.next === undefined) return;
  }
}
