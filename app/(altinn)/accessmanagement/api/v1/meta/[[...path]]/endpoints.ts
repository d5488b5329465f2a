import { z } from 'zod';
import { LANGUAGE_HEADER, readLanguage } from '#lib/http/language.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { readFlag, readQuery } from '#lib/http/query.ts';
import { empty, json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { listGroups } from '#lib/resources/access-packages/list-groups.ts';
import {
  readArea,
  readCatalogue,
  readGroup,
  readPackage,
  readPackageByUrn,
  readPackageResources,
  readSurroundings,
} from '#lib/resources/access-packages/read-catalogue.ts';
import {
  areaDto,
  exportDto,
  foundDto,
  groupDto,
  packageDto,
  packageResourceDto,
  toAreaDto,
  toExportDto,
  toFoundDto,
  toGroupDto,
  toPackageDto,
  toPackageResourceDto,
} from '#lib/resources/access-packages/schema.ts';
import { searchAccessPackages } from '#lib/resources/access-packages/search-access-packages.ts';
import { fromBearer } from '#lib/session/bearer.ts';

const PACKAGES = 'info/accesspackages';
const auth = 'anonymous';
const found = { 200: 'In the language of Accept-Language', 404: 'Unknown' };

/** The catalogue of access packages. @see altinn-api.md §14 */
export const accessPackages = apiSection({
  base: '/accessmanagement/api/v1/meta',
  title: 'Access package catalogue',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      `${PACKAGES}/search`,
      {
        summary: 'Search packages; no term lists all',
        answer: z.array(foundDto),
        auth,
        headers: LANGUAGE_HEADER,
        query: {
          term: 'part of a name, code or description',
          resourceProviderCode: 'only packages that open a resource of this owner',
          searchInResources: 'boolean',
          typeName: 'organization or person',
        },
        responses: { 200: 'Packages, best first', 204: 'Nothing matches' },
      },
      async ({ request, url }) => {
        const context = await fromBearer(request);
        const language = readLanguage(request);
        const results = await searchAccessPackages(context, {
          term: readQuery(url, 'term') ?? '',
          language,
          ownerOrgCode: readQuery(url, 'resourceProviderCode') || undefined,
          type: readQuery(url, 'typeName')?.toLowerCase() || undefined,
          searchInResources: readFlag(url, 'searchInResources') ?? false,
        });
        if (results.length === 0) return empty(204);
        const surroundings = await readSurroundings(
          context,
          results.map((result) => result.package),
        );
        return json(results.map((result) => toFoundDto(result, language, surroundings)));
      },
    ),
    endpoint(
      'GET',
      `${PACKAGES}/export`,
      {
        summary: 'Read the catalogue as groups, areas and packages',
        answer: exportDto,
        auth,
        headers: LANGUAGE_HEADER,
        responses: { 200: 'The tree' },
      },
      async ({ request }) => {
        const context = await fromBearer(request);
        const catalogue = await readCatalogue(context);
        const surroundings = await readSurroundings(context, catalogue.packages);
        return json(toExportDto(catalogue, readLanguage(request), surroundings));
      },
    ),
    endpoint(
      'GET',
      `${PACKAGES}/package/urn/{urn}`,
      {
        summary: 'Read a package by URN or code',
        answer: packageDto,
        auth,
        headers: LANGUAGE_HEADER,
        responses: found,
      },
      async ({ request, params }) => {
        const context = await fromBearer(request);
        const one = await readPackageByUrn(context, params.urn);
        return json(toPackageDto(one, readLanguage(request), await readSurroundings(context, [one])));
      },
    ),
    endpoint(
      'GET',
      `${PACKAGES}/package/{id}`,
      { summary: 'Read a package by id', answer: packageDto, auth, headers: LANGUAGE_HEADER, responses: found },
      async ({ request, params }) => {
        const context = await fromBearer(request);
        const one = await readPackage(context, params.id);
        return json(toPackageDto(one, readLanguage(request), await readSurroundings(context, [one])));
      },
    ),
    endpoint(
      'GET',
      `${PACKAGES}/package/{id}/resources`,
      {
        summary: 'List the resources that a package opens',
        answer: z.array(packageResourceDto),
        auth,
        headers: LANGUAGE_HEADER,
        responses: found,
      },
      async ({ request, params }) => {
        const resources = await readPackageResources(await fromBearer(request), params.id);
        return json(resources.map((resource) => toPackageResourceDto(resource, readLanguage(request))));
      },
    ),
    endpoint(
      'GET',
      `${PACKAGES}/group`,
      { summary: 'List the groups', answer: z.array(groupDto), auth, headers: LANGUAGE_HEADER, responses: found },
      async ({ request }) => {
        const groups = await listGroups(await fromBearer(request));
        return json(groups.map((group) => toGroupDto(group, readLanguage(request))));
      },
    ),
    endpoint(
      'GET',
      `${PACKAGES}/group/{id}`,
      { summary: 'Read a group', answer: groupDto, auth, headers: LANGUAGE_HEADER, responses: found },
      async ({ request, params }) => {
        const { group } = await readGroup(await fromBearer(request), params.id);
        return json(toGroupDto(group, readLanguage(request)));
      },
    ),
    endpoint(
      'GET',
      `${PACKAGES}/group/{id}/areas`,
      {
        summary: 'List the areas of a group',
        answer: z.array(areaDto),
        auth,
        headers: LANGUAGE_HEADER,
        responses: found,
      },
      async ({ request, params }) => {
        const { areas } = await readGroup(await fromBearer(request), params.id);
        return json(areas.map((area) => toAreaDto(area, readLanguage(request))));
      },
    ),
    endpoint(
      'GET',
      `${PACKAGES}/area/{id}`,
      { summary: 'Read an area', answer: areaDto, auth, headers: LANGUAGE_HEADER, responses: found },
      async ({ request, params }) => {
        const { area } = await readArea(await fromBearer(request), params.id);
        return json(toAreaDto(area, readLanguage(request)));
      },
    ),
    endpoint(
      'GET',
      `${PACKAGES}/area/{id}/packages`,
      {
        summary: 'List the packages of an area',
        answer: z.array(packageDto),
        auth,
        headers: LANGUAGE_HEADER,
        responses: found,
      },
      async ({ request, params }) => {
        const context = await fromBearer(request);
        const { packages } = await readArea(context, params.id);
        const surroundings = await readSurroundings(context, packages);
        return json(packages.map((one) => toPackageDto(one, readLanguage(request), surroundings)));
      },
    ),
  ],
});
