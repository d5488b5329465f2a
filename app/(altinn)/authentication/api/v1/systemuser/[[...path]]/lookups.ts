import { assertOrganisation, assertScope } from '#lib/context/assert.ts';
import {
  decodePageToken,
  encodePageToken,
  PAGE_SIZE,
  type Page,
  pageOf,
  sequenceCursor,
  toNextLink,
} from '#lib/http/paging.ts';
import { readQuery } from '#lib/http/query.ts';
import { json } from '#lib/http/responses.ts';
import { readRequired, readUuid } from '#lib/http/route-values.ts';
import { endpoint } from '#lib/http/section.ts';
import { REGISTER_SCOPES } from '#lib/register/assert-vendor.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { fromPlatform, PLATFORM_ACCESS_HEADER } from '#lib/session/platform-access.ts';
import {
  BY_QUERY_SCOPE,
  LOOKUP_SCOPE,
  listSystemUsersOfSystem,
  readByExternalId,
  readByQuery,
} from '#lib/systemusers/read-for-vendor.ts';
import {
  externalDto,
  streamDto,
  streamItem,
  toExternalDto,
  toStreamDto,
  toStreamItem,
} from '#lib/systemusers/schema.ts';
import { readStreamed, STREAM_SCOPE, streamSystemUsers } from '#lib/systemusers/stream-system-users.ts';
import { refusals } from '../../../../../_parts/refusals.ts';

const BASE = '/authentication/api/v1/systemuser';
const TOKEN = { token: 'Where the page before ended' };

/** Reads for vendors, for Maskinporten and for services inside the platform. A missing scope speaks before a bad query. */
export const lookupEndpoints = [
  endpoint(
    'GET',
    'byExternalId',
    {
      summary: 'The system user that a client may speak for',
      answer: externalDto,
      auth: LOOKUP_SCOPE,
      query: {
        clientId: { description: 'Maskinporten client', required: true },
        systemProviderOrgNo: { description: 'Vendor', required: true },
        systemUserOwnerOrgNo: { description: 'Customer', required: true },
        externalRef: 'Reference; the customer’s number unless given',
      },
    },
    async ({ request, url }) => {
      const context = await fromBearer(request);
      assertScope(context, LOOKUP_SCOPE);
      const user = await readByExternalId(context, {
        clientId: readRequired('clientId', readQuery(url, 'clientId')),
        vendorOrgNo: readRequired('systemProviderOrgNo', readQuery(url, 'systemProviderOrgNo')),
        ownerOrgNo: readRequired('systemUserOwnerOrgNo', readQuery(url, 'systemUserOwnerOrgNo')),
        externalRef: readQuery(url, 'externalRef'),
      });
      return json(toExternalDto(user, user.systemId));
    },
  ),
  endpoint(
    'GET',
    'vendor/byquery',
    {
      summary: 'The system user of one of your systems at a customer',
      answer: externalDto,
      auth: BY_QUERY_SCOPE,
      query: {
        'system-id': { description: 'System', required: true },
        orgno: { description: 'Customer', required: true },
        'external-ref': 'Reference; the customer’s number unless given',
      },
    },
    async ({ request, url }) => {
      const context = await fromBearer(request);
      assertScope(context, BY_QUERY_SCOPE);
      const user = await readByQuery(context, {
        systemId: readRequired('system-id', readQuery(url, 'system-id')),
        orgNo: readRequired('orgno', readQuery(url, 'orgno')),
        externalRef: readQuery(url, 'external-ref'),
      });
      return json(toExternalDto(user));
    },
  ),
  endpoint(
    'GET',
    'vendor/bysystem/{systemId}',
    {
      summary: 'The system users of one of your systems, page by page',
      answer: pageOf(externalDto),
      auth: REGISTER_SCOPES.join(' or '),
      query: TOKEN,
      responses: refusals('AUTH-00011'),
    },
    async ({ request, params, url }) => {
      const context = await fromBearer(request);
      assertOrganisation(context, ...REGISTER_SCOPES);
      const { users, next } = await listSystemUsersOfSystem(context, {
        systemId: params.systemId,
        from: decodePageToken(readQuery(url, 'token'), sequenceCursor),
        limit: PAGE_SIZE,
      });
      const path = `${BASE}/vendor/bysystem/${encodeURIComponent(params.systemId)}`;
      const links = next === undefined ? {} : { next: toNextLink(request, path, encodePageToken(next)) };
      const page: Page<ReturnType<typeof toExternalDto>> = { links, data: users.map((user) => toExternalDto(user)) };
      return json(page);
    },
  ),
  endpoint(
    'GET',
    'internal/systemusers/stream',
    {
      summary: 'Every change of system users, in order',
      answer: streamDto,
      auth: STREAM_SCOPE,
      query: TOKEN,
      headers: PLATFORM_ACCESS_HEADER,
    },
    async ({ request, url }) => {
      const context = await fromPlatform(request);
      assertScope(context, STREAM_SCOPE);
      const after = decodePageToken(readQuery(url, 'token'), sequenceCursor) ?? 0;
      const page = await streamSystemUsers(context, after);
      const path = `${BASE}/internal/systemusers/stream`;
      const next = page.users.length === 0 ? undefined : toNextLink(request, path, encodePageToken(page.pageEnd));
      return json(toStreamDto(page, next));
    },
  ),
  endpoint(
    'GET',
    'internal/systemusers/{id}',
    {
      summary: 'One live system user',
      answer: streamItem,
      auth: STREAM_SCOPE,
      headers: PLATFORM_ACCESS_HEADER,
      responses: { 410: 'It has ended or never was' },
    },
    async ({ request, params }) => {
      const context = await fromPlatform(request);
      assertScope(context, STREAM_SCOPE);
      return json(toStreamItem(await readStreamed(context, readUuid('id', params.id))));
    },
  ),
];
