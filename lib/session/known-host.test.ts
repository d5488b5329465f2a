import { describe, expect, it } from 'vitest';
import { isKnownHost } from './known-host.ts';

describe('B29 the host of a page', () => {
  it.each([
    ['localhost:3000', true],
    ['LOCALHOST:3000', true],
    ['127.0.0.1:3000', true],
    ['[::1]:3000', true],
    ['localhost:3001', false],
    ['evil.example', false],
    ['evil.example:3000', false],
    ['localhost.evil.example:3000', false],
    ['a b', false],
    [null, false],
  ])('%j is ours: %j', (host, known) => {
    expect(isKnownHost(host, 'http://localhost:3000')).toBe(known);
  });

  it('is the public name alone where there is one', () => {
    expect(isKnownHost('portal.example', 'https://portal.example')).toBe(true);
    expect(isKnownHost('127.0.0.1', 'https://portal.example')).toBe(false);
  });
});
