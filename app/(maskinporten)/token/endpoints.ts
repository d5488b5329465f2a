import { z } from 'zod';
import { env } from '#lib/config/env.ts';
import { now } from '#lib/context/clock.ts';
import { ANONYMOUS } from '#lib/context/context.ts';
import { processDb } from '#lib/context/database.ts';
import { readForm } from '#lib/http/form.ts';
import { log } from '#lib/http/log.ts';
import { oauthResponse } from '#lib/http/oauth-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { OAuthError } from '#lib/kernel/errors.ts';
import { tell } from '#lib/kernel/happenings.ts';
import { grantToken } from '#lib/maskinporten/grant-token.ts';
import { JWT_BEARER_GRANT } from '#lib/maskinporten/model.ts';
import { tokenResponse, toTokenForm, toTokenResponse } from '#lib/maskinporten/schema.ts';

const NOT_KEPT = { 'content-type': 'application/json', 'cache-control': 'no-store', pragma: 'no-cache' } as const;

/** Maskinporten's token endpoint. */
export const token = apiSection({
  base: '/token',
  title: 'Token',
  errors: 'oauth',
  onError: (error) => {
    if (error instanceof OAuthError) log().info({ code: error.code }, 'token refused');
    tell('token', { outcome: error instanceof OAuthError ? error.code : 'failed' });
    return oauthResponse(env().issuer, error);
  },
  endpoints: [
    endpoint(
      'POST',
      '',
      {
        summary: 'Exchange a signed grant for an access token (RFC 7523)',
        answer: tokenResponse,
        auth: 'anonymous; the signature on the assertion says who asks',
        bodyType: 'application/x-www-form-urlencoded',
        body: z.object({ grant_type: z.literal(JWT_BEARER_GRANT), assertion: z.string() }),
        responses: { 200: 'The access token', 400: 'The grant is refused; error_uri explains why' },
      },
      async ({ request }) => {
        const form = toTokenForm(await readForm(request));
        const granted = await grantToken({ db: processDb(), now: now(), actor: ANONYMOUS }, form);
        tell('token', { outcome: 'issued' });
        return json(toTokenResponse(granted), 200, NOT_KEPT);
      },
    ),
  ],
});
