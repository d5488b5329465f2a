import { env } from '#lib/config/env.ts';
import { now } from '#lib/context/clock.ts';
import { ANONYMOUS } from '#lib/context/context.ts';
import { processDb } from '#lib/context/database.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { empty } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { parseUuid } from '#lib/kernel/brands.ts';
import { readReturnAddress } from '#lib/requests/read-return-address.ts';
import { decodeSessionId, sessionCookie } from '#lib/session/cookie.ts';
import { endSession } from '#lib/session/end-session.ts';

const LOGOUT_COOKIE = 'AltinnLogoutInfo';
const KINDS: Readonly<Record<string, 'standard' | 'agent' | 'change'>> = {
  SystemuserRequestId: 'standard',
  SystemuserAgentRequestId: 'agent',
  SystemuserChangeRequestId: 'change',
};

/** Leaving the portal after an answer, and on to where the vendor wants the person. */
export const logout = apiSection({
  base: '/authentication/api/v1/logout',
  title: 'Portal: log-out',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      { summary: 'End the session', auth: 'anonymous', responses: { 302: 'To the next step' } },
      async ({ request }) => {
        const location = `${env().PORTAL_URL}/authentication/api/v1/logout/handleloggedout`;
        // Another site's link must not end anybody's session.
        const isForeign = request.headers.get('sec-fetch-site') === 'cross-site';
        return { ...empty(302, { location }), cookies: isForeign ? [] : await endCallersSession(request) };
      },
    ),
    endpoint(
      'GET',
      'handleloggedout',
      {
        summary: 'Go on to the return address of the request in the cookie',
        auth: 'anonymous',
        responses: { 302: 'To the vendor, or to the portal' },
      },
      async ({ request }) => {
        const key = readKey(request);
        const context = { db: processDb(), now: now(), actor: ANONYMOUS };
        const address = key && (await readReturnAddress(context, key));
        const location = address ?? `${env().PORTAL_URL}/`;
        return { ...empty(302, { location }), cookies: [`${LOGOUT_COOKIE}=; Path=/; Max-Age=0`] };
      },
    ),
  ],
});

/** @returns the cookies that make the browser forget it */
async function endCallersSession(request: ApiRequest): Promise<readonly string[]> {
  const { name } = sessionCookie();
  const cookie = readCookie(request, name);
  if (!cookie) return [];
  const id = await decodeSessionId(cookie);
  if (id) await endSession(processDb(), id, now());
  const secure = env().PORTAL_URL.startsWith('https://') ? '; Secure' : '';
  return [`${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`];
}

function readKey(request: ApiRequest) {
  const [name = '', text = ''] = (readCookie(request, LOGOUT_COOKIE) ?? '').split('=');
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  const id = parseUuid(text);
  return kind && id ? { kind, id } : undefined;
}

function readCookie(request: ApiRequest, name: string): string | undefined {
  const cookies = request.headers.get('cookie')?.split(/; */) ?? [];
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}
