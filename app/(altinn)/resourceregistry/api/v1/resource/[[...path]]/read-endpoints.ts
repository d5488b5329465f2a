import { z } from 'zod';
import { env } from '#lib/config/env.ts';
import { readFlag, readQuery } from '#lib/http/query.ts';
import { indentedJson, text } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { bindingProblem } from '#lib/kernel/errors.ts';
import { listOwners } from '#lib/resources/list-owners.ts';
import { listResources } from '#lib/resources/list-resources.ts';
import { readResource } from '#lib/resources/read-resource.ts';
import { orgsDto, resourceDto, resourceTypeSchema, toOrgsDto } from '#lib/resources/schema.ts';
import { searchResources } from '#lib/resources/search-resources.ts';
import { toTurtle } from '#lib/resources/turtle.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** The name under which Altinn sends Turtle. */
const EXPORT_TYPE = 'application/xml+rdf';

/** What everybody may read of resources. */
export const readEndpoints = [
  endpoint(
    'GET',
    'resourcelist',
    {
      summary: 'List the newest version of every resource',
      answer: z.array(resourceDto),
      auth: 'anonymous',
      query: { includeApps: 'boolean, true unless said', includeMigratedApps: 'boolean, false unless said' },
      responses: { 200: 'Resources with their authorizationReference' },
    },
    async ({ request, url }) =>
      indentedJson(
        await listResources(await fromBearer(request), {
          includeApps: readFlag(url, 'includeApps') ?? true,
          includeMigratedApps: readFlag(url, 'includeMigratedApps') ?? false,
        }),
      ),
  ),
  endpoint(
    'GET',
    'search',
    {
      summary: 'Search resources; all given filters must match',
      answer: z.array(resourceDto),
      auth: 'anonymous',
      query: {
        id: 'part of the id',
        title: 'part of the title in any language',
        description: 'part of the description in any language',
        resourceType: 'the kind of resource',
        keyword: 'part of a keyword',
        reference: 'part of a reference',
        orgCode: 'code of the owner',
        organizationId: 'organisation number of the owner',
      },
      responses: { 200: 'Resources, newest first' },
    },
    async ({ request, url }) => {
      const type = readQuery(url, 'resourceType');
      return indentedJson(
        await searchResources(await fromBearer(request), {
          id: readQuery(url, 'id'),
          title: readQuery(url, 'title'),
          description: readQuery(url, 'description'),
          resourceType: type ? readType(type) : undefined,
          keyword: readQuery(url, 'keyword'),
          reference: readQuery(url, 'reference'),
          orgCode: readQuery(url, 'orgCode'),
          organizationId: readQuery(url, 'organizationId'),
        }),
      );
    },
  ),
  endpoint(
    'GET',
    'orgs',
    {
      summary: 'List the service owners by code',
      answer: orgsDto,
      auth: 'anonymous',
      responses: { 200: 'Owners by code' },
    },
    async ({ request }) => indentedJson(toOrgsDto(await listOwners(await fromBearer(request)))),
  ),
  endpoint(
    'GET',
    'export',
    {
      summary: 'Export the visible resources as RDF (Turtle)',
      answer: z.string(),
      answerType: EXPORT_TYPE,
      auth: 'anonymous',
      responses: { 200: 'Turtle; as text/turtle for those who ask for it' },
    },
    async ({ request }) => {
      const resources = await listResources(await fromBearer(request));
      const turtle = toTurtle(resources, `${env().PORTAL_URL}/resourceregistry/api/v1/resource/`);
      const asked = request.headers.get('accept')?.includes('text/turtle') ? 'text/turtle' : EXPORT_TYPE;
      return text(turtle, 200, { 'content-type': `${asked}; charset=utf-8`, vary: 'accept' });
    },
  ),
  endpoint(
    'GET',
    '{id}',
    {
      summary: 'Read a resource, the newest version or a given one',
      answer: resourceDto,
      auth: 'anonymous',
      query: { versionId: 'number of a version' },
      responses: { 200: 'The resource', 404: 'Unknown resource or version' },
    },
    async ({ request, params, url }) => {
      const key = { identifier: params.id, versionId: readVersion(url) };
      return indentedJson(await readResource(await fromBearer(request), key));
    },
  ),
];

function readVersion(url: URL): number | undefined {
  const text = readQuery(url, 'versionId');
  if (text === undefined || text === '') return undefined;
  if (!/^[0-9]{1,15}$/.test(text)) throw bindingProblem({ versionId: [`The value '${text}' is not valid.`] });
  return Number(text);
}

function readType(text: string) {
  const result = resourceTypeSchema.safeParse(text);
  if (!result.success) throw bindingProblem({ resourceType: [`The value '${text}' is not valid.`] });
  return result.data;
}
