import { createHash } from 'node:crypto';
import type { ApiRequest } from './api-request.ts';
import { type Answer, empty, json } from './responses.ts';

/** What the reference says of such an answer. */
export const CACHEABLE_DOC = {
  headers: { 'If-None-Match': 'the ETag of the answer that the caller has' },
  responses: { 200: 'OK', 304: 'The caller has it already' },
} as const;

/**
 * A JSON answer that anybody may keep, with an entity tag; 304 when the caller has it already.
 * @see RFC 9110 §13.1.2
 */
export function cacheableJson(request: ApiRequest, value: unknown, cacheControl: string): Answer {
  const etag = `"${createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)}"`;
  const headers = { 'cache-control': cacheControl, etag };
  if (knows(request, etag)) return empty(304, headers);
  return json(value, 200, { 'content-type': 'application/json', ...headers });
}

function knows(request: ApiRequest, etag: string): boolean {
  const known = request.headers.get('if-none-match') ?? '';
  return known
    .split(',')
    .some((candidate) => candidate.trim().replace(/^W\//, '') === etag || candidate.trim() === '*');
}
