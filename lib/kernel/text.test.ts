import { describe, expect, it } from 'vitest';
import { isPlainText } from './text.ts';

describe('plain text', () => {
  it.each([
    ['a right-to-left override', 'Skatt\u202Eetaten'],
    ['a zero-width space', 'Skatt\u200Betaten'],
    ['an isolate', '\u2066Skatt'],
    ['a line break', 'Skatt\netaten'],
    ['a NUL', 'Skatt\u0000'],
    ['half a surrogate pair', 'Skatt\uD800'],
    ['stacked marks', 'Z\u0315\u0316\u0317\u0318\u0319'],
  ])('C9 refuses %s', (_, text) => {
    expect(isPlainText(text)).toBe(false);
  });

  it('accepts Norwegian and Sami letters, composed or not, and emoji', () => {
    expect(isPlainText('Blåbærsyltetøy Čáhcesuolu a\u030A 🚜')).toBe(true);
  });

  it('lets a description have lines when asked', () => {
    expect(isPlainText('en\nto', { lines: true })).toBe(true);
    expect(isPlainText('en\u202Eto', { lines: true })).toBe(false);
  });
});
