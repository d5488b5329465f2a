import { env } from '../config/env.ts';
import type { RegisteredSystem } from './model.ts';

const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
/** Without the slashes a URL parser would make the path a host. */
const ABSOLUTE = /^https?:\/\//i;
/** What a URL parser would drop or turn around without a word: white space, controls, backslashes. */
const AMBIGUOUS = /[\s\\\p{Cc}]/u;

/**
 * Turns a return address into the form that is stored (host in lower case, a bare authority gains `/`), or `undefined`
 * when a vendor may not list it: not absolute https, user info, fragment or wildcard. Plain http passes for the
 * machine's own loopback in the sandbox only.
 */
export function parseRedirectUrl(text: string): string | undefined {
  if (AMBIGUOUS.test(text) || text.includes('#') || !ABSOLUTE.test(text)) return undefined;
  const url = URL.parse(text);
  if (!url || hasUserInfo(url) || url.hostname.includes('*')) return undefined;
  if (url.protocol === 'https:') return url.href;
  const isLoopback = LOOPBACK_HOSTS.includes(url.hostname);
  return isLoopback && env().PORTAL_ENVIRONMENT === 'sandbox' ? url.href : undefined;
}

/**
 * Whether the address is on the system's list. Scheme, host, port and path must agree; query and fragment are the
 * vendor's own business on both sides.
 * @see Altinn system user requests, redirectUrl
 */
export function matchesRedirect(system: Pick<RegisteredSystem, 'allowedRedirectUrls'>, url: string): boolean {
  const wanted = addressOf(url);
  return wanted !== undefined && system.allowedRedirectUrls.some((allowed) => addressOf(allowed) === wanted);
}

function addressOf(text: string): string | undefined {
  if (AMBIGUOUS.test(text) || !ABSOLUTE.test(text)) return undefined;
  const url = URL.parse(text);
  if (!url || hasUserInfo(url)) return undefined;
  return `${url.protocol}//${url.host}${url.pathname}`;
}

function hasUserInfo(url: URL): boolean {
  return url.username !== '' || url.password !== '';
}
