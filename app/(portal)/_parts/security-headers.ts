import { env } from '#lib/config/env.ts';

const HSTS = 'max-age=31536000; includeSubDomains';

/**
 * The content policy of a page: scripts and styles by nonce or from here, no frames around us, no foreign images (C4, C7, C8).
 * A form of ours may end at our own guest's return address, which in a demonstration stands on another port.
 */
export function contentSecurityPolicy(nonce: string): string {
  // Next's development overlay evaluates code and writes style attributes.
  const development = process.env.NODE_ENV === 'development';
  const guests = new Set([env().PORTAL_URL, env().SMARTREGNSKAP_URL].map((url) => new URL(url).origin));
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self' ${[...guests].join(' ')}`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** The other headers of a page (C4, C10, C11, C15). */
export function pageHeaders(): readonly (readonly [string, string])[] {
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(env().PORTAL_URL).hostname);
  return [
    ['x-frame-options', 'DENY'],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ['cache-control', 'private, no-store'],
    ...(local ? [] : ([['strict-transport-security', HSTS]] as const)),
  ];
}
