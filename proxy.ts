import { type NextRequest, NextResponse } from 'next/server';
import { env } from '#lib/config/env.ts';
import { REFUSAL_HEADER } from '#lib/http/draw-refusals.ts';
import { LANGUAGE_COOKIE, parseLanguage } from '#lib/i18n/languages.ts';
import { isKnownHost } from '#lib/session/known-host.ts';
import { PATH_HEADER } from '#lib/session/path-header.ts';
import { isSameOrigin } from '#lib/session/same-origin.ts';
import { foldMachinePath, isMachinePath } from './app/(portal)/_parts/machine-paths.ts';
import { contentSecurityPolicy, pageHeaders } from './app/(portal)/_parts/security-headers.ts';

const LANGUAGE_MAX_AGE_SECONDS = 365 * 24 * 3600;
/** The guest's pages: served in a process that has no settings of the portal. */
const GUEST = /^\/smartregnskap(?:\/|$)/i;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What every page needs before it is rendered: the nonce of its content policy, its own path, the chosen language, and
 * a first look at where a form came from. It decides nothing about authority: pages and actions ask the session
 * themselves, so that a way around this function leads nowhere (C12).
 */
export function proxy(request: NextRequest): NextResponse {
  const { nextUrl } = request;
  if (isMachinePath(nextUrl.pathname)) return machine(request);
  if (GUEST.test(nextUrl.pathname)) return page(request, nextUrl.hostname, { refusals: '/smartregnskap/refused' });
  const portal = new URL(env().PORTAL_URL);
  if (!isKnownHost(request.headers.get('host'), env().PORTAL_URL)) return bare(421, portal);
  if (!SAFE_METHODS.has(request.method) && isForged(request)) return bare(403, portal);
  const language = parseLanguage(nextUrl.searchParams.get('lang'));
  if (language && SAFE_METHODS.has(request.method)) return withHeaders(remember(request, language), portal.hostname);

  // A form of ours may end at our own guest's return address, which in a demonstration stands on another port.
  const formTargets = new Set([portal.origin, new URL(env().SMARTREGNSKAP_URL).origin]);
  return page(request, portal.hostname, { refusals: '/refused', formTargets: [...formTargets] });
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|icon\\.svg|logo\\.svg|favicon\\.ico).*)'],
};

function page(
  request: NextRequest,
  hostname: string,
  { refusals, formTargets = [] }: { readonly refusals: string; readonly formTargets?: readonly string[] },
): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, formTargets);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const refusal = request.headers.get(REFUSAL_HEADER);
  const forward = { request: { headers } };
  const response =
    refusal === null
      ? NextResponse.next(forward)
      : NextResponse.rewrite(elsewhere(request, `${refusals}/${refusal}`), forward);
  response.headers.set('content-security-policy', policy);
  return withHeaders(response, hostname);
}

/** A refusal before any page. */
function bare(status: 403 | 421, portal: URL): NextResponse {
  return withHeaders(new NextResponse(null, { status }), portal.hostname);
}

function withHeaders(response: NextResponse, hostname: string): NextResponse {
  for (const [name, value] of pageHeaders(hostname)) response.headers.set(name, value);
  return response;
}

/** Next's own routing is case-sensitive and Altinn's is not; the production door folds paths by itself. */
function machine(request: NextRequest): NextResponse {
  const folded = foldMachinePath(request.nextUrl.pathname);
  if (folded === request.nextUrl.pathname) return NextResponse.next();
  return NextResponse.rewrite(elsewhere(request, folded));
}

function elsewhere(request: NextRequest, pathname: string): URL {
  const url = request.nextUrl.clone();
  url.pathname = pathname;
  return url;
}

/** A form from elsewhere: a foreign origin, or none although a session is at stake (C3). */
function isForged(request: NextRequest): boolean {
  const origin = request.headers.get('origin');
  const secFetchSite = request.headers.get('sec-fetch-site');
  const hasSession = request.cookies.has('session') || request.cookies.has('__Host-session');
  if (origin === null && secFetchSite === null && !hasSession) return false;
  return !isSameOrigin({ origin, secFetchSite, host: request.headers.get('host') }, env().PORTAL_URL);
}

/** Keeps the choice in a cookie and shows the same address without it. */
function remember(request: NextRequest, language: string): NextResponse {
  const url = request.nextUrl.clone();
  url.searchParams.delete('lang');
  const response = NextResponse.redirect(url, 303);
  response.cookies.set(LANGUAGE_COOKIE, language, {
    path: '/',
    maxAge: LANGUAGE_MAX_AGE_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
    secure: env().PORTAL_URL.startsWith('https://'),
  });
  return response;
}
