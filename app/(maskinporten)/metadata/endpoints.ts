import { env } from '#lib/config/env.ts';
import { CACHEABLE_DOC, cacheableJson } from '#lib/http/cacheable.ts';
import { oauthResponse } from '#lib/http/oauth-response.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { METADATA_CACHE_CONTROL, metadataDto, toMetadata } from '#lib/maskinporten/schema.ts';

/** What the issuer can do and where (RFC 8414). */
export const metadata = apiSection({
  base: '/.well-known/oauth-authorization-server',
  title: 'Metadata',
  cors: true,
  errors: 'oauth',
  onError: (error) => oauthResponse(env().issuer, error),
  endpoints: [
    endpoint(
      'GET',
      '',
      { summary: 'Metadata of the issuer (RFC 8414)', answer: metadataDto, auth: 'anonymous', ...CACHEABLE_DOC },
      ({ request }) => cacheableJson(request, toMetadata(), METADATA_CACHE_CONTROL),
    ),
  ],
});
