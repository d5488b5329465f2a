import { describe, expect, it } from 'vitest';
import { chooseLanguage, parseLanguage } from './languages.ts';

describe('the language of a page', () => {
  it.each([
    [undefined, undefined, 'nb'],
    ['nn', 'en', 'nn'],
    [undefined, 'en-GB,en;q=0.9,nb;q=0.8', 'en'],
    [undefined, 'no', 'nb'],
    [undefined, 'nn-NO', 'nn'],
    [undefined, 'de, en;q=0.2, nn;q=0.5', 'nn'],
    [undefined, 'en;q=0, nb', 'nb'],
    [undefined, '*', 'nb'],
    ['fr', 'fr', 'nb'],
  ] as const)('cookie %s and Accept-Language %s give %s', (cookie, header, language) => {
    expect(chooseLanguage(cookie, header)).toBe(language);
  });

  it('C16 falls back to bokmål for anything outside the closed list', () => {
    expect(parseLanguage('../../x')).toBeUndefined();
    expect(chooseLanguage('../../x', 'en,'.repeat(4000))).toBe('nb');
  });
});
