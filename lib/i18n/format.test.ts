import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatList, formatNumber, formatOrgNo, startOfDay } from './format.ts';

describe('what a reader sees of numbers and dates', () => {
  const at = new Date('2027-03-02T23:12:00Z');

  it('puts dates in the reader’s language and in Oslo’s time', () => {
    expect(formatDate('nb', at)).toBe('3. mars 2027');
    expect(formatDate('nn', at)).toBe('3. mars 2027');
    expect(formatDate('en', at)).toBe('3 March 2027');
    expect(formatDateTime('nb', at)).toBe('3. mars 2027 kl.\u00a000.12');
    expect(formatDateTime('en', at)).toBe('3 March 2027 at\u00a000:12');
    expect(formatDateTime('nn', at, { second: '2-digit' })).toBe('3. mars 2027 kl.\u00a000.12.00');
  });

  it.each([
    ['2027-01-15', '2027-01-14T23:00:00.000Z'],
    ['2027-07-15', '2027-07-14T22:00:00.000Z'],
    // The clocks change in the night after both begin.
    ['2027-03-28', '2027-03-27T23:00:00.000Z'],
    ['2027-10-31', '2027-10-30T22:00:00.000Z'],
    ['2027-02-30', undefined],
    ['2027-2-3', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ])('begins the day %j at %s', (day, instant) => {
    expect(startOfDay(day)?.toISOString()).toBe(instant);
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
