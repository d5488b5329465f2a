import type { Env } from '#lib/config/env.ts';

/** What runs here, in the order of the page, and where machines and people find it. */
export function addresses({ PORTAL_URL, KRAV_URL, SMARTREGNSKAP_URL, issuer }: Env) {
  return [
    { key: 'portal', address: PORTAL_URL },
    { key: 'issuer', address: issuer },
    { key: 'token', address: `${PORTAL_URL}/token` },
    { key: 'metadata', address: `${PORTAL_URL}/.well-known/oauth-authorization-server` },
    { key: 'administration', address: `${PORTAL_URL}/api/v1/clients` },
    { key: 'platform', address: `${PORTAL_URL}/authentication/api/v1/systemuser` },
    { key: 'claims', address: `${KRAV_URL}/kravogbetalinger/v1` },
    { key: 'smartregnskap', address: `${SMARTREGNSKAP_URL}/smartregnskap` },
  ] as const;
}

/** What to read next. */
export const READING = [
  { key: 'docs', href: '/docs' },
  { key: 'openapi', href: '/openapi.json' },
  { key: 'errors', href: '/errors' },
  { key: 'controls', href: '/sandbox' },
  { key: 'outbox', href: '/sandbox/outbox' },
] as const;
