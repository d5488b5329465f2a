import { z } from 'zod';
import { readJson } from '#lib/http/body.ts';
import { decodePageToken, encodePageToken, pageOf, toNextLink } from '#lib/http/paging.ts';
import { readQuery, readQueryWords } from '#lib/http/query.ts';
import { empty, json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { deleteAccessList } from '#lib/resources/access-lists/delete-access-list.ts';
import { validatorsOf } from '#lib/resources/access-lists/model.ts';
import { assertListReader, assertListWriter } from '#lib/resources/access-lists/owner.ts';
import { readAccessList, readAccessLists } from '#lib/resources/access-lists/read-access-lists.ts';
import { readListsOfMember } from '#lib/resources/access-lists/read-lists-of-member.ts';
import { readMemberships } from '#lib/resources/access-lists/read-memberships.ts';
import { saveAccessList } from '#lib/resources/access-lists/save-access-list.ts';
import {
  accessListDto,
  accessListSchema,
  membershipsDto,
  textCursor,
  toAccessListDto,
  toMembershipDto,
} from '#lib/resources/access-lists/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { fromPlatform, PLATFORM_ACCESS_HEADER } from '#lib/session/platform-access.ts';
import { BASE, CHANGE_RESPONSES, DECISION_POINTS, LOOK_RESPONSES, READ, UNKNOWN_OWNER, WRITE } from './base.ts';
import { CONDITION_HEADERS, readConditions } from './conditions.ts';
import { INCLUDES, readInclusion } from './inclusion.ts';

/** Lists as such, and the lookup for decision points. */
export const listEndpoints = [
  endpoint(
    'GET',
    'memberships',
    {
      summary: 'Find the resources that a party reaches by access lists',
      answer: membershipsDto,
      auth: READ,
      headers: PLATFORM_ACCESS_HEADER,
      query: { party: { description: 'one party URN', required: true }, resource: 'at most one resource URN' },
      responses: {
        200: 'Memberships',
        400: 'RR-00001, RR.VLD-00003, RR.VLD-00004, RR.VLD-00005, RR.VLD-00006, RR.VLD-00007',
      },
    },
    async ({ request, url }) => {
      const question = { parties: readQueryWords(url, 'party'), resources: readQueryWords(url, 'resource') };
      const memberships = await readMemberships(await fromPlatform(request), question);
      return json({ data: memberships.map(toMembershipDto) });
    },
  ),
  endpoint(
    'GET',
    'get-by-member',
    {
      summary: 'Find the access lists that an organisation is on',
      answer: z.array(accessListDto),
      auth: DECISION_POINTS,
      headers: PLATFORM_ACCESS_HEADER,
      query: { party: { description: 'party URN with a uuid', required: true } },
      responses: { 200: 'Lists of all owners', 400: 'Another kind of URN' },
    },
    async ({ request, url }) => {
      const lists = await readListsOfMember(await fromPlatform(request), readQuery(url, 'party') ?? '');
      return json(lists.map((list) => toAccessListDto(list)));
    },
  ),
  endpoint(
    'GET',
    '{owner}',
    {
      summary: 'List the access lists of a service owner',
      answer: pageOf(accessListDto),
      auth: READ,
      query: {
        token: 'from the link to the next page',
        include: `words by comma: ${INCLUDES.join(', ')}`,
        resource: 'the resource whose connections to include',
      },
      responses: { 200: 'One page', 400: `RR.VLD-00002; ${UNKNOWN_OWNER}`, 501: 'RR-00000' },
    },
    async ({ request, url, params }) => {
      const context = await fromBearer(request);
      await assertListReader(context, params.owner);
      const inclusion = readInclusion(url);
      const { lists, next } = await readAccessLists(context, {
        owner: params.owner,
        after: decodePageToken(readQuery(url, 'token'), textCursor),
        resourceId: inclusion?.resourceId,
      });
      const link = next && toNextLink(request, `${BASE}/${params.owner}${url.search}`, encodePageToken(next));
      return json({ links: link ? { next: link } : {}, data: lists.map((list) => toAccessListDto(list, inclusion)) });
    },
  ),
  endpoint(
    'GET',
    '{owner}/{identifier}',
    {
      summary: 'Read an access list',
      answer: accessListDto,
      auth: READ,
      headers: CONDITION_HEADERS,
      responses: { 200: 'The list', ...LOOK_RESPONSES },
    },
    async ({ request, params }) => {
      const list = await readAccessList(await fromBearer(request), { ...params, conditions: readConditions(request) });
      return json(toAccessListDto(list), 200, validatorsOf(list));
    },
  ),
  endpoint(
    'PUT',
    '{owner}/{identifier}',
    {
      summary: 'Create an access list or change its name and description',
      answer: accessListDto,
      auth: WRITE,
      body: accessListSchema,
      headers: CONDITION_HEADERS,
      responses: { 200: 'The list', ...CHANGE_RESPONSES, 400: `Names that are not allowed; ${UNKNOWN_OWNER}` },
    },
    async ({ request, params }) => {
      const context = await fromBearer(request);
      await assertListWriter(context, params.owner);
      const body = await readJson(request, accessListSchema);
      const list = await saveAccessList(context, { ...params, ...body, conditions: readConditions(request) });
      return json(toAccessListDto(list), 200, validatorsOf(list));
    },
  ),
  endpoint(
    'DELETE',
    '{owner}/{identifier}',
    {
      summary: 'Delete an access list',
      answer: accessListDto,
      auth: WRITE,
      headers: CONDITION_HEADERS,
      responses: { 200: 'The list as it was', 204: 'There was none', ...CHANGE_RESPONSES },
    },
    async ({ request, params }) => {
      const conditions = readConditions(request);
      const list = await deleteAccessList(await fromBearer(request), { ...params, conditions });
      return list ? json(toAccessListDto(list), 200, validatorsOf(list)) : empty(204);
    },
  ),
];
