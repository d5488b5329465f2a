import { expect, it } from 'vitest';
import { originForm } from './origin-form.ts';

it.each([
  ['http://platform.example/authentication/api/v1?a=b', '/authentication/api/v1?a=b'],
  ['HTTPS://platform.example:443/token', '/token'],
  ['http://platform.example', '/'],
  ['http://platform.example?a=b', '/?a=b'],
  ['http://platform.example//evil.example', '//evil.example'],
  ['http://user@platform.example/token', '/token'],
])('reads the absolute form %s as %s', (target, path) => {
  expect(originForm(target)).toBe(path);
});

it.each(['/', '/token?next=http://evil.example/', '//evil.example', '*', 'http:///token', 'ftp://evil.example/'])(
  'leaves %s as it is',
  (target) => {
    expect(originForm(target)).toBe(target);
  },
);
