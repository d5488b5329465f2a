import { env } from '#lib/config/env.ts';
import { now } from '#lib/context/clock.ts';
import { processDb } from '#lib/context/database.ts';
import { CACHEABLE_DOC, cacheableJson } from '#lib/http/cacheable.ts';
import { oauthResponse } from '#lib/http/oauth-response.ts';
import { apiSection, endpoint, type Section } from '#lib/http/section.ts';
import { JWKS_CACHE_CONTROL, jwksDto } from '#lib/maskinporten/schema.ts';
import { publishedKeys } from '#lib/maskinporten/signing-keys.ts';

/** The issuer's public keys; also under the name that older consumers use. */
export const jwk = keySection('/jwk');
export const jwkJson = keySection('/jwk.json');

function keySection(base: string): Section {
  return apiSection({
    base,
    title: 'Keys',
    cors: true,
    errors: 'oauth',
    onError: (error) => oauthResponse(env().issuer, error),
    endpoints: [
      endpoint(
        'GET',
        '',
        { summary: 'The public keys of the issuer (RFC 7517)', answer: jwksDto, auth: 'anonymous', ...CACHEABLE_DOC },
        async ({ request }) =>
          cacheableJson(request, { keys: await publishedKeys(processDb(), now()) }, JWKS_CACHE_CONTROL),
      ),
    ],
  });
}
