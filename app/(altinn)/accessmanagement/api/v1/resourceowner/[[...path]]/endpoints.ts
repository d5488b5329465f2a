import { z } from 'zod';
import {
  listAuthorizedPartiesOf,
  RESOURCE_OWNER_SCOPES,
} from '#lib/authorization/authorized-parties/list-authorized-parties.ts';
import {
  authorizedPartiesRequest,
  authorizedPartyDto,
  toAuthorizedPartyDto,
} from '#lib/authorization/authorized-parties/schema.ts';
import { assertOrganisation } from '#lib/context/assert.ts';
import { readJson } from '#lib/http/body.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { PARTY_FILTER_DOC, readPartyFilter } from '../../_parts/party-filter.ts';

/** What service owners ask access management about their users. */
export const resourceOwner = apiSection({
  base: '/accessmanagement/api/v1/resourceowner',
  title: 'Access management for service owners',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'POST',
      'authorizedparties',
      {
        summary: 'Parties that a person, organisation or system user may act for',
        answer: z.array(authorizedPartyDto),
        auth: RESOURCE_OWNER_SCOPES.join(' or '),
        query: PARTY_FILTER_DOC,
        body: authorizedPartiesRequest,
      },
      async ({ request, url }) => {
        const context = await fromBearer(request);
        assertOrganisation(context, ...RESOURCE_OWNER_SCOPES);
        const { type, value, partyFilter } = await readJson(request, authorizedPartiesRequest);
        const filter = readPartyFilter(url, { parties: partyFilter?.map((asked) => asked.value) ?? [] });
        const parties = await listAuthorizedPartiesOf(context, { type, value }, filter);
        return json(parties.map(toAuthorizedPartyDto));
      },
    ),
  ],
});
