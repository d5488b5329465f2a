import { readOwnAuthorizedParty } from '#lib/authorization/authorized-parties/read-authorized-party.ts';
import { authorizedPartyDto, toAuthorizedPartyDto } from '#lib/authorization/authorized-parties/schema.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json } from '#lib/http/responses.ts';
import { readPartyId } from '#lib/http/route-values.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { PARTY_FILTER_DOC, readPartyFilter } from '../../_parts/party-filter.ts';

/** What a person or system user may ask about one party. */
export const authorizedParty = apiSection({
  base: '/accessmanagement/api/v1/authorizedparty',
  title: 'Authorized party',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '{partyId}',
      {
        summary: 'A party that the caller may act for',
        answer: authorizedPartyDto,
        auth: 'altinn:accessmanagement/authorizedparties, or altinn:portal/enduser for people',
        query: PARTY_FILTER_DOC,
        responses: { 200: 'The party', 400: 'The caller may not act for it' },
      },
      async ({ request, url, params }) => {
        const context = await fromBearer(request);
        const partyId = readPartyId(params.partyId);
        return json(toAuthorizedPartyDto(await readOwnAuthorizedParty(context, partyId, readPartyFilter(url))));
      },
    ),
  ],
});
