import { z } from 'zod';
import { json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { READ_SCOPES } from '#lib/maskinporten/administration/authority.ts';
import { listOpenPrefixes, listOwnPrefixes } from '#lib/maskinporten/prefixes/list-prefixes.ts';
import { prefixDto, toPrefixDto } from '#lib/maskinporten/prefixes/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { administrationSection } from '../../../../_administration/section.ts';

/** Namespaces of scopes. */
export const prefixEndpoints = [
  endpoint(
    'GET',
    '',
    { summary: 'Your prefixes', answer: z.array(prefixDto), auth: READ_SCOPES.join(' or ') },
    async ({ request }) => json((await listOwnPrefixes(await fromBearer(request))).map(toPrefixDto)),
  ),
  endpoint(
    'GET',
    'all',
    { summary: 'Every prefix and its owner', answer: z.array(prefixDto), auth: 'anonymous' },
    async ({ request }) => json((await listOpenPrefixes(await fromBearer(request))).map(toPrefixDto)),
  ),
];

export const prefixes = administrationSection('/api/v1/prefix', 'Prefixes', prefixEndpoints);
