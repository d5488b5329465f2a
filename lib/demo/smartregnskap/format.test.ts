import { expect, it } from 'vitest';
import { formatInstant } from './format.ts';

it.each([
  ['nb', '28. august 2026 kl. 19.00'],
  ['nn', '28. august 2026 kl. 19.00'],
  ['en', '28 August 2026 at 19:00'],
] as const)('a time of day is written as in %s', (language, text) => {
  expect(formatInstant('2026-08-28T17:00:00Z', language)).toBe(text);
});
