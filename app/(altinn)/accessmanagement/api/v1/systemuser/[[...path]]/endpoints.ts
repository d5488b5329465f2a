import { z } from 'zod';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { LANGUAGE_HEADER } from '#lib/http/language.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { readQuery } from '#lib/http/query.ts';
import { readModel } from '#lib/http/read-model.ts';
import { empty, json } from '#lib/http/responses.ts';
import { readUuid } from '#lib/http/route-values.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { createOwnSystemUser } from '#lib/requests/create-own-system-user.ts';
import { listFrontPending, listFrontSystemUsers, readFrontSystemUser } from '#lib/requests/front/read-front.ts';
import {
  frontRequestDto,
  frontSystemUserDto,
  toFrontLanguage,
  toFrontRequestDto,
  toFrontSystemUserDto,
} from '#lib/requests/front/schema.ts';
import { createOwnSchema } from '#lib/requests/schema.ts';
import { withdrawAgentSystemUser, withdrawSystemUser } from '#lib/requests/withdraw-system-user.ts';
import { ACCESS_MANAGEMENT, asPerson, readPartyCall } from '../../../../../_parts/callers.ts';
import { STARTING, WITHDRAWING, WITHDRAWING_AGENT } from '../../../../../_parts/refusals.ts';
import { blockEndpoints } from './block-endpoints.ts';
import { clientEndpoints } from './client-endpoints.ts';
import { requestEndpoints } from './request-endpoints.ts';

const READ = 'access management or overview at the organisation, level 3';

const languageOf = (request: ApiRequest) => toFrontLanguage(request.headers.get('accept-language'));

/** System users and requests as the portal's front end reads and answers them; scripts may too, with a person's token. */
export const frontSystemUsers = apiSection({
  base: '/accessmanagement/api/v1/systemuser',
  title: 'Portal: system users',
  onError: problemResponse,
  endpoints: [
    ...requestEndpoints('request'),
    ...requestEndpoints('agentrequest'),
    ...requestEndpoints('changerequest'),
    ...clientEndpoints,
    ...blockEndpoints,
    endpoint(
      'GET',
      '{partyUuid}/pending',
      {
        summary: 'What waits for the organisation',
        answer: z.array(frontRequestDto),
        auth: ACCESS_MANAGEMENT,
        headers: LANGUAGE_HEADER,
      },
      async ({ request, params }) => {
        const context = await asPerson(request);
        const waiting = await listFrontPending(context, { uuid: readUuid('partyUuid', params.partyUuid) });
        return json(waiting.map((each) => toFrontRequestDto(each, languageOf(request))));
      },
    ),
    endpoint(
      'GET',
      '{partyId}',
      { summary: 'System users', answer: z.array(frontSystemUserDto), auth: READ, headers: LANGUAGE_HEADER },
      async ({ request, params }) => {
        const { context, party } = await readPartyCall(request, params.partyId, { power: 'access-management.read' });
        const users = await listFrontSystemUsers(context, { party, userType: 'standard' });
        return json(users.map((each) => toFrontSystemUserDto(each, languageOf(request))));
      },
    ),
    endpoint(
      'GET',
      'agent/{partyId}',
      {
        summary: 'System users for clients',
        answer: z.array(frontSystemUserDto),
        auth: READ,
        headers: LANGUAGE_HEADER,
      },
      async ({ request, params }) => {
        const { context, party } = await readPartyCall(request, params.partyId, { power: 'system-user-overview.read' });
        const users = await listFrontSystemUsers(context, { party, userType: 'agent' });
        return json(users.map((each) => toFrontSystemUserDto(each, languageOf(request))));
      },
    ),
    endpoint(
      'POST',
      '{partyId}',
      {
        summary: 'Start using a system',
        answer: z.strictObject({ id: z.guid() }),
        auth: ACCESS_MANAGEMENT,
        body: createOwnSchema,
        responses: { 200: 'The id', ...STARTING },
      },
      async ({ request, params }) => {
        const { context, party } = await readPartyCall(request, params.partyId, { power: 'access-management.write' });
        const details = await readModel(request, createOwnSchema, 'newSystemUser');
        const { id } = await createOwnSystemUser(context, { ...details, party });
        return json({ id });
      },
    ),
    endpoint(
      'GET',
      '{partyId}/{systemUserId}',
      { summary: 'One system user', answer: frontSystemUserDto, auth: READ, headers: LANGUAGE_HEADER },
      async ({ request, params }) => {
        const { context, party } = await readPartyCall(request, params.partyId, { power: 'system-user-overview.read' });
        const systemUserId = readUuid('systemUserId', params.systemUserId);
        const input = { party, systemUserId, userType: 'standard' } as const;
        return json(toFrontSystemUserDto(await readFrontSystemUser(context, input), languageOf(request)));
      },
    ),
    endpoint(
      'GET',
      'agent/{partyId}/{systemUserId}',
      { summary: 'One system user for clients', answer: frontSystemUserDto, auth: READ, headers: LANGUAGE_HEADER },
      async ({ request, params }) => {
        const { context, party } = await readPartyCall(request, params.partyId, { power: 'system-user-overview.read' });
        const systemUserId = readUuid('systemUserId', params.systemUserId);
        const input = { party, systemUserId, userType: 'agent' } as const;
        return json(toFrontSystemUserDto(await readFrontSystemUser(context, input), languageOf(request)));
      },
    ),
    endpoint(
      'DELETE',
      '{partyId}/{systemUserId}',
      {
        summary: 'Withdraw a system user',
        answer: 'nothing',
        auth: ACCESS_MANAGEMENT,
        responses: { 202: 'Withdrawn', ...WITHDRAWING },
      },
      async ({ request, params }) => {
        const { context, party } = await readPartyCall(request, params.partyId, { power: 'access-management.write' });
        const systemUserId = readUuid('systemUserId', params.systemUserId);
        await withdrawSystemUser(context, { party, systemUserId });
        return empty(202);
      },
    ),
    endpoint(
      'DELETE',
      'agent/{partyId}/{systemUserId}',
      {
        summary: 'Withdraw a system user for clients',
        answer: 'nothing',
        auth: ACCESS_MANAGEMENT,
        query: { partyUuid: { description: "the owner's party uuid", required: true } },
        responses: { 202: 'Withdrawn', ...WITHDRAWING_AGENT },
      },
      async ({ request, params, url }) => {
        const { context, party } = await readPartyCall(request, params.partyId, { power: 'access-management.write' });
        const systemUserId = readUuid('systemUserId', params.systemUserId);
        const facilitatorUuid = readUuid('partyUuid', readQuery(url, 'partyUuid'));
        await withdrawAgentSystemUser(context, { party, systemUserId, facilitatorUuid });
        return empty(202);
      },
    ),
  ],
});
