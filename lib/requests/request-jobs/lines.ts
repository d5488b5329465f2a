import { parseOrgNo } from '../../kernel/brands.ts';
import { isPlainText, NAME_MAX_CHARACTERS } from '../../kernel/text.ts';
import { isReference } from '../reference.ts';
import type { Line, LineFault } from './model.ts';

const COLUMNS_MAX = 3;

/**
 * Reads a list of organisations, one a line: number, own reference, title, with `;`, `,` or a tab between, the latter two
 * left out at will. A first line without any digit in its number is a heading. Every line but headings and blank ones is
 * given, with what is wrong with it.
 */
export function parseLines(text: string): readonly Line[] {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((row, index) => ({ lineNo: index + 1, cells: cellsOf(row) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = rows;
  const seen = new Set<string>();
  return (first && isHeading(first.cells) ? rows.slice(1) : rows).map(({ lineNo, cells }) => {
    const line = toLine(lineNo, cells);
    const key = `${line.orgNo}|${line.externalRef ?? line.orgNo}`;
    const isRepeated = line.fault === undefined && seen.has(key);
    seen.add(key);
    return isRepeated ? { ...line, fault: 'twice' } : line;
  });
}

function isHeading([number = '']: readonly string[]): boolean {
  return /\p{L}/u.test(number) && !/\d/.test(number);
}

function toLine(lineNo: number, cells: readonly string[]): Line {
  const [number = '', externalRef = '', title = '', more = ''] = cells;
  const digits = number.replaceAll(/\s/g, '');
  return {
    lineNo,
    orgNo: parseOrgNo(digits) ?? withoutPersonNo(storable(number)),
    externalRef: storable(externalRef) || undefined,
    integrationTitle: storable(title.normalize('NFC')) || undefined,
    fault: faultOf({ digits, externalRef, title, more }),
  };
}

function faultOf(cells: {
  readonly digits: string;
  readonly externalRef: string;
  readonly title: string;
  readonly more: string;
}): LineFault | undefined {
  if (parseOrgNo(cells.digits) === undefined) return 'number';
  if (!isReference(cells.externalRef)) return 'reference';
  if (cells.title.length > NAME_MAX_CHARACTERS || !isPlainText(cells.title)) return 'title';
  return cells.more === '' ? undefined : 'columns';
}

/** What is wrong is kept to be shown, without what a database or a page could stumble over. */
function storable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, NAME_MAX_CHARACTERS);
}

/**
 * The cells of a row, which are divided by the first separator in it, and all that comes after those that count as one
 * more. A cell may stand in quotes, with `""` for one.
 */
function cellsOf(row: string): readonly string[] {
  const separator = /[;,\t]/.exec(row)?.[0] ?? ';';
  const cells: string[] = [];
  let at = 0;
  while (at <= row.length && cells.length < COLUMNS_MAX) {
    const end = endOf(row, at, separator);
    cells.push(unquoted(row.slice(at, end).trim()));
    at = end + 1;
  }
  return [...cells, row.slice(at).replaceAll(separator, '').trim()];
}

/** A person's number that somebody pasted by mistake is not kept. */
function withoutPersonNo(text: string): string {
  return text.replaceAll(/(\d{6})\s*\d{5}/g, '$1*****');
}

function unquoted(cell: string): string {
  const [, inner] = /^"((?:[^"]|"")*)"$/.exec(cell) ?? [];
  return inner === undefined ? cell : inner.replaceAll('""', '"').trim();
}

/** Where a cell ends: at the next separator outside quotes, or with the row when the quotes are never closed. */
function endOf(row: string, start: number, separator: string): number {
  let isQuoted = false;
  let plain = -1;
  for (let at = start; at < row.length; at += 1) {
    if (row[at] === '"') isQuoted = !isQuoted;
    if (row[at] !== separator) continue;
    if (!isQuoted) return at;
    if (plain === -1) plain = at;
  }
  return isQuoted && plain !== -1 ? plain : row.length;
}
