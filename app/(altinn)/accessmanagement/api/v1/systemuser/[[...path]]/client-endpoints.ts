import { z } from 'zod';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { readQuery } from '#lib/http/query.ts';
import { readModel } from '#lib/http/read-model.ts';
import { empty, json } from '#lib/http/responses.ts';
import { readUuid } from '#lib/http/route-values.ts';
import { type Endpoint, endpoint } from '#lib/http/section.ts';
import type { Power } from '#lib/parties/authority.ts';
import { listFrontCustomers } from '#lib/requests/front/list-customers.ts';
import { addClient } from '#lib/systemusers/clients/add-client.ts';
import { delegateToSelf, isDelegatedToSelf, revokeFromSelf } from '#lib/systemusers/clients/delegate-to-self.ts';
import { listClientDelegations } from '#lib/systemusers/clients/read-clients.ts';
import { removeClient } from '#lib/systemusers/clients/remove-client.ts';
import {
  addedDto,
  delegationDto,
  frontCustomerDto,
  toAddedDto,
  toDelegationDto,
  toFrontCustomerDto,
} from '#lib/systemusers/schema.ts';
import { ACCESS_MANAGEMENT, readPartyCall } from '../../../../../_parts/callers.ts';
import {
  ADDING_CLIENT,
  ADDING_SELF,
  LISTING_CLIENTS,
  REMOVING_CLIENT,
  refusals,
  TOUCHING_SELF,
} from '../../../../../_parts/refusals.ts';

const BASE = 'agentdelegation/{partyId}/{systemUserId}';
const ADMINISTER = 'client administration at the organisation, level 3';
const query = { partyUuid: { description: "the owner's party uuid", required: true } } as const;
/** The other members that the front end sends are known here better. */
const addedClientSchema = z
  .object({ customerId: z.guid().transform((id) => id.toLowerCase()) })
  .meta({ id: 'AgentDelegationRequest' });

type Params = { readonly partyId: string; readonly systemUserId: string };

type PartyCall = { readonly request: ApiRequest; readonly url: URL; readonly params: Params };

/** The person's power speaks before the rest of the path and the query. */
async function readCall({ request, url, params }: PartyCall, power: Power) {
  const { context, party } = await readPartyCall(request, params.partyId, { power });
  const partyUuid = readUuid('partyUuid', readQuery(url, 'partyUuid'));
  return { context, key: { party, systemUserId: readUuid('systemUserId', params.systemUserId) }, partyUuid };
}

/** Whom an agent system user may act for. */
export const clientEndpoints: readonly Endpoint[] = [
  endpoint(
    'GET',
    `${BASE}/customers`,
    {
      summary: 'Clients with what the agent needs',
      answer: z.array(frontCustomerDto),
      auth: ADMINISTER,
      query,
      responses: refusals('AUTH-00015', 'AUTH-00044'),
    },
    async (call) => {
      const { context, key, partyUuid } = await readCall(call, 'client-administration.read');
      return json((await listFrontCustomers(context, { ...key, facilitatorUuid: partyUuid })).map(toFrontCustomerDto));
    },
  ),
  endpoint(
    'GET',
    `${BASE}/delegation`,
    {
      summary: 'Clients that the agent may act for',
      answer: z.array(delegationDto),
      auth: ADMINISTER,
      query,
      responses: LISTING_CLIENTS,
    },
    async (call) => {
      const { context, key, partyUuid } = await readCall(call, 'client-administration.read');
      const delegations = await listClientDelegations(context, { ...key, facilitatorUuid: partyUuid });
      return json(delegations.map(toDelegationDto));
    },
  ),
  endpoint(
    'POST',
    `${BASE}/delegation`,
    {
      summary: 'Let the agent act for a client',
      answer: addedDto,
      auth: ADMINISTER,
      query,
      body: addedClientSchema,
      responses: ADDING_CLIENT,
    },
    async (call) => {
      const { context, key, partyUuid } = await readCall(call, 'client-administration.write');
      const { customerId } = await readModel(call.request, addedClientSchema, 'delegationRequest');
      const client = await addClient(context, { ...key, providerUuid: partyUuid, clientUuid: customerId });
      return json(toAddedDto(key.systemUserId, client));
    },
  ),
  endpoint(
    'DELETE',
    `${BASE}/delegation/{delegationId}`,
    {
      summary: 'End what the agent may do for a client',
      answer: 'nothing',
      auth: ADMINISTER,
      query,
      responses: REMOVING_CLIENT,
    },
    async (call) => {
      const { context, key, partyUuid } = await readCall(call, 'client-administration.write');
      const clientUuid = readUuid('delegationId', call.params.delegationId);
      await removeClient(context, { ...key, providerUuid: partyUuid, clientUuid });
      return empty();
    },
  ),
  endpoint(
    'POST',
    `${BASE}/self`,
    {
      summary: 'Let the agent act for its owner',
      answer: z.boolean(),
      auth: ACCESS_MANAGEMENT,
      query,
      responses: ADDING_SELF,
    },
    async (call) => {
      const { context, key, partyUuid } = await readCall(call, 'access-management.write');
      await delegateToSelf(context, { ...key, partyUuid });
      return json(true);
    },
  ),
  endpoint(
    'DELETE',
    `${BASE}/self`,
    {
      summary: 'End what the agent may do for its owner',
      answer: z.boolean(),
      auth: ACCESS_MANAGEMENT,
      query,
      responses: TOUCHING_SELF,
    },
    async (call) => {
      const { context, key, partyUuid } = await readCall(call, 'access-management.write');
      return json(await revokeFromSelf(context, { ...key, partyUuid }));
    },
  ),
  endpoint(
    'GET',
    `${BASE}/self`,
    {
      summary: 'Whether the agent may act for its owner',
      answer: z.boolean(),
      auth: ACCESS_MANAGEMENT,
      query,
      responses: TOUCHING_SELF,
    },
    async (call) => {
      const { context, key, partyUuid } = await readCall(call, 'access-management.write');
      return json(await isDelegatedToSelf(context, { ...key, partyUuid }));
    },
  ),
];
