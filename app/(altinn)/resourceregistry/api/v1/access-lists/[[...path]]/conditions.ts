import type { ApiRequest } from '#lib/http/api-request.ts';
import { type AccessList, type Conditions, toTag } from '#lib/resources/access-lists/model.ts';

/** Reads `If-Match` and `If-None-Match`. @see RFC 9110 §13.1 */
export function readConditions(request: ApiRequest): Conditions {
  return { ifMatch: tagsOf(request, 'if-match'), ifNoneMatch: tagsOf(request, 'if-none-match') };
}

/** The validators of a list's present version. */
export function validatorsOf(list: AccessList): Readonly<Record<string, string>> {
  return { etag: toTag(list.version), 'last-modified': list.updatedAt.toUTCString() };
}

function tagsOf(request: ApiRequest, name: string): readonly string[] | undefined {
  return request.headers
    .get(name)
    ?.split(',')
    .map((tag) => tag.trim());
}
