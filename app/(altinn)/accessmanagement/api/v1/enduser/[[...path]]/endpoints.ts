import { listOwnAuthorizedParties } from '#lib/authorization/authorized-parties/list-authorized-parties.ts';
import { authorizedPartyDto, toAuthorizedPartyDto } from '#lib/authorization/authorized-parties/schema.ts';
import { pageOf } from '#lib/http/paging.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { readQueryList } from '#lib/http/query.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { parseUuid } from '#lib/kernel/brands.ts';
import { bindingProblem } from '#lib/kernel/errors.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { readPartyFilter } from '../../_parts/party-filter.ts';

const PARTS = 'true to include them';

/** The newer address of what a person or system user may ask about itself: parts are left out unless asked for. */
export const endUser = apiSection({
  base: '/accessmanagement/api/v1/enduser',
  title: 'Access management for end users and their systems',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      'authorizedparties',
      {
        summary: 'Parties that the caller may act for',
        answer: pageOf(authorizedPartyDto),
        auth: 'altinn:accessmanagement/authorizedparties, or altinn:portal/enduser for people',
        query: {
          includeRoles: PARTS,
          includeAccessPackages: PARTS,
          includeResources: PARTS,
          includeSubParties: 'false leaves sub-units out',
          partyFilter: 'only these parties, by uuid; repeatable',
          anyOfResourceIds: 'only parties with access to one of these; repeatable',
        },
        responses: { 200: 'All of them, on one page' },
      },
      async ({ request, url }) => {
        const context = await fromBearer(request);
        const filter = readPartyFilter(url, { parties: readUuids(url), included: false });
        const parties = await listOwnAuthorizedParties(context, filter);
        return json({ links: {}, data: parties.map(toAuthorizedPartyDto) });
      },
    ),
  ],
});

function readUuids(url: URL): readonly string[] {
  return readQueryList(url, 'partyFilter').map((text) => {
    const uuid = parseUuid(text);
    if (!uuid) throw bindingProblem({ partyFilter: [`The value '${text}' is not valid.`] });
    return uuid;
  });
}
