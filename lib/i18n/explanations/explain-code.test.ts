import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_PROBLEMS } from '../../events/problems.ts';
import { ADMINISTRATION_PROBLEMS } from '../../maskinporten/administration/problems.ts';
import { EXPLAINED_CODES } from '../../maskinporten/problems.ts';
import { ONBOARDING_PROBLEMS } from '../../onboarding/problems.ts';
import { AGREEMENT_MISSING } from '../../register/problems.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';
import { CODE_GROUPS, EXPLANATIONS, explainCode, findProblemCode, groupOf, PROBLEM_CODES } from './explain-code.ts';
import type { Explanation } from './explanation.ts';

const sources = globSync('lib/**/*.ts')
  .filter((path) => !path.endsWith('.test.ts') && !/^lib\/(i18n|demo|sdk|testing)\//.test(path))
  .map((path) => readFileSync(path, 'utf8'));

/** What the domains write in their code, as often as they do; the guests explain their own. */
function writtenAs(pattern: RegExp): readonly string[] {
  return sources.flatMap((text) => [...text.matchAll(pattern)]).map(([, code = '']) => code);
}

const numbered = writtenAs(/'([A-Z]+(?:\.VLD)?-\d{5})'/g);
const catalogues = { ...ADMINISTRATION_PROBLEMS, ...EVENT_PROBLEMS, ...ONBOARDING_PROBLEMS };
const named = [...Object.keys(catalogues), AGREEMENT_MISSING];

/** What stands between backticks, in any order. */
function namesIn(text: string): string {
  return [...text.matchAll(/`([^`]*)`/g)]
    .map(([, name]) => name)
    .sort()
    .join(' ');
}

describe('the codes of problems', () => {
  it('are all explained, and no others are', () => {
    expect(PROBLEM_CODES).toEqual([...new Set([...numbered, ...named])].sort());
  });

  it('have a sentence each', () => {
    expect(PROBLEM_CODES.filter((code) => !PROBLEM_TEXTS[code])).toEqual([]);
  });

  it('each belong to a group that has a heading', () => {
    expect(new Set(PROBLEM_CODES.map(groupOf))).toEqual(new Set(CODE_GROUPS));
  });

  it('that are named are all answered somewhere, and stand together', () => {
    const answered = [...writtenAs(/(?:administration|event|onboarding)Problem\('([^']+)'/g), AGREEMENT_MISSING];
    expect(named.filter((code) => !answered.includes(code))).toEqual([]);
    expect(PROBLEM_CODES.filter((code) => groupOf(code) === 'administration')).toEqual([...named].sort());
  });

  it('have an address each, which none of the token endpoint has', () => {
    const addresses = [...PROBLEM_CODES, ...EXPLAINED_CODES].map((code) => code.toLowerCase());
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  it.each([
    ['auth-00007', 'AUTH-00007'],
    ['Unknown_Scope', 'unknown_scope'],
    ['organisation-not-found', 'organisation-not-found'],
    ['ORGANISATION_NOT_FOUND', 'organisation_not_found'],
    ['unknown-scope', undefined],
    ['', undefined],
  ])('are found in any capitals, and otherwise by every sign: %j', (text, code) => {
    expect(findProblemCode(text)).toBe(code);
  });
});

describe.each(PROBLEM_CODES)('the explanation of %s', (code) => {
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
