import { strictTransport } from '#lib/http/transport.ts';

/**
 * The content policy of a page: scripts and styles by nonce or from here, no frames around us, no foreign images (C4, C7, C8).
 * @param formTargets other origins at which a form may end after a redirect.
 */
export function contentSecurityPolicy(nonce: string, formTargets: readonly string[] = []): string {
  // Next's development overlay evaluates code and writes style attributes.
  const development = process.env.NODE_ENV === 'development';
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    ['form-action', `'self'`, ...formTargets].join(' '),
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** The other headers of a page (C4, C10, C11, C15). @param hostname where the browser finds it. */
export function pageHeaders(hostname: string): readonly (readonly [string, string])[] {
  const transport = strictTransport(hostname);
  return [
    ['x-frame-options', 'DENY'],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ['cache-control', 'private, no-store'],
    ...(transport === undefined ? [] : ([['strict-transport-security', transport]] as const)),
  ];
}
