import { describe, expect, it, vi } from 'vitest';
import { matchesRedirect, parseRedirectUrl } from './redirect.ts';

describe('return addresses that a vendor may list', () => {
  it.each([
    ['https://VG.no', 'https://vg.no/'],
    ['https://vg.no:443/Path?x=1', 'https://vg.no/Path?x=1'],
    ['http://localhost:3000/tilbake', 'http://localhost:3000/tilbake'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ])('stores %s as %s', (given, stored) => {
    expect(parseRedirectUrl(given)).toBe(stored);
  });

  it.each([
    'http://evil',
    'http://localhost.evil.example/',
    'javascript:alert(1)',
    'https://u:p@h/',
    'https://u@h/',
    'https://*.h/',
    'https://h/#x',
    'https://h/#',
    '//h/path',
    '/path',
    'https:/h',
    'https:\\\\h',
    ' https://h/',
    'https://h/\npath',
    '',
    'not a url',
  ])('B28 refuses %j', (text) => {
    expect(parseRedirectUrl(text)).toBeUndefined();
  });

  it('B28 refuses http on loopback outside the sandbox', async () => {
    vi.resetModules();
    vi.stubEnv('PORTAL_ENVIRONMENT', 'test');
    vi.stubEnv('PORTAL_URL', 'https://portal.example');
    const elsewhere = await import('./redirect.ts');
    expect(elsewhere.parseRedirectUrl('http://localhost:3000/')).toBeUndefined();
    vi.unstubAllEnvs();
  });
});

describe('a request address against the list', () => {
  const system = { allowedRedirectUrls: ['https://vg.no/', 'https://vg.no/Receipt?fixed=1'] };

  it.each([
    'https://vg.no',
    'HTTPS://VG.NO:443/?anything=1#part',
    'https://vg.no/Receipt?customer=42',
    'https://vg.no/other/../Receipt',
  ])('accepts %s', (url) => expect(matchesRedirect(system, url)).toBe(true));

  it.each([
    'https://vg.no/receipt',
    'https://vg.no/Receipt/',
    'http://vg.no/',
    'https://vg.no:8443/',
    'https://vg.no.evil.example/',
    'https://vg.no@evil.example/',
    'https://u@vg.no/',
    'https://evil.example\\@vg.no/',
    'https:vg.no',
    'not a url',
  ])('refuses %s', (url) => expect(matchesRedirect(system, url)).toBe(false));
});
