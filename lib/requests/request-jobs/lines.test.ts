import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrgNo } from '../../testing/parties.ts';
import { decodeList } from './decode-list.ts';
import { parseLines } from './lines.ts';

const ONE = anOrgNo();
const OTHER = anOrgNo();
const spaced = ONE.replace(/^(...)(...)(...)$/, '$1 $2\u00a0$3');

describe('a list of organisations', () => {
  it.each([
    ['semicolons', `${ONE};kunde-1;Regnskap, lønn`, ['kunde-1', 'Regnskap, lønn']],
    ['commas', `${ONE},kunde-1,Regnskap`, ['kunde-1', 'Regnskap']],
    ['tabs', `${ONE}\tkunde-1\tRegnskap; lønn`, ['kunde-1', 'Regnskap; lønn']],
    ['quotes', `"${ONE}";"kunde-1";"Sitat ""så""; og mer"`, ['kunde-1', 'Sitat "så"; og mer']],
    ['a number alone', ONE, [undefined, undefined]],
    ['spaces in the number', ` ${spaced} ; kunde-1 `, ['kunde-1', undefined]],
    ['a title without a reference', `${ONE};;Regnskap`, [undefined, 'Regnskap']],
    ['empty cells at the end', `${ONE};kunde-1;;;`, ['kunde-1', undefined]],
  ])('is read with %s', (_, row, [externalRef, integrationTitle]) => {
    expect(parseLines(row)).toEqual([{ lineNo: 1, orgNo: ONE, externalRef, integrationTitle, fault: undefined }]);
  });

  it('may begin with a byte order mark and a heading, end lines as Windows does, and have blank ones', () => {
    const lines = parseLines(`\uFEFFOrg.nr.;Referanse\r\n\r\n${ONE}\r\n;;\r\n${OTHER}\r\n`);
    expect(lines.map(({ lineNo, orgNo, fault }) => [lineNo, orgNo, fault])).toEqual([
      [3, ONE, undefined],
      [5, OTHER, undefined],
    ]);
  });

  it.each([
    ['number', '123456789'],
    ['number', `0${ONE}`],
    ['number', `${ONE} ${OTHER}`],
    ['reference', `${ONE};kunde nr. 1`],
    ['reference', `${ONE};${'r'.repeat(256)}`],
    ['title', `${ONE};;${'t'.repeat(256)}`],
    ['title', `${ONE};;skjult\u202etekst`],
    ['columns', `${ONE},kunde-1,Regnskap, lønn`],
  ])('says what is wrong with a line: %s', (fault, row) => {
    expect(parseLines(`${OTHER}\n${row}`)).toMatchObject([{ fault: undefined }, { lineNo: 2, fault }]);
  });

  it.each(['14837912092', '148379 12092'])('keeps no number of a person: %s', (number) => {
    expect(parseLines(`${number};kunde-1`)).toMatchObject([{ orgNo: '148379*****', fault: 'number' }]);
  });

  it('takes only the first line for a heading', () => {
    expect(parseLines(`${ONE}\nRør og Vann AS`)).toMatchObject([{}, { orgNo: 'Rør og Vann AS', fault: 'number' }]);
  });

  it('asks an organisation once for each reference, of which its number is one', () => {
    const rows = [ONE, `${ONE};a`, `${ONE};b`, `${spaced};a`, `${ONE};${ONE}`];
    expect(parseLines(rows.join('\n')).map(({ fault }) => fault)).toEqual([
      undefined,
      undefined,
      undefined,
      'twice',
      'twice',
    ]);
  });

  it('gives a line for whatever is pasted, and never throws', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(ONE, '"', '""', ';', ',', '\t', '\r', '\n', '\uFEFF'),
    );
    fc.assert(
      fc.property(
        fc.array(cell).map((cells) => cells.join('')),
        (text) => {
          const lines = parseLines(text);
          expect(lines.every(({ orgNo, fault }) => fault !== undefined || /^\d{9}$/.test(orgNo))).toBe(true);
          expect(lines.every(({ orgNo }) => orgNo.isWellFormed() && !orgNo.includes('\0'))).toBe(true);
          const rows = text.split(/\r\n|\n|\r/).filter((row) => /[^\s;,\t"\uFEFF]/u.test(row));
          expect(lines.length).toBeGreaterThanOrEqual(rows.length - 1);
        },
      ),
    );
  });

  it.each([
    ['UTF-8', [0x6b, 0xc3, 0xb8]],
    ['windows-1252', [0x6b, 0xf8]],
    ['UTF-16', [0xff, 0xfe, 0x6b, 0x00, 0xf8, 0x00]],
  ])('is read as %s from a file', (_, bytes) => {
    expect(decodeList(Uint8Array.from(bytes))).toBe('kø');
  });
});
