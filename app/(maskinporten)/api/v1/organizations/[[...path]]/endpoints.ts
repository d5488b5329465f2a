import { json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { readOrganisation } from '#lib/maskinporten/administration/organisation-names.ts';
import { organisationDto, toOrganisationDto } from '#lib/maskinporten/administration/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { administrationSection } from '../../../../_administration/section.ts';

/** Names of organisations. */
export const organisationEndpoints = [
  endpoint(
    'GET',
    '{orgNo}',
    {
      summary: 'The name of an organisation',
      answer: organisationDto,
      auth: 'anonymous',
      responses: { 200: 'Number and name', 404: 'Unknown' },
    },
    async ({ request, params }) =>
      json(toOrganisationDto(await readOrganisation(await fromBearer(request), params.orgNo))),
  ),
];

export const organisations = administrationSection('/api/v1/organizations', 'Organisations', organisationEndpoints);
