import { z } from 'zod';
import { readQuery } from '#lib/http/query.ts';
import { json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { READ_CLIENTS, READ_SCOPES } from '#lib/maskinporten/administration/authority.ts';
import { readSessionUser } from '#lib/maskinporten/administration/read-session-user.ts';
import { sessionUserDto, toSessionUserDto } from '#lib/maskinporten/administration/schema.ts';
import { countClients } from '#lib/maskinporten/clients/count-clients.ts';
import { clientCountDto, toClientCountDto, toInstant } from '#lib/maskinporten/clients/schema.ts';
import { countConsumers } from '#lib/maskinporten/scopes/count-consumers.ts';
import { apiDto, toApiDto } from '#lib/maskinporten/scopes/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { administrationSection, below } from '../../../_administration/section.ts';
import { dataSharingEndpoints } from './data-sharing.ts';

/** Who calls. */
export const sessionEndpoints = [
  endpoint(
    'GET',
    'user',
    { summary: 'For whom the caller is authenticated', answer: sessionUserDto, auth: 'any valid token' },
    async ({ request }) => json(toSessionUserDto(await readSessionUser(await fromBearer(request)))),
  ),
];

/** What no section of its own has: who calls, numbers, and the simplified onboarding. */
export const rootEndpoints = [
  ...below('auth', sessionEndpoints),
  endpoint(
    'GET',
    'integrations',
    {
      summary: 'How many clients you own or supply, by owner and type',
      answer: z.array(clientCountDto),
      auth: READ_CLIENTS.join(' or '),
      query: {
        org_number: 'Only clients of this organisation',
        updated_since: 'Only clients changed on this day or at this time, or later (ISO 8601)',
      },
    },
    async ({ request, url }) => {
      const context = await fromBearer(request);
      const updatedSince = toInstant(readQuery(url, 'updated_since'), 'updated_since');
      const counts = await countClients(context, { orgNo: readQuery(url, 'org_number') || undefined, updatedSince });
      return json(counts.map(toClientCountDto));
    },
  ),
  endpoint(
    'GET',
    'apis',
    {
      summary: 'How many organisations have access to your scopes, and how many wait',
      answer: z.array(apiDto),
      auth: READ_SCOPES.join(' or '),
    },
    async ({ request }) => json((await countConsumers(await fromBearer(request))).map(toApiDto)),
  ),
  ...below('datasharing', dataSharingEndpoints),
];

/** The root of the API; a path that no other section has is refused here, in the API's own words. */
export const administrationRoot = administrationSection(
  '/api/v1',
  'Session, statistics and simplified onboarding',
  rootEndpoints,
);
