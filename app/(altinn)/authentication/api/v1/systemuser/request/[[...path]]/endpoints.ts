import { z } from 'zod';
import { env } from '#lib/config/env.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { decodePageToken, encodePageToken, idCursor, pageOf, toNextLink } from '#lib/http/paging.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { readQuery } from '#lib/http/query.ts';
import { readModel } from '#lib/http/read-model.ts';
import { empty, json } from '#lib/http/responses.ts';
import { readUuid } from '#lib/http/route-values.ts';
import { apiSection, type Endpoint, endpoint } from '#lib/http/section.ts';
import { approveRequest } from '#lib/requests/approve-request.ts';
import { createRequest } from '#lib/requests/create-request.ts';
import { escalateRequest } from '#lib/requests/forwarding/escalate-request.ts';
import { listPendingRequests } from '#lib/requests/list-pending-requests.ts';
import { listRequestsOfSystem } from '#lib/requests/list-requests-of-system.ts';
import { readRequest, readRequestForParty } from '#lib/requests/read-request.ts';
import { readVendorRequest, readVendorRequestByReference } from '#lib/requests/read-vendor-request.ts';
import { rejectRequest } from '#lib/requests/reject-request.ts';
import {
  createAgentRequestSchema,
  createRequestSchema,
  endUserRequestDto,
  internalRequestDto,
  requestDto,
  toEndUserRequestDto,
  toInternalRequestDto,
  toRequestDto,
} from '#lib/requests/schema.ts';
import { END_USER, REQUEST_READ, REQUEST_WRITE } from '#lib/requests/scopes.ts';
import { withdrawRequest } from '#lib/requests/withdraw-request.ts';
import { ACCESS_MANAGEMENT, asPerson, asVendor, readPartyCall } from '../../../../../../_parts/callers.ts';
import { APPROVING, ESCALATING, READING, READING_OWN, REJECTING, refusals } from '../../../../../../_parts/refusals.ts';

const BASE = '/authentication/api/v1/systemuser/request';
/** What both types are refused for when a vendor asks. */
const ASKED = [
  'AUTH-00000',
  'AUTH-00004',
  'AUTH-00006',
  'AUTH-00007',
  'AUTH-00008',
  'AUTH-00009',
  'AUTH-00011',
  'AUTH-00021',
  'AUTH-00023',
  'AUTH-00026',
  'AUTH-00063',
  'REQ-00002',
  'REQ-00004',
  'REQ-00007',
] as const;
const ASKING = {
  standard: refusals(...ASKED, 'AUTH-00001', 'AUTH-00059', 'AUTH-00064'),
  agent: refusals(...ASKED, 'AUTH-00058', 'AUTH-00065'),
} as const;
/** What answering for an organisation takes. */
const ANSWERING = { power: 'access-management.write', anyOf: [END_USER] } as const;

/** Who calls about which request of which organisation. */
async function readCall<Kind extends 'standard' | 'agent'>(
  kind: Kind,
  { request, params }: { readonly request: ApiRequest; readonly params: { party: string; requestId: string } },
  needs: Parameters<typeof readPartyCall>[2],
) {
  const { context, party } = await readPartyCall(request, params.party, needs);
  return [context, { kind, party, id: readUuid('requestId', params.requestId) }] as const;
}

/** Vendors' side; standard and agent requests differ by the path and the body. */
function vendorEndpoints(prefix: 'vendor' | 'vendor/agent'): readonly Endpoint[] {
  const kind = prefix === 'vendor' ? 'standard' : 'agent';
  const bodySchema = prefix === 'vendor' ? createRequestSchema : createAgentRequestSchema;
  const parameter = prefix === 'vendor' ? 'createRequest' : 'createAgentRequest';
  const write = { auth: REQUEST_WRITE };
  const read = { auth: REQUEST_READ };
  return [
    endpoint(
      'POST',
      prefix,
      {
        summary: 'Ask a customer for a system user',
        answer: requestDto,
        ...write,
        body: bodySchema,
        responses: { 200: 'Asked for before', 201: 'Created', ...ASKING[kind] },
      },
      async ({ request }) => {
        const context = await asVendor(request, REQUEST_WRITE);
        const details = await readModel(request, bodySchema, parameter);
        const { request: made, created } = await createRequest(context, details);
        const body = toRequestDto(made, context.now);
        return created ? json(body, 201, { location: `${env().PORTAL_URL}${BASE}/${made.id}` }) : json(body);
      },
    ),
    endpoint(
      'GET',
      `${prefix}/{requestId}`,
      { summary: 'One of your requests', answer: requestDto, ...read, responses: READING_OWN },
      async ({ request, params }) => {
        const context = await asVendor(request, REQUEST_READ);
        const id = readUuid('requestId', params.requestId);
        return json(toRequestDto(await readVendorRequest(context, { kind, id }), context.now));
      },
    ),
    endpoint(
      'GET',
      `${prefix}/byexternalref/{systemId}/{orgNo}/{externalRef}`,
      {
        summary: 'One of your requests, by your own reference',
        answer: requestDto,
        ...read,
        responses: READING_OWN,
      },
      async ({ request, params }) => {
        const context = await asVendor(request, REQUEST_READ);
        const { systemId, orgNo, externalRef } = params;
        const reference = { kind, systemId, partyOrgNo: orgNo, externalRef } as const;
        return json(toRequestDto(await readVendorRequestByReference(context, reference), context.now));
      },
    ),
    endpoint(
      'GET',
      `${prefix}/bysystem/{systemId}`,
      {
        summary: 'Requests of one of your systems',
        answer: pageOf(requestDto),
        ...read,
        query: { token: 'page, from the next link' },
        responses: refusals('AUTH-00011'),
      },
      async ({ request, params, url }) => {
        const context = await asVendor(request, REQUEST_READ);
        const { systemId } = params;
        const after = decodePageToken(readQuery(url, 'token'), idCursor);
        const page = await listRequestsOfSystem(context, { kind, systemId, after });
        const path = `${BASE}/${prefix}/bysystem/${encodeURIComponent(systemId)}`;
        const links = page.next === undefined ? {} : { next: toNextLink(request, path, encodePageToken(page.next)) };
        return json({ links, data: page.items.map((item) => toRequestDto(item, context.now)) });
      },
    ),
  ];
}

