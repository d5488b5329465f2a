import { expect, it } from 'vitest';
import { defaultScopeSettings, scopeDescription } from './model.ts';

const { details } = defaultScopeSettings('Lese krav');

it.each([
  ['nb', 'Lese krav'],
  ['nn', 'Lese krava'],
  ['en', 'Lese krav'],
])('a scope is described in %s, or as its owner wrote first', (language, expected) => {
  expect(scopeDescription({ ...details, descriptions: { nn: 'Lese krava' } }, language)).toBe(expected);
});
