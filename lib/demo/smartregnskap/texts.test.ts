import { expect, it } from 'vitest';
import { formatDay, formatKroner, formatOrgNo } from './format.ts';
import { pickLanguage } from './language.ts';
import { fill, MESSAGES } from './messages.ts';
import { isSyntheticOrgNo } from './org-no.ts';

/** Every text with its path, so that a difference names the text. */
function flatten(value: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) =>
      typeof text === 'string' ? [[`${path}${name}`, text]] : Object.entries(flatten(text, `${path}${name}.`)),
    ),
  );
}

it.each(['nn', 'en'] as const)('has the placeholders of bokmål in %s', (other) => {
  const placeholders = (language: keyof typeof MESSAGES) =>
    Object.entries(flatten(MESSAGES[language])).map(([name, text]) => [name, text.match(/\{\w+\}/g)?.sort()]);
  expect(placeholders(other)).toEqual(placeholders('nb'));
});

it('has no Norwegian letters in the English texts', () => {
  expect(Object.values(flatten(MESSAGES.en)).filter((text) => /[æøå]/i.test(text))).toEqual([]);
});

it('has no word of bokmål in the nynorsk texts, and none of nynorsk in bokmål', () => {
  const textsWith = (language: 'nb' | 'nn', words: RegExp) =>
    Object.values(flatten(MESSAGES[language])).filter((text) => words.test(text));
  expect(textsWith('nn', /(?<!\p{L})(ikke|fra|hva|virksomhet\p{L}*|forespørs\p{L}*|noen?|kunder)(?!\p{L})/iu)).toEqual(
    [],
  );
  expect(textsWith('nb', /(?<!\p{L})(ikkje|frå|kva|verksemd\p{L}*|førespurn\p{L}*|nokon?|kundar)(?!\p{L})/iu)).toEqual(
    [],
  );
});

it('fills in what it knows and leaves the rest', () => {
  expect(fill('{name} and {other}', { name: 'A' })).toBe('A and {other}');
});

it.each([
  ['en', null, 'en'],
  [undefined, 'en-GB,nb;q=0.5', 'en'],
  ['nn', 'en', 'nn'],
  [undefined, 'nn-NO', 'nn'],
  [undefined, 'no,nn', 'nb'],
  [undefined, 'de,en', 'en'],
  [undefined, null, 'nb'],
  ['de', null, 'nb'],
])('picks a language from %s and %s: %s', (chosen, accept, expected) => {
  expect(pickLanguage(chosen, accept)).toBe(expected);
});

it('writes money, days and organisation numbers as people do', () => {
  expect(formatKroner(28912.5, 'nb').replace(/\s/g, ' ')).toBe('28 912,50 kr');
  expect(formatKroner(28912.5, 'en').replace(/\s/g, ' ')).toBe('NOK 28,912.50');
  expect(formatDay('2026-08-20', 'nb')).toBe('20. august 2026');
  expect(formatDay('2026-05-17', 'nn')).toBe('17. mai 2026');
  expect(formatOrgNo('314400402')).toBe('314\u00a0400\u00a0402');
});

it('takes synthetic organisation numbers only', () => {
  expect(['314400402', '991825827', '314400403', '31440040'].map(isSyntheticOrgNo)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
