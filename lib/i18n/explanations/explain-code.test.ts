import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEM_TEXTS } from '../problem-texts.ts';
import { CODE_GROUPS, EXPLANATIONS, explainCode, groupOf, NUMBERED_CODES } from './explain-code.ts';
import type { Explanation } from './explanation.ts';

/** Every numbered code that a domain writes; the guests explain their own. */
const written = new Set(
  globSync('lib/**/*.ts')
    .filter((path) => !path.endsWith('.test.ts') && !/^lib\/(i18n|demo|sdk|testing)\//.test(path))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/'([A-Z]+(?:\.VLD)?-\d{5})'/g)])
    .map(([, code = '']) => code),
);

/** What stands between backticks, in any order. */
function namesIn(text: string): string {
  return [...text.matchAll(/`([^`]*)`/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ');
}

describe('the numbered codes', () => {
  it('are all explained, and no others are', () => {
    expect(NUMBERED_CODES).toEqual([...written].sort());
  });

  it('have a sentence each', () => {
    expect(NUMBERED_CODES.filter((code) => !PROBLEM_TEXTS[code])).toEqual([]);
  });

  it('each belong to a group that has a heading', () => {
    expect(new Set(NUMBERED_CODES.map(groupOf))).toEqual(new Set(CODE_GROUPS));
  });
});

describe.each(NUMBERED_CODES)('the explanation of %s', (code) => {
  const { causes, cures }: Explanation = EXPLANATIONS[code];

  it('has one to four causes and one to three cures, none of them twice', () => {
    expect([1, 2, 3, 4]).toContain(causes.length);
    expect([1, 2, 3]).toContain(cures.length);
    expect(new Set([...causes, ...cures].map(([nb]) => nb)).size).toBe(causes.length + cures.length);
  });

  it('says whole sentences, with the same names of the wire in every language', () => {
    for (const texts of [...causes, ...cures]) {
      for (const text of texts) expect(text).toMatch(/^[\p{Lu}`].*\.$/u);
      expect(new Set(texts.map(namesIn)).size, texts[0]).toBe(1);
    }
  });

  it.each(['nb', 'nn', 'en'] as const)('has a title without a full stop in %s', (language) => {
    expect(explainCode(code, language).title).toMatch(/^.{10,}[^.]$/);
  });
});
