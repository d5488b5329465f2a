import { z } from 'zod';
import { env } from '#lib/config/env.ts';
import { type Answer, empty, json } from '#lib/http/responses.ts';
import { readPartyId, readUuid } from '#lib/http/route-values.ts';
import { type Endpoint, endpoint } from '#lib/http/section.ts';
import { approveChangeRequest } from '#lib/requests/approve-change-request.ts';
import { approveRequest } from '#lib/requests/approve-request.ts';
import { escalateRequest } from '#lib/requests/forwarding/escalate-request.ts';
import { readFrontRequest } from '#lib/requests/front/read-front.ts';
import { frontRequestDto, toFrontLanguage, toFrontRequestDto } from '#lib/requests/front/schema.ts';
import { rejectRequest } from '#lib/requests/reject-request.ts';
import { asPerson } from '../../../../../_parts/callers.ts';

const KINDS = { request: 'standard', agentrequest: 'agent', changerequest: 'change' } as const;
const LOGOUT_NAMES = {
  request: 'SystemuserRequestId',
  agentrequest: 'SystemuserAgentRequestId',
  changerequest: 'SystemuserChangeRequestId',
} as const;
const AUTH = 'a signed-in person';

/** The answers to one kind of request, and leaving for the vendor afterwards. */
export function requestEndpoints(segment: keyof typeof KINDS): readonly Endpoint[] {
  const kind = KINDS[segment];
  const keyOf = (params: { readonly partyId: string; readonly id: string }) => ({
    party: { partyId: readPartyId(params.partyId) },
    id: readUuid('id', params.id),
  });
  return [
    endpoint(
      'GET',
      `${segment}/{id}`,
      { summary: 'A request in words', answer: frontRequestDto, auth: AUTH },
      async ({ request, params }) => {
        const context = await asPerson(request);
        const found = await readFrontRequest(context, { kind, id: readUuid('id', params.id) });
        return json(toFrontRequestDto(found, toFrontLanguage(request.headers.get('accept-language'))));
      },
    ),
    endpoint(
      'POST',
      `${segment}/{partyId}/{id}/approve`,
      { summary: 'Say yes', answer: z.literal(true), auth: AUTH, responses: { 200: 'true' } },
      async ({ request, params }) => {
        const context = await asPerson(request);
        if (kind === 'change') await approveChangeRequest(context, keyOf(params));
        else await approveRequest(context, { ...keyOf(params), kind });
        return json(true);
      },
    ),
    endpoint(
      'POST',
      `${segment}/{partyId}/{id}/reject`,
      { summary: 'Say no', answer: z.literal(true), auth: AUTH, responses: { 200: 'true' } },
      async ({ request, params }) => {
        await rejectRequest(await asPerson(request), { ...keyOf(params), kind });
        return json(true);
      },
    ),
    endpoint(
      'POST',
      `${segment}/{partyId}/{id}/escalate`,
      {
        summary: 'Send on to those who may answer',
        answer: z.boolean(),
        auth: AUTH,
        responses: { 200: 'true or false' },
      },
      async ({ request, params }) => json(await escalateRequest(await asPerson(request), { ...keyOf(params), kind })),
    ),
    endpoint(
      'GET',
      `${segment}/{id}/logout`,
      { summary: 'Leave for the vendor', auth: 'anonymous', responses: { 302: 'To the log-out' } },
      ({ params }) => leave(LOGOUT_NAMES[segment], readUuid('id', params.id)),
    ),
  ];
}

/** Remembers which request to leave by; the log-out looks its return address up again. */
function leave(name: string, id: string): Answer {
  const secure = env().PORTAL_URL.startsWith('https://') ? '; Secure' : '';
  return {
    ...empty(302, { location: `${env().PORTAL_URL}/authentication/api/v1/logout` }),
    cookies: [`AltinnLogoutInfo=${name}=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=300${secure}`],
  };
}
