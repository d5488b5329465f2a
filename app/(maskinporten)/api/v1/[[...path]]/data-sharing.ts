import { z } from 'zod';
import { readQuery } from '#lib/http/query.ts';
import { empty, json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { SHARE_DATA } from '#lib/maskinporten/administration/authority.ts';
import { createSharingClient } from '#lib/maskinporten/data-sharing/create-sharing-client.ts';
import { deactivateSharingClient } from '#lib/maskinporten/data-sharing/deactivate-sharing-client.ts';
import { listApprovedAccess } from '#lib/maskinporten/data-sharing/list-approved-access.ts';
import { listSharingClients } from '#lib/maskinporten/data-sharing/list-sharing-clients.ts';
import {
  sharingClientBody,
  sharingClientDto,
  toClientId,
  toSharingClientDto,
} from '#lib/maskinporten/data-sharing/schema.ts';
import { accessDto, toAccessDto } from '#lib/maskinporten/scopes/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { callerOf } from '../../../_administration/caller.ts';
import { readKeys } from '../../../_administration/read-keys.ts';

/** The simplified onboarding: pick a scope that you have access to, bring a key, done. */
export const dataSharingEndpoints = [
  endpoint(
    'GET',
    'consumer/scope/access',
    { summary: 'Access that your organisations have and can use', answer: z.array(accessDto), auth: SHARE_DATA },
    async ({ request }) => json((await listApprovedAccess(await fromBearer(request))).map(toAccessDto)),
  ),
  endpoint(
    'GET',
    'consumer/client',
    { summary: 'Clients of your organisations', answer: z.array(sharingClientDto), auth: SHARE_DATA },
    async ({ request }) => json((await listSharingClients(await fromBearer(request))).map(toSharingClientDto)),
  ),
  endpoint(
    'POST',
    'consumer/client',
    {
      summary: 'Make a client with scopes, and keys if it has any, in one call',
      answer: sharingClientDto,
      auth: SHARE_DATA,
      body: sharingClientBody,
    },
    async ({ request }) => {
      const context = await callerOf(request, [SHARE_DATA]);
      const input = await readKeys(request, sharingClientBody);
      return json(toSharingClientDto(await createSharingClient(context, input)));
    },
  ),
  endpoint(
    'DELETE',
    'consumer/client',
    {
      summary: 'Deactivate a client of your organisations',
      answer: 'nothing',
      auth: SHARE_DATA,
      query: {
        client_id: 'Which client; required, unless clientId is sent',
        clientId: 'Another spelling of client_id',
      },
    },
    async ({ request, url }) => {
      const context = await callerOf(request, [SHARE_DATA]);
      const clientId = toClientId(readQuery(url, 'client_id') || readQuery(url, 'clientId'));
      await deactivateSharingClient(context, { clientId });
      return empty();
    },
  ),
];
