import { describe, expect, it } from 'vitest';
import { ERROR_TEXTS, findErrorText } from './error-texts.ts';
import { EXPLAINED_CODES, quote } from './problems.ts';

describe.each(EXPLAINED_CODES)('the explanation of %s', (code) => {
  it.each(['nb', 'nn', 'en'] as const)('has title, causes and cure in %s', (language) => {
    const { title, causes, cure } = ERROR_TEXTS[code][language];
    expect(title.length).toBeGreaterThan(5);
    expect(causes.length).toBeGreaterThan(0);
    expect(cure).toMatch(/\.$/);
  });
});

describe('an explanation', () => {
  it('is found without regard to case, and not found for what is no code', () => {
    expect(findErrorText('mp-303', 'en')?.code).toBe('MP-303');
    expect(findErrorText('MP-999', 'en')).toBeUndefined();
    expect(findErrorText('constructor', 'en')).toBeUndefined();
  });
});

describe('a value from outside in a description', () => {
  it('E2 keeps to the characters that the standard allows, and to a readable length', () => {
    expect(quote('a"b\\c\n\u001b[31mæ')).toBe('a?b?c??[31m?');
    expect(quote('x'.repeat(500))).toHaveLength(203);
    for (const absent of [undefined, '']) expect(quote(absent)).toBe('nothing');
    expect(quote({ a: 1 })).toBe('{?a?:1}');
  });
});
