import { now } from '#lib/context/clock.ts';
import { processDb } from '#lib/context/database.ts';
import { CACHEABLE_DOC, cacheableJson } from '#lib/http/cacheable.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { apiSection, type Call, endpoint } from '#lib/http/section.ts';
import {
  JWKS_CACHE_CONTROL,
  jwksDto,
  METADATA_CACHE_CONTROL,
  metadataDto,
  toExchangeMetadata,
} from '#lib/maskinporten/schema.ts';
import { publishedKeys } from '#lib/maskinporten/signing-keys.ts';

const metadata = ({ request }: Call) => cacheableJson(request, toExchangeMetadata(), METADATA_CACHE_CONTROL);

/** Metadata and keys of the issuer of exchanged tokens. */
export const openid = apiSection({
  base: '/authentication/api/v1/openid',
  title: 'Issuer of exchanged tokens',
  cors: true,
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '.well-known/openid-configuration',
      { summary: 'Metadata of the issuer', answer: metadataDto, auth: 'anonymous', ...CACHEABLE_DOC },
      metadata,
    ),
    endpoint(
      'GET',
      '.well-known/oauth-authorization-server',
      { summary: 'Metadata of the issuer', answer: metadataDto, auth: 'anonymous', ...CACHEABLE_DOC },
      metadata,
    ),
    endpoint(
      'GET',
      '.well-known/openid-configuration/jwks',
      { summary: 'The public keys of the issuer', answer: jwksDto, auth: 'anonymous', ...CACHEABLE_DOC },
      async ({ request }) =>
        cacheableJson(request, { keys: await publishedKeys(processDb(), now()) }, JWKS_CACHE_CONTROL),
    ),
  ],
});
