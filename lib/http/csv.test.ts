import { describe, expect, it } from 'vitest';
import { csvFile } from './csv.ts';

/** The file as it is sent: `Response.text()` would take the byte order mark away. */
async function toCsv(...parts: string[][][]): Promise<string> {
  async function* given() {
    yield* parts;
  }
  return Buffer.from(await csvFile('fil', given()).arrayBuffer()).toString();
}

describe('a file for spreadsheets', () => {
  it.each([
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+47', `"'+47"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
  ])('C17 never lets %j be a formula', async (cell, written) => {
    expect(await toCsv([[cell]])).toBe(`\uFEFF${written}\r\n`);
  });

  it('keeps separators, quotes and line breaks inside their cell', async () => {
    expect(await toCsv([['a;b', 'say "yes"', 'two\nlines']])).toBe('\uFEFF"a;b";"say ""yes""";"two\nlines"\r\n');
  });

  it('says that it is UTF-8 and ends each row with CRLF, however many parts it comes in', async () => {
    expect(await toCsv([['Når']], [], [['Rør og Vann AS']])).toBe('\uFEFF"Når"\r\n"Rør og Vann AS"\r\n');
  });
});
