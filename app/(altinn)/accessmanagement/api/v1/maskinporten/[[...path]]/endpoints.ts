import { assertScope } from '#lib/context/assert.ts';
import { readJson } from '#lib/http/body.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { readQuery } from '#lib/http/query.ts';
import { empty, json } from '#lib/http/responses.ts';
import { readRequired } from '#lib/http/route-values.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { READ_CLIENTS } from '#lib/maskinporten/administration/authority.ts';
import { delegateScope } from '#lib/maskinporten/delegations/delegate-scope.ts';
import { listOfferedDelegations, listReceivedDelegations } from '#lib/maskinporten/delegations/list-delegations.ts';
import { lookupDelegations } from '#lib/maskinporten/delegations/lookup-delegations.ts';
import { revokeDelegation } from '#lib/maskinporten/delegations/revoke-delegation.ts';
import {
  delegationBody,
  delegationDtos,
  toDelegation,
  toDelegationDtos,
} from '#lib/maskinporten/delegations/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { asPerson } from '../../../../../_parts/callers.ts';

const DELEGATE = 'technical administration or access management at the consumer';

/**
 * Delegation of scopes: what Maskinporten asks Altinn before it issues a token to a supplier, and, ours, how a consumer's
 * people give and end it. @see `maskinporten.md` §9
 */
export const maskinportenDelegations = apiSection({
  base: '/accessmanagement/api/v1/maskinporten',
  title: 'Delegation of scopes',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      'delegations',
      {
        summary: 'Which scopes a consumer has delegated to a supplier',
        answer: delegationDtos,
        auth: 'altinn:maskinporten/delegations.admin or altinn:maskinporten/delegations',
        query: { supplierOrg: 'Nine digits', consumerOrg: 'Nine digits', scope: 'Name of a scope' },
        responses: { 200: 'The delegations; none means not delegated', 403: 'Somebody else owns the scope' },
      },
      async ({ request, url }) => {
        const delegations = await lookupDelegations(await fromBearer(request), {
          supplierOrg: readQuery(url, 'supplierOrg') || undefined,
          consumerOrg: readQuery(url, 'consumerOrg') || undefined,
          scope: readQuery(url, 'scope') || undefined,
        });
        return json(toDelegationDtos(delegations));
      },
    ),
    endpoint(
      'POST',
      'delegations',
      {
        summary: 'Let a supplier use a scope in the name of an organisation',
        answer: delegationDtos,
        auth: DELEGATE,
        body: delegationBody,
        responses: { 201: 'Delegated, also when it was before', 404: 'Unknown scope or supplier' },
      },
      async ({ request }) => {
        const context = await asPerson(request);
        const given = await delegateScope(context, toDelegation(await readJson(request, delegationBody)));
        return json(toDelegationDtos([given]), 201);
      },
    ),
    endpoint(
      'DELETE',
      'delegations',
      {
        summary: 'End what a supplier may do with a scope',
        answer: 'nothing',
        auth: DELEGATE,
        body: delegationBody,
        responses: { 204: 'Ended', 404: 'There is none' },
      },
      async ({ request }) => {
        const context = await asPerson(request);
        await revokeDelegation(context, toDelegation(await readJson(request, delegationBody)));
        return empty(204);
      },
    ),
    endpoint(
      'GET',
      'delegations/offered',
      {
        summary: 'What an organisation has delegated',
        answer: delegationDtos,
        auth: DELEGATE,
        query: { consumerOrg: { description: 'Nine digits', required: true } },
      },
      async ({ request, url }) => {
        const context = await asPerson(request);
        const consumerOrgNo = readRequired('consumerOrg', readQuery(url, 'consumerOrg'));
        return json(toDelegationDtos(await listOfferedDelegations(context, { consumerOrgNo })));
      },
    ),
    endpoint(
      'GET',
      'delegations/received',
      {
        summary: 'What has been delegated to a supplier',
        answer: delegationDtos,
        auth: `${READ_CLIENTS.join(' or ')}, or technical administration at the supplier`,
        query: { supplierOrg: { description: 'Nine digits', required: true } },
      },
      async ({ request, url }) => {
        const context = await fromBearer(request);
        assertScope(context, ...(context.actor.kind === 'organisation' ? READ_CLIENTS : []));
        const supplierOrgNo = readRequired('supplierOrg', readQuery(url, 'supplierOrg'));
        return json(toDelegationDtos(await listReceivedDelegations(context, { supplierOrgNo })));
      },
    ),
  ],
});
