import { z } from 'zod';
import { problemResponse } from '#lib/http/problem-response.ts';
import { readQuery } from '#lib/http/query.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { parseUuid } from '#lib/kernel/brands.ts';
import { bindingProblem } from '#lib/kernel/errors.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import {
  addClientAsEndUser,
  availableClients,
  CLIENTS_READ_SCOPE,
  CLIENTS_WRITE_SCOPE,
  delegatedClients,
  listAgents,
  removeClientAsEndUser,
} from '#lib/systemusers/clients/as-end-user.ts';
import { clientListDto, internalDto, pairDto, toClientListDto, toInternalDto } from '#lib/systemusers/schema.ts';
import { asPerson } from '../../../../../../_parts/callers.ts';
import { refusals } from '../../../../../../_parts/refusals.ts';

const AGENT = { agent: { description: 'Agent system user', required: true } } as const;
const AGENT_FAULTS = ['AUTH.VLD-00014', 'AUTH.VLD-00015'] as const;
const PAIR_FAULTS = [...AGENT_FAULTS, 'AUTH.VLD-00016'] as const;
const PAIR = { ...AGENT, client: { description: 'Party uuid of the client', required: true } } as const;

/** Client delegation for vendors' programs, with the token of the person at the keyboard. */
export const clientDelegation = apiSection({
  base: '/authentication/api/v1/enduser/systemuser',
  title: 'Client delegation',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      'clients/available',
      {
        summary: 'Clients that an agent could act for',
        answer: clientListDto,
        auth: CLIENTS_READ_SCOPE,
        query: AGENT,
        responses: refusals(...AGENT_FAULTS),
      },
      async ({ request, url }) =>
        json(
          toClientListDto(
            await availableClients(await asPerson(request, CLIENTS_READ_SCOPE), { agent: readId(url, 'agent') }),
          ),
        ),
    ),
    endpoint(
      'GET',
      'clients',
      {
        summary: 'Clients that an agent acts for',
        answer: clientListDto,
        auth: CLIENTS_READ_SCOPE,
        query: AGENT,
        responses: refusals(...AGENT_FAULTS),
      },
      async ({ request, url }) =>
        json(
          toClientListDto(
            await delegatedClients(await asPerson(request, CLIENTS_READ_SCOPE), { agent: readId(url, 'agent') }),
          ),
        ),
    ),
    endpoint(
      'POST',
      'clients',
      {
        summary: 'Let an agent act for a client',
        answer: pairDto,
        auth: CLIENTS_WRITE_SCOPE,
        query: PAIR,
        responses: refusals('AUTH-00015', 'AUTH-00063', 'AUTH-00079', 'AUTH-00080', ...PAIR_FAULTS),
      },
      async ({ request, url }) => {
        const pair = readPair(url);
        await addClientAsEndUser(await fromBearer(request), pair);
        return json(pair);
      },
    ),
    endpoint(
      'DELETE',
      'clients',
      {
        summary: 'End what an agent may do for a client',
        answer: pairDto,
        auth: CLIENTS_WRITE_SCOPE,
        query: PAIR,
        responses: refusals('AUTH-00079', ...PAIR_FAULTS),
      },
      async ({ request, url }) => {
        const pair = readPair(url);
        await removeClientAsEndUser(await fromBearer(request), pair);
        return json(pair);
      },
    ),
    endpoint(
      'GET',
      'agents',
      {
        summary: 'Agents of an organisation',
        answer: z.array(internalDto),
        auth: CLIENTS_READ_SCOPE,
        query: { party: { description: 'Organisation number', required: true } },
      },
      async ({ request, url }) => {
        const context = await asPerson(request, CLIENTS_READ_SCOPE);
        const party = readQuery(url, 'party') ?? '';
        if (!/^[0-9]{9}$/.test(party)) throw bindingProblem({ party: ['The party must be nine digits.'] });
        return json((await listAgents(context, party)).map(toInternalDto));
      },
    ),
  ],
});

function readId(url: URL, name: string): string | undefined {
  return parseUuid(readQuery(url, name) ?? '');
}

function readPair(url: URL) {
  return { agent: readId(url, 'agent'), client: readId(url, 'client') };
}
