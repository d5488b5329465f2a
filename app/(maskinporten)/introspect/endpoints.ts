import { z } from 'zod';
import { env } from '#lib/config/env.ts';
import { readForm } from '#lib/http/form.ts';
import { oauthResponse } from '#lib/http/oauth-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { introspectToken } from '#lib/maskinporten/introspect-token.ts';
import { introspectionDto, toIntrospectionForm } from '#lib/maskinporten/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** Says whether a token is good at this moment (RFC 7662); an extra that nothing depends on. */
export const introspect = apiSection({
  base: '/introspect',
  title: 'Introspection',
  errors: 'oauth',
  onError: (error) => oauthResponse(env().issuer, error),
  endpoints: [
    endpoint(
      'POST',
      '',
      {
        summary: 'Say whether a token of ours is good now; not when its system user may not act (RFC 7662)',
        answer: introspectionDto,
        auth: 'a client assertion, or a bearer token of this issuer',
        bodyType: 'application/x-www-form-urlencoded',
        body: z.object({
          token: z.string(),
          client_assertion: z.string().optional(),
          client_assertion_type: z.string().optional(),
        }),
        responses: { 200: 'active, and the claims of a token that is', 401: 'The caller does not say who it is' },
      },
      async ({ request }) => {
        const form = toIntrospectionForm(await readForm(request));
        return json(await introspectToken(await fromBearer(request), form), 200, {
          'content-type': 'application/json',
        });
      },
    ),
  ],
});
