import type { ApiRequest } from '#lib/http/api-request.ts';
import { decodePageToken, encodePageToken, pageOf, toNextLink } from '#lib/http/paging.ts';
import { readQuery } from '#lib/http/query.ts';
import { indentedJson } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { bindingProblem } from '#lib/kernel/errors.ts';
import {
  FEED_LIMIT_MAX,
  type FeedPosition,
  readPolicyChanges,
  readUpdatedSubjects,
} from '#lib/resources/read-feeds.ts';
import {
  feedCursor,
  fromFeedCursor,
  policyChangeDto,
  toFeedCursor,
  toUpdatedSubjectDto,
  updatedSubjectDto,
} from '#lib/resources/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { BASE } from './base.ts';

const query = { token: 'from the link to the next page', limit: `1 to ${FEED_LIMIT_MAX}` };

/** What those who copy the registry follow. */
export const feedEndpoints = [
  endpoint(
    'GET',
    'updated',
    {
      summary: 'Follow the subjects of policies in the order of their last change',
      answer: pageOf(updatedSubjectDto),
      auth: 'anonymous',
      query: { since: 'ISO 8601 instant', ...query },
      responses: { 200: 'One page', 400: 'Bad limit (RR.VLD-00008), date or token' },
    },
    async ({ request, url }) => {
      const since = readSince(url);
      const after = readToken(url) ?? (since && { at: since, identifier: '', subjectUrn: '' });
      const limit = readLimit(url);
      const page = await readUpdatedSubjects(await fromBearer(request), { after, limit });
      return indentedJson({
        links: linksOf(request, 'updated', { since: readQuery(url, 'since'), limit }, page.next),
        data: page.subjects.map(toUpdatedSubjectDto),
      });
    },
  ),
  endpoint(
    'GET',
    'changes',
    {
      summary: 'Follow the resources whose policies changed, each at its latest change',
      answer: pageOf(policyChangeDto),
      auth: 'anonymous',
      query,
      responses: { 200: 'One page', 400: 'Bad limit (RR.VLD-00011) or token' },
    },
    async ({ request, url }) => {
      const limit = readLimit(url);
      const page = await readPolicyChanges(await fromBearer(request), { after: readToken(url), limit });
      const data = page.changes.map(({ identifier, changedAt }) => ({
        resourceId: identifier,
        changedAt: changedAt.toISOString(),
      }));
      return indentedJson({ links: linksOf(request, 'changes', { limit }, page.next), data });
    },
  ),
];

/** The link repeats what was asked; the token alone says where the next page begins. */
function linksOf(
  request: ApiRequest,
  feed: string,
  { since, limit }: { readonly since?: string | undefined; readonly limit: number },
  next: FeedPosition | undefined,
) {
  if (!next) return {};
  const query = new URLSearchParams({ ...(since === undefined ? {} : { since }), limit: String(limit) });
  return { next: toNextLink(request, `${BASE}/${feed}?${query}`, encodePageToken(toFeedCursor(next))) };
}

function readToken(url: URL): FeedPosition | undefined {
  const cursor = decodePageToken(readQuery(url, 'token'), feedCursor);
  return cursor === undefined ? undefined : fromFeedCursor(cursor);
}

function readSince(url: URL): Date | undefined {
  const text = readQuery(url, 'since');
  if (!text) return undefined;
  // A plus sign in a query is a space once decoded: `…T12:00:00 01:00`.
  const since = new Date(text.replace(/ (?=[0-9]{2}:[0-9]{2}$)/, '+'));
  if (!/^[0-9]{4}-/.test(text) || Number.isNaN(since.getTime())) {
    throw bindingProblem({ since: [`The value '${text}' is not valid.`] });
  }
  return since;
}

function readLimit(url: URL): number {
  const text = readQuery(url, 'limit');
  if (text === undefined || text === '') return FEED_LIMIT_MAX;
  if (!/^-?[0-9]{1,9}$/.test(text)) throw bindingProblem({ limit: [`The value '${text}' is not valid.`] });
  return Number(text);
}
