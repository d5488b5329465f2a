import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

describe('a file for spreadsheets', () => {
  it.each([
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+47', `"'+47"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
  ])('C17 never lets %j be a formula', (cell, written) => {
    expect(toCsv([[cell]])).toBe(`\uFEFF${written}\r\n`);
  });

  it('keeps separators, quotes and line breaks inside their cell', () => {
    expect(toCsv([['a;b', 'say "yes"', 'two\nlines']])).toBe('\uFEFF"a;b";"say ""yes""";"two\nlines"\r\n');
  });

  it('says that it is UTF-8 and ends each row with CRLF', () => {
    expect(toCsv([['Når'], ['Rør og Vann AS']])).toBe('\uFEFF"Når"\r\n"Rør og Vann AS"\r\n');
  });
});
