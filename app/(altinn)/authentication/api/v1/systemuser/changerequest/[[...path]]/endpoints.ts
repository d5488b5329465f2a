import { z } from 'zod';
import { env } from '#lib/config/env.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { decodePageToken, encodePageToken, idCursor, pageOf, toNextLink } from '#lib/http/paging.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { readQuery } from '#lib/http/query.ts';
import { readModel } from '#lib/http/read-model.ts';
import { empty, json } from '#lib/http/responses.ts';
import { readUuid } from '#lib/http/route-values.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { BareError } from '#lib/kernel/errors.ts';
import { approveChangeRequest } from '#lib/requests/approve-change-request.ts';
import { checkChange } from '#lib/requests/check-change.ts';
import { createChangeRequest } from '#lib/requests/create-change-request.ts';
import { escalateRequest } from '#lib/requests/forwarding/escalate-request.ts';
import { listPendingChangeRequests } from '#lib/requests/list-pending-requests.ts';
import { listChangeRequestsOfSystem } from '#lib/requests/list-requests-of-system.ts';
import { readRequest, readRequestForParty } from '#lib/requests/read-request.ts';
import { readVendorRequest, readVendorRequestByReference } from '#lib/requests/read-vendor-request.ts';
import { rejectRequest } from '#lib/requests/reject-request.ts';
import {
  changeRequestDto,
  changeSchema,
  endUserChangeRequestDto,
  internalChangeRequestDto,
  toChangeRequestDto,
  toEndUserChangeRequestDto,
  toInternalChangeRequestDto,
  toUnstoredChangeDto,
  verifySchema,
} from '#lib/requests/schema.ts';
import { END_USER, REQUEST_READ, REQUEST_WRITE } from '#lib/requests/scopes.ts';
import { withdrawRequest } from '#lib/requests/withdraw-request.ts';
import { ACCESS_MANAGEMENT, asPerson, asVendor, readPartyCall } from '../../../../../../_parts/callers.ts';
import { APPROVING, ESCALATING, READING, READING_OWN, REJECTING, refusals } from '../../../../../../_parts/refusals.ts';

const BASE = '/authentication/api/v1/systemuser/changerequest';
const EMPTY_UUID = '00000000-0000-0000-0000-000000000000';
const kind = 'change';
/** What a vendor's wish is refused for. */
const ASKING = refusals(
  'AUTH-00000',
  'AUTH-00001',
  'AUTH-00007',
  'AUTH-00011',
  'AUTH-00015',
  'AUTH-00021',
  'AUTH-00023',
  'AUTH-00026',
  'AUTH-00061',
  'AUTH-00063',
  'AUTH-00064',
  'REQ-00002',
  'REQ-00004',
  'REQ-00007',
);

/** Who calls about which request of which organisation. */
async function readCall(
  { request, params }: { readonly request: ApiRequest; readonly params: { party: string; requestId: string } },
  needs: Parameters<typeof readPartyCall>[2],
) {
  const { context, party } = await readPartyCall(request, params.party, needs);
  return [context, { kind, party, id: readUuid('requestId', params.requestId) }] as const;
}

/** An id of the query; all zeroes count as none, as an unset GUID does in Altinn. @throws ProblemError 400 on its name */
function uuidQuery(url: URL, name: string): string | undefined {
  const text = readQuery(url, name);
  const uuid = text === undefined ? undefined : readUuid(name, text);
  return uuid === EMPTY_UUID ? undefined : uuid;
}

/** The system user by id, or by three parameters; `undefined` when the query names none. */
function systemUserKey(url: URL) {
  const systemUserId = uuidQuery(url, 'system-user-id');
  if (systemUserId !== undefined) return { systemUserId };
  const systemId = readQuery(url, 'system-id');
  const partyOrgNo = readQuery(url, 'orgno');
  const externalRef = readQuery(url, 'external-ref');
  if (systemId === undefined && partyOrgNo === undefined && externalRef === undefined) return undefined;
  return { systemId: systemId ?? '', partyOrgNo: partyOrgNo ?? '', externalRef: externalRef ?? '' };
}

