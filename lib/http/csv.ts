/** Excel reads UTF-8 only when the file says so. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What Norwegian spreadsheets split at: the comma is their decimal sign. */
const SEPARATOR = ';';
/** Beginnings that a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Writes rows as a file for spreadsheets: UTF-8 with a byte order mark, semicolons, CRLF, every cell quoted. A cell that
 * would be a formula begins with `'` (C17).
 * @see RFC 4180 §2
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(quoted).join(SEPARATOR));
  return `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** Answers with rows as a file that is not kept. @param name without its ending; letters, digits and hyphens */
export function csvFile(name: string, rows: readonly (readonly string[])[]): Response {
  return new Response(toCsv(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

function quoted(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
