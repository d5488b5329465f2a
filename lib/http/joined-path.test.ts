import { expect, it } from 'vitest';
import { joinedPath } from './joined-path.ts';

it.each([
  ['//authentication/api/v1/systemregister/vendor', '/authentication/api/v1/systemregister/vendor'],
  ['/Authentication/api//v1/systemregister?a=//b', '/Authentication/api/v1/systemregister?a=//b'],
  ['/resourceregistry/api/v1//resource/x', '/resourceregistry/api/v1/resource/x'],
])('reads %s as a base with its path: %s', (target, path) => {
  expect(joinedPath(target)).toBe(path);
});

it.each([
  '/',
  '/token',
  '/token//',
  '//token',
  '///jwk',
  '//help',
  '//evil.example',
  '/authentication/api/v1',
  '/authentication/api/v1/systemregister/vendor//rights',
  '/api/v1/clients//jwks',
  '/help?return=//evil.example',
])('leaves %s as it is', (target) => {
  expect(joinedPath(target)).toBe(target);
});