/** What vendors want changed in system users that they have, and the customers' answers. */
export const changeRequests = apiSection({
  base: BASE,
  title: 'Change requests',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'POST',
      'vendor',
      {
        summary: 'Ask a customer to change a system user',
        answer: changeRequestDto,
        auth: REQUEST_WRITE,
        query: {
          'correlation-id': { description: 'your own new id of this wish', required: true },
          'system-user-id': 'what to change',
        },
        body: changeSchema,
        responses: { 200: 'Asked for before, or nothing to ask for', 201: 'Created', ...ASKING },
      },
      async ({ request, url }) => {
        const context = await asVendor(request, REQUEST_WRITE);
        const correlationId = uuidQuery(url, 'correlation-id');
        const systemUserId = uuidQuery(url, 'system-user-id');
        const change = await readModel(request, changeSchema, 'createRequest');
        if (correlationId === undefined) {
          throw new BareError(
            400,
            'Missing or invalid QueryParameter: correlation-id. Give a unique GUID of your own.',
          );
        }
        const made = await createChangeRequest(context, { ...change, correlationId, systemUserId });
        if (made.outcome === 'no-change-needed') {
          return json(toUnstoredChangeDto(made.systemUser, { ...change, id: correlationId }, context.now));
        }
        const body = toChangeRequestDto(made.request, context.now);
        if (made.outcome === 'known') return json(body);
        return json(body, 201, { location: `${env().PORTAL_URL}${BASE}/${made.request.id}` });
      },
    ),
    endpoint(
      'POST',
      'vendor/verify',
      {
        summary: 'What part of a change would change anything; stores nothing',
        answer: changeRequestDto,
        auth: REQUEST_WRITE,
        query: { 'system-user-id': 'what to change; or system-id, orgno and external-ref, or as members of the body' },
        body: verifySchema,
        responses: refusals('AUTH-00001', 'AUTH-00011', 'AUTH-00015', 'AUTH-00023', 'AUTH-00063', 'AUTH-00064'),
      },
      async ({ request, url }) => {
        const context = await asVendor(request, REQUEST_WRITE);
        const inQuery = systemUserKey(url);
        const { redirectUrl, key, ...change } = await readModel(request, verifySchema, 'validateSet');
        const checked = await checkChange(context, { key: inQuery ?? key, change });
        return json(toUnstoredChangeDto(checked.systemUser, { ...checked.change, redirectUrl }, context.now));
      },
    ),
    endpoint(
      'GET',
      'vendor/{requestId}',
      {
        summary: 'One of your change requests',
        answer: changeRequestDto,
        auth: REQUEST_READ,
        responses: READING_OWN,
      },
      async ({ request, params }) => {
        const context = await asVendor(request, REQUEST_READ);
        const key = { kind, id: readUuid('requestId', params.requestId) } as const;
        return json(toChangeRequestDto(await readVendorRequest(context, key), context.now));
      },
    ),
    endpoint(
      'GET',
      'vendor/byexternalref/{systemId}/{orgNo}/{externalRef}',
      {
        summary: 'The newest change request with your own reference',
        answer: changeRequestDto,
        auth: REQUEST_READ,
        responses: READING_OWN,
      },
      async ({ request, params }) => {
        const context = await asVendor(request, REQUEST_READ);
        const { systemId, orgNo: partyOrgNo, externalRef } = params;
        const reference = { kind, systemId, partyOrgNo, externalRef } as const;
        return json(toChangeRequestDto(await readVendorRequestByReference(context, reference), context.now));
      },
    ),
    endpoint(
      'GET',
      'vendor/bysystem/{systemId}',
      {
        summary: 'Change requests of one of your systems',
        answer: pageOf(changeRequestDto),
        auth: REQUEST_READ,
        query: { token: 'page, from the next link' },
        responses: refusals('AUTH-00011'),
      },
      async ({ request, params, url }) => {
        const context = await asVendor(request, REQUEST_READ);
        const after = decodePageToken(readQuery(url, 'token'), idCursor);
        const page = await listChangeRequestsOfSystem(context, { systemId: params.systemId, after });
        const path = `${BASE}/vendor/bysystem/${encodeURIComponent(params.systemId)}`;
        const links = page.next === undefined ? {} : { next: toNextLink(request, path, encodePageToken(page.next)) };
        return json({ links, data: page.items.map((item) => toChangeRequestDto(item, context.now)) });
      },
    ),
    endpoint(
      'DELETE',
      'vendor/{requestId}',
      {
        summary: 'Withdraw a change request',
        answer: 'nothing',
        auth: REQUEST_WRITE,
        responses: { 202: 'Gone', ...refusals('AUTH-00010', 'AUTH-00023', 'REQ-00006') },
      },
      async ({ request, params }) => {
        const context = await asVendor(request, REQUEST_WRITE);
        await withdrawRequest(context, { what: 'change', id: readUuid('requestId', params.requestId) });
        return empty(202);
      },
    ),
    endpoint(
      'GET',
      '{requestId}',
      {
        summary: 'A change request, for somebody of the customer',
        answer: internalChangeRequestDto,
        auth: 'any signed-in person',
        responses: READING,
      },
      async ({ request, params }) => {
        const context = await asPerson(request);
        const found = await readRequest(context, { kind, id: readUuid('requestId', params.requestId) });
        return json(toInternalChangeRequestDto(found.request, context.now, found.userMayEscalateButNotApprove));
      },
    ),
    endpoint(
      'GET',
      '{party}/{requestId}',
      {
        summary: 'A change request to the organisation',
        answer: endUserChangeRequestDto,
        auth: ACCESS_MANAGEMENT,
        responses: refusals('AUTH-00010'),
      },
      async (call) => {
        const [context, key] = await readCall(call, { power: 'access-management.read' });
        return json(toEndUserChangeRequestDto(await readRequestForParty(context, key), context.now));
      },
    ),
    endpoint(
      'GET',
      '{party}/{orgNo}/pending',
      {
        summary: 'What waits for the organisation',
        answer: z.array(endUserChangeRequestDto),
        auth: `${END_USER}, ${ACCESS_MANAGEMENT}`,
      },
      async ({ request, params }) => {
        const needs = { power: 'access-management.write', anyOf: [END_USER] } as const;
        const { context, party } = await readPartyCall(request, params.party, needs);
        const waiting = await listPendingChangeRequests(context, { party, orgNo: params.orgNo });
        return json(waiting.map((item) => toEndUserChangeRequestDto(item, context.now)));
      },
    ),
    endpoint(
      'POST',
      '{party}/{requestId}/approve',
      {
        summary: 'Say yes',
        answer: z.literal(true),
        auth: ACCESS_MANAGEMENT,
        responses: { 200: 'true', ...APPROVING.change },
      },
      async (call) => {
        await approveChangeRequest(...(await readCall(call, { power: 'access-management.write' })));
        return json(true);
      },
    ),
    endpoint(
      'POST',
      '{party}/{requestId}/reject',
      {
        summary: 'Say no',
        answer: z.literal(true),
        auth: ACCESS_MANAGEMENT,
        responses: { 200: 'true', ...REJECTING.change },
      },
      async (call) => {
        await rejectRequest(...(await readCall(call, { power: 'access-management.write' })));
        return json(true);
      },
    ),
    endpoint(
      'POST',
      '{party}/{requestId}/escalate',
      {
        summary: 'Send on to those who may answer',
        answer: z.boolean(),
        auth: END_USER,
        responses: { 200: 'true or false', ...ESCALATING },
      },
      async (call) => json(await escalateRequest(...(await readCall(call, { anyOf: [END_USER] })))),
    ),
  ],
});
