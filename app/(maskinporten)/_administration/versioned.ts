import type { ApiRequest } from '#lib/http/api-request.ts';
import { type Answer, json } from '#lib/http/responses.ts';
import type { ClientKey } from '#lib/maskinporten/client-keys/model.ts';
import { toKeyDto, toKeySetDto } from '#lib/maskinporten/client-keys/schema.ts';
import type { ClientWithKeys, WholeClient } from '#lib/maskinporten/clients/read-client.ts';
import { toClientDto } from '#lib/maskinporten/clients/schema.ts';
import { toEtag } from '#lib/maskinporten/clients/version.ts';
import type { OnBehalfOfClient } from '#lib/maskinporten/on-behalf-of/read-on-behalf-of.ts';
import { toOnBehalfOfDto } from '#lib/maskinporten/on-behalf-of/schema.ts';

/** What the reference says of a change that can be meant for one version. */
export const VERSIONED_DOC = {
  headers: { 'If-Match': 'the ETag of the client that the change is meant for; without it any' },
  responses: { 200: 'OK', 412: 'The client has been changed since' },
} as const;

/** The version that a change is meant for, as the caller has read it. */
export function ifMatchOf(request: ApiRequest): string | undefined {
  return request.headers.get('if-match') ?? undefined;
}

/** A client with its version as `ETag`. */
export function toClientResponse(whole: WholeClient): Answer {
  return json(toClientDto(whole), 200, { etag: toEtag(whole.client.version) });
}

/** An on-behalf-of entry with its client's version as `ETag`. */
export function toOnBehalfOfResponse({ client, entry }: OnBehalfOfClient): Answer {
  return json(toOnBehalfOfDto(entry), 200, { etag: toEtag(client.version) });
}

/** A key set with its client's version as `ETag`. */
export function toKeySetResponse({ client, keys }: ClientWithKeys): Answer {
  return json(toKeySetDto(client, keys), 200, { etag: toEtag(client.version) });
}

/** One key with its client's version as `ETag`. */
export function toKeyResponse({ client, key }: ClientWithKeys & { readonly key: ClientKey }): Answer {
  return json(toKeyDto(key), 200, { etag: toEtag(client.version) });
}
