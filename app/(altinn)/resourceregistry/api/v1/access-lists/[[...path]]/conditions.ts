import type { ApiRequest } from '#lib/http/api-request.ts';
import type { Conditions } from '#lib/resources/access-lists/model.ts';

/** What the reference says of them. */
export const CONDITION_HEADERS = {
  'If-Match': 'entity tags by comma, or *; the list must have one of them',
  'If-Unmodified-Since': 'a Last-Modified; counts only without If-Match',
  'If-None-Match': 'entity tags by comma, or *; the list must have none of them',
  'If-Modified-Since': 'a Last-Modified; counts only without If-None-Match',
} as const;

/** Reads the headers that say which versions a call is meant for. @see RFC 9110 §13.1 */
export function readConditions(request: ApiRequest): Conditions {
  return {
    ifMatch: tagsOf(request, 'if-match'),
    ifUnmodifiedSince: timeOf(request, 'if-unmodified-since'),
    ifNoneMatch: tagsOf(request, 'if-none-match'),
    ifModifiedSince: timeOf(request, 'if-modified-since'),
  };
}

function tagsOf(request: ApiRequest, name: string): readonly string[] | undefined {
  return request.headers
    .get(name)
    ?.split(',')
    .map((tag) => tag.trim());
}

/** Reads a time as `Last-Modified` has it (RFC 9110 §5.6.7); anything else is passed over, as §13.1.3 demands. */
function timeOf(request: ApiRequest, name: string): Date | undefined {
  const text = request.headers.get(name) ?? '';
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toUTCString() === text ? time : undefined;
}
