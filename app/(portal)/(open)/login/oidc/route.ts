import { env } from '#lib/config/env.ts';
import { parseReturnTo } from '#lib/session/return-to.ts';
import { startOidcSignIn } from '#lib/session/sign-in.ts';

/**
 * Sends the browser to the external identity provider. A link and not a form, because the content policy keeps forms
 * from ending at a foreign host; state, nonce and PKCE bind the answer to this browser.
 */
export async function GET(request: Request): Promise<Response> {
  if (env().OIDC_ISSUER === undefined) return new Response(null, { status: 404 });
  const target = await startOidcSignIn(parseReturnTo(new URL(request.url).searchParams.get('returnTo')));
  return new Response(null, { status: 302, headers: { location: target.href } });
}
