import type { NextAuthOptions } from 'next-auth';
import { env } from '../config/env.ts';
import { now } from '../context/clock.ts';
import { processDb } from '../context/database.ts';
import { log } from '../http/log.ts';
import { COOKIE_MAX_AGE_SECONDS, sessionCookie } from './cookie.ts';
import { endSession } from './end-session.ts';
import { findSession } from './find-session.ts';
import { UNKNOWN_PERSON } from './provider-names.ts';
import { providers } from './providers.ts';
import { startSession } from './start-session.ts';

declare module 'next-auth' {
  interface User {
    readonly level?: number;
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    /** Opaque id of a row in `sessions`; the cookie holds nothing else. */
    sid?: string;
  }
}

/** next-auth as this portal uses it: its token carries only the id of a session that the server can end. */
export function authOptions(): NextAuthOptions {
  const settings = env();
  const secure = settings.PORTAL_URL.startsWith('https://');
  // next-auth takes its own address from here and from nowhere in the request.
  process.env.NEXTAUTH_URL = settings.PORTAL_URL;
  return {
    secret: settings.AUTH_SECRET,
    useSecureCookies: secure,
    providers: providers(),
    pages: { signIn: '/login', error: '/login', signOut: '/' },
    session: { strategy: 'jwt', maxAge: COOKIE_MAX_AGE_SECONDS },
    cookies: { sessionToken: sessionCookie() },
    callbacks: {
      signIn: ({ user }) => (user.id === UNKNOWN_PERSON ? '/login?error=unknown' : true),
      async jwt({ token, user, account }) {
        if (user) {
          const login = {
            personUuid: user.id,
            authenticationLevel: user.level ?? 0,
            authenticationMethod: account?.provider ?? '',
          };
          return { sid: await startSession(processDb(), login, now()) };
        }
        const live = token.sid && (await findSession(processDb(), token.sid, now()));
        if (!live) throw new Error('The session has ended.');
        return { sid: token.sid };
      },
      session: ({ session }) => ({ expires: session.expires, user: {} }),
    },
    events: {
      async signOut({ token }) {
        if (token?.sid) await endSession(processDb(), token.sid, now());
      },
    },
    logger: {
      // next-auth's metadata may hold claims or tokens: only its code is kept.
      error: (code) => log().warn({ code }, 'sign-in refused'),
      warn: () => {},
      debug: () => {},
    },
  };
}
