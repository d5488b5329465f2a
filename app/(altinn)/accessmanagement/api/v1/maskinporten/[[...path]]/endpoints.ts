import { problemResponse } from '#lib/http/problem-response.ts';
import { readQuery } from '#lib/http/query.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { lookupDelegations } from '#lib/maskinporten/delegations/lookup-delegations.ts';
import { delegationDtos, toDelegationDtos } from '#lib/maskinporten/delegations/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** What Maskinporten asks Altinn before it issues a token to a supplier. */
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
  ],
});
