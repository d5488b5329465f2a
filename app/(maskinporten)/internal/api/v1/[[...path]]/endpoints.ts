import { readJson } from '#lib/http/body.ts';
import { readQuery } from '#lib/http/query.ts';
import { json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { ADMINISTER_PREFIXES } from '#lib/maskinporten/administration/authority.ts';
import { toNumber } from '#lib/maskinporten/administration/schema.ts';
import { assignPrefix } from '#lib/maskinporten/prefixes/assign-prefix.ts';
import { pagePrefixes } from '#lib/maskinporten/prefixes/list-prefixes.ts';
import {
  prefixBody,
  prefixDto,
  prefixPageDto,
  toPrefixDto,
  toPrefixPageDto,
} from '#lib/maskinporten/prefixes/schema.ts';
import { updatePrefix } from '#lib/maskinporten/prefixes/update-prefix.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { callerOf } from '../../../../_administration/caller.ts';
import { administrationSection, below } from '../../../../_administration/section.ts';

const PAGE_SIZE = 20;
const [OPERATOR] = ADMINISTER_PREFIXES;

const prefixEndpoints = [
  endpoint(
    'GET',
    '',
    {
      summary: 'Every prefix, paged',
      answer: prefixPageDto,
      auth: OPERATOR,
      query: { page: 'From 0', size: 'At most 200' },
    },
    async ({ request, url }) => {
      const page = toNumber(readQuery(url, 'page'), 0);
      const size = toNumber(readQuery(url, 'size'), PAGE_SIZE);
      return json(toPrefixPageDto(await pagePrefixes(await fromBearer(request), { page, size })));
    },
  ),
  endpoint(
    'POST',
    '',
    { summary: 'Assign a prefix', answer: prefixDto, auth: OPERATOR, body: prefixBody },
    async ({ request }) => {
      const context = await callerOf(request, ADMINISTER_PREFIXES);
      return json(toPrefixDto(await assignPrefix(context, await readJson(request, prefixBody))));
    },
  ),
  endpoint(
    'PUT',
    '',
    { summary: 'Move, deactivate or reactivate a prefix', answer: prefixDto, auth: OPERATOR, body: prefixBody },
    async ({ request }) => {
      const context = await callerOf(request, ADMINISTER_PREFIXES);
      return json(toPrefixDto(await updatePrefix(context, await readJson(request, prefixBody))));
    },
  ),
  endpoint(
    'DELETE',
    '',
    { summary: 'Deactivate a prefix', answer: prefixDto, auth: OPERATOR, query: { prefix: 'Which' } },
    async ({ request, url }) => {
      const input = { prefix: readQuery(url, 'prefix') ?? '', ownerOrgNo: undefined, active: false };
      return json(toPrefixDto(await updatePrefix(await fromBearer(request), input)));
    },
  ),
];

/** The operator's own calls: who owns which prefix; any other path is refused in the API's own words. */
export const operatorCalls = administrationSection(
  '/internal/api/v1',
  'Prefixes',
  below('scope_prefix', prefixEndpoints),
);
