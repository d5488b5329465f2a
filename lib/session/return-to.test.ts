import { describe, expect, it } from 'vitest';
import { parseReturnTo } from './return-to.ts';

describe('the way back after log-in', () => {
  it.each(['/requests/1?tab=clients#top', '/', '/system-users'])('keeps the path %s', (path) => {
    expect(parseReturnTo(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '/login?returnTo=/login',
    '/api/auth/signout',
    `/${'x'.repeat(3000)}`,
    '',
  ])('C6 leads %j to the front page', (address) => {
    expect(parseReturnTo(address)).toBe('/');
  });
});
