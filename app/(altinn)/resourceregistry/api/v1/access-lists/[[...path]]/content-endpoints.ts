import type { ApiRequest } from '#lib/http/api-request.ts';
import { readJson } from '#lib/http/body.ts';
import { decodePageToken, encodePageToken, pageOf, toNextLink } from '#lib/http/paging.ts';
import { readQuery } from '#lib/http/query.ts';
import { type Answer, empty, json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { changeMembers, type MemberChange } from '#lib/resources/access-lists/change-members.ts';
import { connectResource, disconnectResource } from '#lib/resources/access-lists/connect-resource.ts';
import { validatorsOf } from '#lib/resources/access-lists/model.ts';
import { assertListWriter } from '#lib/resources/access-lists/owner.ts';
import { readConnections, readMembers } from '#lib/resources/access-lists/read-access-lists.ts';
import {
  connectionDto,
  connectionSchema,
  connectionsDto,
  memberDto,
  membersSchema,
  textCursor,
  toConnectionDto,
  toMemberDto,
} from '#lib/resources/access-lists/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { BASE, CHANGE_RESPONSES, LOOK_RESPONSES, READ, UNKNOWN_OWNER, WRITE } from './base.ts';
import { CONDITION_HEADERS, readConditions } from './conditions.ts';

type ListParams = { readonly owner: string; readonly identifier: string };

const membersDoc = (tooMany: 'RR.VLD-00000' | 'RR.VLD-00001') => ({
  auth: WRITE,
  answer: pageOf(memberDto),
  body: membersSchema,
  headers: CONDITION_HEADERS,
  responses: {
    200: 'The first page of members',
    404: 'Unknown list',
    ...CHANGE_RESPONSES,
    400: `RR-00001, RR.VLD-00004, ${tooMany}; ${UNKNOWN_OWNER}`,
  },
});

/** What is on a list: its members and the resources that it opens. */
export const contentEndpoints = [
  endpoint(
    'GET',
    '{owner}/{identifier}/members',
    {
      summary: 'List the members of an access list',
      answer: pageOf(memberDto),
      auth: READ,
      query: { token: 'from the link to the next page' },
      headers: CONDITION_HEADERS,
      responses: { 200: 'One page', ...LOOK_RESPONSES },
    },
    ({ request, url, params }) => showMembers(request, params, readQuery(url, 'token')),
  ),
  endpoint(
    'PUT',
    '{owner}/{identifier}/members',
    { summary: 'Replace all members, at most a hundred', ...membersDoc('RR.VLD-00000') },
    ({ request, params }) => change(request, params, 'replace'),
  ),
  endpoint(
    'POST',
    '{owner}/{identifier}/members',
    { summary: 'Add members, at most a hundred', ...membersDoc('RR.VLD-00001') },
    ({ request, params }) => change(request, params, 'add'),
  ),
  endpoint(
    'DELETE',
    '{owner}/{identifier}/members',
    { summary: 'Remove members, at most a hundred', ...membersDoc('RR.VLD-00001') },
    ({ request, params }) => change(request, params, 'remove'),
  ),
  endpoint(
    'GET',
    '{owner}/{identifier}/resource-connections',
    {
      summary: 'List the resources that an access list opens',
      answer: connectionsDto,
      auth: READ,
      headers: CONDITION_HEADERS,
      responses: { 200: 'All', ...LOOK_RESPONSES },
    },
    async ({ request, params }) => {
      const conditions = readConditions(request);
      const { list, connections } = await readConnections(await fromBearer(request), { ...params, conditions });
      return json({ links: {}, data: connections.map(toConnectionDto) }, 200, validatorsOf(list));
    },
  ),
  endpoint(
    'PUT',
    '{owner}/{identifier}/resource-connections/{resourceId}',
    {
      summary: 'Open a resource to the members, for some actions or all',
      answer: connectionDto,
      auth: WRITE,
      body: connectionSchema,
      headers: CONDITION_HEADERS,
      responses: {
        200: 'The connection',
        403: 'RR-00004',
        404: 'Unknown list',
        ...CHANGE_RESPONSES,
        400: `RR-00002; ${UNKNOWN_OWNER}`,
      },
    },
    async ({ request, params }) => {
      const context = await fromBearer(request);
      await assertListWriter(context, params.owner);
      const { actionFilters } = await readJson(request, connectionSchema);
      const input = { ...params, actionFilters, conditions: readConditions(request) };
      const { connection, list } = await connectResource(context, input);
      return json(toConnectionDto(connection), 200, validatorsOf(list));
    },
  ),
  endpoint(
    'DELETE',
    '{owner}/{identifier}/resource-connections/{resourceId}',
    {
      summary: 'Close a resource to the members',
      answer: connectionDto,
      auth: WRITE,
      headers: CONDITION_HEADERS,
      responses: { 200: 'The connection as it was', 204: 'There was none', 404: 'Unknown list', ...CHANGE_RESPONSES },
    },
    async ({ request, params }) => {
      const input = { ...params, conditions: readConditions(request) };
      const closed = await disconnectResource(await fromBearer(request), input);
      return closed ? json(toConnectionDto(closed.connection), 200, validatorsOf(closed.list)) : empty(204);
    },
  ),
];

async function change(request: ApiRequest, params: ListParams, how: MemberChange): Promise<Answer> {
  const context = await fromBearer(request);
  await assertListWriter(context, params.owner);
  const { data } = await readJson(request, membersSchema);
  await changeMembers(context, { ...params, change: how, parties: data, conditions: readConditions(request) });
  const { list, members, next } = await readMembers(context, { ...params, conditions: {} });
  return json(memberPage(request, params, members.map(toMemberDto), next), 200, validatorsOf(list));
}

async function showMembers(request: ApiRequest, params: ListParams, token: string | undefined): Promise<Answer> {
  const after = decodePageToken(token, textCursor);
  const key = { ...params, after, conditions: readConditions(request) };
  const { list, members, next } = await readMembers(await fromBearer(request), key);
  return json(memberPage(request, params, members.map(toMemberDto), next), 200, validatorsOf(list));
}

function memberPage(request: ApiRequest, params: ListParams, data: readonly unknown[], next: string | undefined) {
  const path = `${BASE}/${params.owner}/${params.identifier}/members`;
  return { links: next ? { next: toNextLink(request, path, encodePageToken(next)) } : {}, data };
}
