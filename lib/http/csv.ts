/** Excel reads UTF-8 only when the file says so. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What Norwegian spreadsheets split at: the comma is their decimal sign. */
const SEPARATOR = ';';
/** Beginnings that a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Answers with rows as a file for spreadsheets that is not kept: UTF-8 with a byte order mark, semicolons, CRLF, every cell
 * quoted. A cell that would be a formula begins with `'` (C17). Rows are asked for as fast as they are taken.
 * @param name without its ending; letters, digits and hyphens
 * @see RFC 4180 §2
 */
export function csvFile(name: string, parts: AsyncIterable<readonly (readonly string[])[]>): Response {
  return new Response(toStream(toLines(parts)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

function toStream(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

async function* toLines(parts: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for await (const rows of parts) yield rows.map((cells) => `${cells.map(quoted).join(SEPARATOR)}\r\n`).join('');
}

function quoted(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
