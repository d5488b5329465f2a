import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatList, formatNumber, formatOrgNo } from './format.ts';

describe('what a reader sees of numbers and dates', () => {
  const at = new Date('2027-03-02T23:12:00Z');

  it('puts dates in the reader’s language and in Oslo’s time', () => {
    expect(formatDate('nb', at)).toBe('3. mars 2027');
    expect(formatDate('nn', at)).toBe('3. mars 2027');
    expect(formatDate('en', at)).toBe('3 March 2027');
    expect(formatDateTime('nb', at)).toBe('3. mars 2027 kl.\u00a000.12');
    expect(formatDateTime('en', at)).toBe('3 March 2027 at\u00a000:12');
  });

  it('groups organisation numbers so that they do not break', () => {
    expect(formatOrgNo('310547891')).toBe('310\u00a0547\u00a0891');
    expect(formatOrgNo('not a number')).toBe('not a number');
  });

  it('groups thousands and joins lists', () => {
    expect(formatNumber('en', 12345)).toBe('12,345');
    expect(formatList('nb', ['a', 'b', 'c'])).toBe('a, b og c');
    expect(formatList('en', ['a', 'b'])).toBe('a and b');
  });
});
