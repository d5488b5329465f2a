import { decode, encode } from 'next-auth/jwt';
import { env } from '../config/env.ts';
import { SESSION_TOTAL_HOURS } from './model.ts';

/** How long a browser keeps the cookie; the server's own limits are shorter or equal. */
export const COOKIE_MAX_AGE_SECONDS = SESSION_TOTAL_HOURS * 3600;

/** The session cookie: host-bound and secure wherever the portal is reached by https. */
export function sessionCookie() {
  const secure = env().PORTAL_URL.startsWith('https://');
  return {
    name: secure ? '__Host-session' : 'session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const;
}

/** Wraps a session's opaque id as the encrypted token that next-auth reads. */
export function encodeSessionId(id: string): Promise<string> {
  return encode({ token: { sid: id }, secret: env().AUTH_SECRET, maxAge: COOKIE_MAX_AGE_SECONDS });
}

/** The opaque session id inside a cookie, or `undefined` when the cookie is not ours or too old. */
export async function decodeSessionId(cookie: string): Promise<string | undefined> {
  try {
    const token = await decode({ token: cookie, secret: env().AUTH_SECRET });
    return typeof token?.sid === 'string' ? token.sid : undefined;
  } catch {
    // A cookie that cannot be decrypted is nobody's session, whatever the reason.
    return undefined;
  }
}