/** Customers' side; the paths of agent requests begin with `agent`. */
function endUserEndpoints(prefix: '' | 'agent/'): readonly Endpoint[] {
  const kind = prefix === '' ? 'standard' : 'agent';
  return [
    endpoint(
      'GET',
      `${prefix}{requestId}`,
      {
        summary: 'A request, for somebody of the customer',
        answer: internalRequestDto,
        auth: END_USER,
        responses: READING,
      },
      async ({ request, params }) => {
        const context = await asPerson(request, END_USER);
        const id = readUuid('requestId', params.requestId);
        const found = await readRequest(context, { kind, id });
        return json(toInternalRequestDto(found.request, context.now, found.userMayEscalateButNotApprove));
      },
    ),
    endpoint(
      'GET',
      `${prefix}{party}/{requestId}`,
      {
        summary: 'A request to the organisation',
        answer: endUserRequestDto,
        auth: ACCESS_MANAGEMENT,
        responses: refusals('AUTH-00010'),
      },
      async (call) => {
        const [context, key] = await readCall(kind, call, { power: 'access-management.read' });
        return json(toEndUserRequestDto(await readRequestForParty(context, key), context.now));
      },
    ),
    endpoint(
      'GET',
      `${prefix}{party}/{orgNo}/pending`,
      {
        summary: 'What waits for the organisation',
        answer: z.array(endUserRequestDto),
        auth: `${END_USER}, ${ACCESS_MANAGEMENT}`,
      },
      async ({ request, params }) => {
        const { context, party } = await readPartyCall(request, params.party, ANSWERING);
        const key = { party, orgNo: params.orgNo, kinds: [kind] } as const;
        return json((await listPendingRequests(context, key)).map((item) => toEndUserRequestDto(item, context.now)));
      },
    ),
    endpoint(
      'POST',
      `${prefix}{party}/{requestId}/approve`,
      {
        summary: 'Say yes',
        answer: z.literal(true),
        auth: `${END_USER}, ${ACCESS_MANAGEMENT}`,
        responses: { 200: 'true', ...APPROVING[kind] },
      },
      async (call) => {
        await approveRequest(...(await readCall(kind, call, ANSWERING)));
        return json(true);
      },
    ),
    endpoint(
      'POST',
      `${prefix}{party}/{requestId}/reject`,
      {
        summary: 'Say no',
        answer: z.literal(true),
        auth: ACCESS_MANAGEMENT,
        responses: { 200: 'true', ...REJECTING[kind] },
      },
      async (call) => {
        await rejectRequest(...(await readCall(kind, call, { power: 'access-management.write' })));
        return json(true);
      },
    ),
    endpoint(
      'POST',
      `${prefix}{party}/{requestId}/escalate`,
      {
        summary: 'Send on to those who may answer',
        answer: z.boolean(),
        auth: END_USER,
        responses: { 200: 'true or false', ...ESCALATING },
      },
      async (call) => json(await escalateRequest(...(await readCall(kind, call, { anyOf: [END_USER] })))),
    ),
  ];
}

/** What vendors ask of their customers, and the customers' answers. */
export const systemUserRequests = apiSection({
  base: BASE,
  title: 'System user requests',
  onError: problemResponse,
  endpoints: [
    ...vendorEndpoints('vendor'),
    ...vendorEndpoints('vendor/agent'),
    endpoint(
      'DELETE',
      'vendor/{requestId}',
      {
        summary: 'Withdraw a request of either type',
        answer: 'nothing',
        auth: REQUEST_WRITE,
        responses: { 202: 'Gone', ...refusals('AUTH-00010', 'AUTH-00023', 'REQ-00006') },
      },
      async ({ request, params }) => {
        const context = await asVendor(request, REQUEST_WRITE);
        await withdrawRequest(context, { what: 'request', id: readUuid('requestId', params.requestId) });
        return empty(202);
      },
    ),
    ...endUserEndpoints(''),
    ...endUserEndpoints('agent/'),
  ],
});
