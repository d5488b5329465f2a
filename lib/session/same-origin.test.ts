import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const PORTAL = 'https://portal.example';
const own = { origin: PORTAL, secFetchSite: 'same-origin', host: 'portal.example' };

describe('where a form came from', () => {
  it('passes our own pages, with and without fetch metadata', () => {
    expect(isSameOrigin(own, PORTAL)).toBe(true);
    expect(isSameOrigin({ ...own, secFetchSite: null }, PORTAL)).toBe(true);
  });

  it('passes the host that the browser itself talks to', () => {
    const local = { origin: 'http://127.0.0.1:3000', secFetchSite: 'same-origin', host: '127.0.0.1:3000' };
    expect(isSameOrigin(local, 'http://localhost:3000')).toBe(true);
  });

  it.each([
    ['another site', { ...own, origin: 'https://evil.example', secFetchSite: 'cross-site' }],
    ['another site without metadata', { ...own, origin: 'https://evil.example', secFetchSite: null }],
    ['a sub-domain', { ...own, origin: 'https://a.portal.example', secFetchSite: 'same-site' }],
    ['an opaque origin', { ...own, origin: 'null' }],
    ['no origin', { ...own, origin: null }],
    ['the same host under another scheme', { ...own, origin: 'http://portal.example', secFetchSite: null }],
    ['metadata that disagrees', { ...own, secFetchSite: 'cross-site' }],
    ['an address typed by hand', { ...own, secFetchSite: 'none' }],
  ])('C3 refuses %s', (_, provenance) => {
    expect(isSameOrigin(provenance, PORTAL)).toBe(false);
  });
});
