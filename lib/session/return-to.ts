const BASE = 'http://portal.invalid';
const RETURN_TO_MAX_LENGTH = 2000;

/**
 * The path to go to after log-in, or `/`: only a path of this portal passes, never another origin (C6).
 * Control characters and backslashes are refused outright, because browsers read them as slashes or drop them.
 */
export function parseReturnTo(text: string | undefined | null): string {
  if (!text || text.length > RETURN_TO_MAX_LENGTH) return '/';
  if (!text.startsWith('/') || text.startsWith('//') || /[\\\p{Cc}]/u.test(text)) return '/';
  if (!URL.canParse(text, BASE)) return '/';
  const url = new URL(text, BASE);
  if (url.origin !== BASE || url.pathname.startsWith('//')) return '/';
  if (/^\/(login|api\/auth)(\/|$)/.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
