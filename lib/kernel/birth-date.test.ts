import { expect, it } from 'vitest';
import { birthDateOf } from './birth-date.ts';

it.each([
  ['14837912092', '1979-03-14', 'a synthetic number'],
  ['23866831025', '1968-06-23', 'another'],
  ['54837912000', '1979-03-14', 'a D-number'],
  ['01017050000', '1870-01-01', 'the century before'],
  ['01010599900', '2005-01-01', 'this century'],
  ['01015490000', '1954-01-01', 'the last series of its century'],
  ['01410150000', '2001-01-01', 'a synthetic number of another register'],
  ['01660100000', '1901-01-01', 'and of yet another'],
])('reads %s as born on %s: %s', (text, day) => {
  expect(birthDateOf(text)).toBe(day);
});
