import { z } from 'zod';
import { env } from '#lib/config/env.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { LANGUAGE_HEADER } from '#lib/http/language.ts';
import { type Answer, empty, json } from '#lib/http/responses.ts';
import { readUuid } from '#lib/http/route-values.ts';
import { type Endpoint, endpoint } from '#lib/http/section.ts';
import type { Power } from '#lib/parties/authority.ts';
import { approveChangeRequest } from '#lib/requests/approve-change-request.ts';
import { approveRequest } from '#lib/requests/approve-request.ts';
import { escalateRequest } from '#lib/requests/forwarding/escalate-request.ts';
import { readFrontRequest } from '#lib/requests/front/read-front.ts';
import { frontRequestDto, toFrontLanguage, toFrontRequestDto } from '#lib/requests/front/schema.ts';
import { rejectRequest } from '#lib/requests/reject-request.ts';
import { asPerson, readPartyCall } from '../../../../../_parts/callers.ts';
import { APPROVING, ESCALATING, READING, REJECTING } from '../../../../../_parts/refusals.ts';

const KINDS = { request: 'standard', agentrequest: 'agent', changerequest: 'change' } as const;
const LOGOUT_NAMES = {
  request: 'SystemuserRequestId',
  agentrequest: 'SystemuserAgentRequestId',
  changerequest: 'SystemuserChangeRequestId',
} as const;
const AUTH = 'a signed-in person';

type PartyCall = { readonly request: ApiRequest; readonly params: { readonly partyId: string; readonly id: string } };

/** The answers to one kind of request, and leaving for the vendor afterwards. */
export function requestEndpoints(segment: keyof typeof KINDS): readonly Endpoint[] {
  const kind = KINDS[segment];
  const readCall = async ({ request, params }: PartyCall, power?: Power) => {
    const { context, party } = await readPartyCall(request, params.partyId, power ? { power } : {});
    return [context, { party, id: readUuid('id', params.id) }] as const;
  };
  return [
    endpoint(
      'GET',
      `${segment}/{id}`,
      {
        summary: 'A request in words',
        answer: frontRequestDto,
        auth: AUTH,
        headers: LANGUAGE_HEADER,
        responses: READING,
      },
      async ({ request, params }) => {
        const context = await asPerson(request);
        const found = await readFrontRequest(context, { kind, id: readUuid('id', params.id) });
        return json(toFrontRequestDto(found, toFrontLanguage(request.headers.get('accept-language'))));
      },
    ),
    endpoint(
      'POST',
      `${segment}/{partyId}/{id}/approve`,
      { summary: 'Say yes', answer: z.literal(true), auth: AUTH, responses: { 200: 'true', ...APPROVING[kind] } },
      async (call) => {
        const [context, key] = await readCall(call, 'access-management.write');
        if (kind === 'change') await approveChangeRequest(context, key);
        else await approveRequest(context, { ...key, kind });
        return json(true);
      },
    ),
    endpoint(
      'POST',
      `${segment}/{partyId}/{id}/reject`,
      { summary: 'Say no', answer: z.literal(true), auth: AUTH, responses: { 200: 'true', ...REJECTING[kind] } },
      async (call) => {
        const [context, key] = await readCall(call, 'access-management.write');
        await rejectRequest(context, { ...key, kind });
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
        responses: { 200: 'true or false', ...ESCALATING },
      },
      async (call) => {
        const [context, key] = await readCall(call);
        return json(await escalateRequest(context, { ...key, kind }));
      },
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
