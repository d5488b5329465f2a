import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import nextAuth from 'next-auth';
import { env } from '../config/env.ts';
import { authOptions } from './auth-options.ts';

type RouteContext = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** Answers `/api/auth/*`; the one place where next-auth is called. */
export function authHandler(request: NextRequest, context: RouteContext): Promise<Response> {
  return nextAuth(request, context, authOptions());
}

/**
 * Calls next-auth from a server action as a browser would, with the token of its own CSRF check, and keeps the cookies
 * that it sets.
 * @returns where next-auth would send the browser.
 */
export async function callAuth(path: string[], form: Readonly<Record<string, string>>): Promise<URL> {
  const csrf = await send('GET', ['csrf']);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await send('POST', path, { ...form, csrfToken });
  return new URL(answer.headers.get('location') ?? '/', env().PORTAL_URL);
}

async function send(method: 'GET' | 'POST', path: string[], form?: Readonly<Record<string, string>>) {
  const request = new NextRequest(new URL(`/api/auth/${path.join('/')}`, env().PORTAL_URL), {
    method,
    ...(form
      ? { body: new URLSearchParams(form), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
      : {}),
  });
  const response = await authHandler(request, { params: Promise.resolve({ nextauth: path }) });
  const jar = await cookies();
  for (const cookie of new NextResponse(null, { headers: response.headers }).cookies.getAll()) jar.set(cookie);
  return response;
}
