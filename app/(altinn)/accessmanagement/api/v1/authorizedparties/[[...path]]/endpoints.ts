import { z } from 'zod';
import { listOwnAuthorizedParties } from '#lib/authorization/authorized-parties/list-authorized-parties.ts';
import { authorizedPartyDto, toAuthorizedPartyDto } from '#lib/authorization/authorized-parties/schema.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { PARTY_FILTER_DOC, readPartyFilter } from '../../_parts/party-filter.ts';

/** What a person or system user may ask about itself. */
export const authorizedParties = apiSection({
  base: '/accessmanagement/api/v1/authorizedparties',
  title: 'Authorized parties',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      {
        summary: 'Parties that the caller may act for',
        answer: z.array(authorizedPartyDto),
        auth: 'altinn:accessmanagement/authorizedparties, or altinn:portal/enduser for people',
        query: PARTY_FILTER_DOC,
      },
      async ({ request, url }) => {
        const parties = await listOwnAuthorizedParties(await fromBearer(request), readPartyFilter(url));
        return json(parties.map(toAuthorizedPartyDto));
      },
    ),
  ],
});
