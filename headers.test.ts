import { join } from 'node:path';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { replaceDatabase } from '#lib/context/database.ts';
import { REFUSAL_HEADER } from '#lib/http/draw-refusals.ts';
import { loadSections } from '#lib/http/lane.ts';
import { openTestDatabase } from '#lib/testing/test-database.ts';
import { proxy } from './proxy.ts';

const PORTAL = vi.hoisted(() => {
  vi.stubEnv('PORTAL_URL', 'https://portal.example');
  return 'https://portal.example';
});

const HSTS = 'max-age=31536000; includeSubDomains';
const PAGE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cache-control': 'private, no-store',
  'strict-transport-security': HSTS,
};

type Asked = { readonly method?: string; readonly headers?: Readonly<Record<string, string>> };

function open(path: string, { method = 'GET', headers = {} }: Asked = {}): Response {
  return proxy(new NextRequest(`${PORTAL}${path}`, { method, headers: { host: 'portal.example', ...headers } }));
}

/** All but the guest's, which lives by itself and without the portal's settings. */
const WINGS = ['(maskinporten)', '(altinn)', '(portal)', 'health', 'api'];
const sections = await loadSections(join(import.meta.dirname, 'app'), WINGS);

describe('the headers of every kind of answer', () => {
  beforeAll(async () => replaceDatabase(await openTestDatabase()));
  afterAll(() => replaceDatabase(undefined));

  it.each<[string, number, string, Asked?]>([
    ['the front page', 200, '/'],
    ['a page for everybody', 200, '/help'],
    ['a page for people', 200, '/requests/1'],
    ['a page for vendors', 200, '/vendor'],
    ['a page for service owners', 200, '/owner'],
    ['a page for operators', 200, '/platform'],
    ['a page of the guest', 200, '/smartregnskap'],
    ['a page that is refused', 200, '/requests/1', { headers: { [REFUSAL_HEADER]: '404' } }],
    ['a link of Altinn', 200, '/accessmanagement/ui/systemuser/request?id=1'],
    ['the log-in’s own endpoints', 200, '/api/auth/session'],
    ['a choice of language', 303, '/help?lang=en'],
    ['a foreign host', 421, '/', { headers: { host: 'evil.example' } }],
    ['a forged form', 403, '/requests/1', { method: 'POST', headers: { origin: 'https://evil.example' } }],
  ])('C15 of %s', (_, status, path, asked) => {
    const answer = open(path, asked);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject(PAGE_HEADERS);
  });

  it.each(sections.map((section) => [section.base, section] as const))('C15 of %s', async (base, { handlers }) => {
    for (const [method, path] of [
      ['GET', base],
      ['POST', base],
      ['GET', `${base}/no/such/path/anywhere/at/all`],
      ['HEAD', base],
      ['OPTIONS', base],
    ] as const) {
      const { headers } = await handlers[method](new Request(`${PORTAL}${path}`, { method }));
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBe(HSTS);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBeTruthy();
    }
  });
});
