import { z } from 'zod';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { readQuery, readQueryList } from '#lib/http/query.ts';
import { empty, json } from '#lib/http/responses.ts';
import { readUuid } from '#lib/http/route-values.ts';
import { endpoint } from '#lib/http/section.ts';
import { withdrawAgentSystemUser } from '#lib/requests/withdraw-system-user.ts';
import { toPackageUrn } from '#lib/resources/access-packages/model.ts';
import { addClient } from '#lib/systemusers/clients/add-client.ts';
import { delegateToSelf, isDelegatedToSelf, revokeFromSelf } from '#lib/systemusers/clients/delegate-to-self.ts';
import { listClientDelegations, listPartyClients } from '#lib/systemusers/clients/read-clients.ts';
import { removeClient } from '#lib/systemusers/clients/remove-client.ts';
import { listSystemUsers } from '#lib/systemusers/list-system-users.ts';
import {
  addedDto,
  delegationDto,
  internalDto,
  partyClientDto,
  toAddedDto,
  toDelegationDto,
  toInternalDto,
  toPartyClientDto,
} from '#lib/systemusers/schema.ts';
import { readPartyCall } from '../../../../../_parts/callers.ts';
import {
  ADDING_CLIENT,
  ADDING_SELF,
  LISTING_CLIENTS,
  REMOVING_CLIENT,
  refusals,
  TOUCHING_SELF,
  WITHDRAWING_AGENT,
} from '../../../../../_parts/refusals.ts';

const CLIENTS_READ = 'client administration, read';
const CLIENTS_WRITE = 'client administration, write';
const MANAGE = 'access management, write';
const PAIR = {
  provider: { description: 'Party uuid of the owner', required: true },
  client: { description: 'Party uuid of the client', required: true },
} as const;
const SELF = { partyUuid: { description: 'Party uuid of the owner', required: true } } as const;

/** What an organisation does with system users that act for its clients. */
export const agentEndpoints = [
  endpoint(
    'GET',
    'agent/{party}',
    { summary: 'Agent system users', answer: z.array(internalDto), auth: 'system user overview' },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'system-user-overview.read' });
      return json((await listSystemUsers(context, { party, userType: 'agent' })).map(toInternalDto));
    },
  ),
  endpoint(
    'GET',
    'agent/{party}/clients',
    {
      summary: 'Clients of an organisation',
      answer: z.array(partyClientDto),
      auth: CLIENTS_READ,
      query: {
        facilitator: { description: 'Party uuid of the organisation', required: true },
        packages: 'URN or code of a package, repeatable: clients with any of them',
      },
      responses: refusals('AUTH-00044'),
    },
    async ({ request, params, url }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'client-administration.read' });
      const facilitatorUuid = readUuid('facilitator', readQuery(url, 'facilitator'));
      const packages = readQueryList(url, 'packages')
        .filter((name) => name !== '')
        .map(toPackageUrn);
      return json((await listPartyClients(context, { party, facilitatorUuid, packages })).map(toPartyClientDto));
    },
  ),
  endpoint(
    'GET',
    'agent/{party}/{facilitator}/{systemUserId}/delegations',
    {
      summary: 'Clients that an agent may act for',
      answer: z.array(delegationDto),
      auth: CLIENTS_READ,
      responses: LISTING_CLIENTS,
    },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'client-administration.read' });
      const facilitatorUuid = readUuid('facilitator', params.facilitator);
      const systemUserId = readUuid('systemUserId', params.systemUserId);
      const delegations = await listClientDelegations(context, { party, facilitatorUuid, systemUserId });
      return json(delegations.map(toDelegationDto));
    },
  ),
  endpoint(
    'POST',
    'agent/{party}/{systemUserId}',
    {
      summary: 'Let an agent act for a client',
      answer: z.array(addedDto),
      auth: CLIENTS_WRITE,
      query: PAIR,
      responses: ADDING_CLIENT,
    },
    async ({ request, params, url }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'client-administration.write' });
      const systemUserId = readUuid('systemUserId', params.systemUserId);
      const client = await addClient(context, { party, systemUserId, ...readPair(url) });
      return json([toAddedDto(systemUserId, client)]);
    },
  ),
  endpoint(
    'DELETE',
    'agent/{party}/{systemUserId}/client',
    {
      summary: 'End what an agent may do for a client',
      answer: 'nothing',
      auth: CLIENTS_WRITE,
      query: PAIR,
      responses: REMOVING_CLIENT,
    },
    async ({ request, params, url }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'client-administration.write' });
      const systemUserId = readUuid('systemUserId', params.systemUserId);
      await removeClient(context, { party, systemUserId, ...readPair(url) });
      return empty();
    },
  ),
  endpoint(
    'POST',
    'agent/{party}/{systemUserId}/self',
    {
      summary: 'Let an agent act for its owner',
      answer: z.boolean(),
      auth: MANAGE,
      query: SELF,
      responses: ADDING_SELF,
    },
    async ({ request, params, url }) => {
      await delegateToSelf(...(await readSelf(request, params, url)));
      return json(true);
    },
  ),
  endpoint(
    'DELETE',
    'agent/{party}/{systemUserId}/self',
    {
      summary: 'End what an agent may do for its owner',
      answer: z.boolean(),
      auth: MANAGE,
      query: SELF,
      responses: TOUCHING_SELF,
    },
    async ({ request, params, url }) => json(await revokeFromSelf(...(await readSelf(request, params, url)))),
  ),
  endpoint(
    'GET',
    'agent/{party}/{systemUserId}/self',
    {
      summary: 'Whether an agent may act for its owner',
      answer: z.boolean(),
      auth: MANAGE,
      query: SELF,
      responses: TOUCHING_SELF,
    },
    async ({ request, params, url }) => json(await isDelegatedToSelf(...(await readSelf(request, params, url)))),
  ),
  endpoint(
    'DELETE',
    'agent/{party}/{systemUserId}',
    {
      summary: 'Withdraw an agent system user',
      answer: 'nothing',
      auth: MANAGE,
      query: { facilitatorId: { description: 'Party uuid of the owner', required: true } },
      responses: WITHDRAWING_AGENT,
    },
    async ({ request, params, url }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'access-management.write' });
      await withdrawAgentSystemUser(context, {
        party,
        systemUserId: readUuid('systemUserId', params.systemUserId),
        facilitatorUuid: readUuid('facilitatorId', readQuery(url, 'facilitatorId')),
      });
      return empty();
    },
  ),
];

function readPair(url: URL) {
  return {
    providerUuid: readUuid('provider', readQuery(url, 'provider')),
    clientUuid: readUuid('client', readQuery(url, 'client')),
  };
}

async function readSelf(
  request: ApiRequest,
  params: { readonly party: string; readonly systemUserId: string },
  url: URL,
): Promise<Parameters<typeof delegateToSelf>> {
  const { context, party } = await readPartyCall(request, params.party, { power: 'access-management.write' });
  const systemUserId = readUuid('systemUserId', params.systemUserId);
  return [context, { party, systemUserId, partyUuid: readUuid('partyUuid', readQuery(url, 'partyUuid')) }];
}
