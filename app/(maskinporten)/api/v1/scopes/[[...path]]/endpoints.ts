import { z } from 'zod';
import { readJson } from '#lib/http/body.ts';
import { readQuery } from '#lib/http/query.ts';
import { json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { READ_SCOPES, WRITE_CLIENTS, WRITE_SCOPES } from '#lib/maskinporten/administration/authority.ts';
import { isTrue } from '#lib/maskinporten/administration/schema.ts';
import { createScope } from '#lib/maskinporten/scopes/create-scope.ts';
import { deactivateScope } from '#lib/maskinporten/scopes/deactivate-scope.ts';
import { giveAccess } from '#lib/maskinporten/scopes/give-access.ts';
import { listGivenAccess } from '#lib/maskinporten/scopes/list-given-access.ts';
import { listOpenScopes } from '#lib/maskinporten/scopes/list-open-scopes.ts';
import { listReceivedAccess } from '#lib/maskinporten/scopes/list-received-access.ts';
import { listScopes } from '#lib/maskinporten/scopes/list-scopes.ts';
import { assertOwnScope } from '#lib/maskinporten/scopes/own-scope.ts';
import { readScope } from '#lib/maskinporten/scopes/read-scope.ts';
import { removeAccess } from '#lib/maskinporten/scopes/remove-access.ts';
import { requestAccess } from '#lib/maskinporten/scopes/request-access.ts';
import {
  accessDto,
  scopeBody,
  scopeDto,
  toAccessDto,
  toCatalogueFilter,
  toScopeDto,
  toScopeName,
} from '#lib/maskinporten/scopes/schema.ts';
import { updateScope } from '#lib/maskinporten/scopes/update-scope.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { callerOf } from '../../../../_administration/caller.ts';
import { administrationSection } from '../../../../_administration/section.ts';

const READ = READ_SCOPES.join(' or ');
const WRITE = WRITE_SCOPES.join(' or ');
const SCOPE = { scope: { description: 'Name of the scope', required: true } } as const;
const INACTIVE = { inactive: 'true to include deactivated ones' };

/** Scopes and who has access to them; names travel as a query parameter, because they contain slashes. */
export const scopeEndpoints = [
  endpoint(
    'GET',
    '',
    {
      summary: 'Your scopes',
      answer: z.union([z.array(scopeDto), scopeDto]),
      auth: READ,
      query: { ...INACTIVE, scope: 'the name of one scope, to have it instead of the list' },
      responses: { 200: 'The scopes, or the one that was asked for' },
    },
    async ({ request, url }) => {
      const name = readQuery(url, 'scope');
      if (name) return json(toScopeDto(await readScope(await callerOf(request, READ_SCOPES), { name })));
      const scopes = await listScopes(await fromBearer(request), { inactive: isTrue(readQuery(url, 'inactive')) });
      return json(scopes.map(toScopeDto));
    },
  ),
  endpoint(
    'POST',
    '',
    {
      summary: 'Create a scope below one of your prefixes',
      answer: scopeDto,
      auth: WRITE,
      body: scopeBody,
      responses: { 200: 'The scope', 403: 'The prefix is not yours', 409: 'The scope exists' },
    },
    async ({ request }) => {
      const context = await callerOf(request, WRITE_SCOPES);
      return json(toScopeDto(await createScope(context, await readJson(request, scopeBody))));
    },
  ),
  endpoint(
    'PUT',
    '',
    { summary: 'Replace or revive a scope', answer: scopeDto, auth: WRITE, query: SCOPE, body: scopeBody },
    async ({ request, url }) => {
      const context = await callerOf(request, WRITE_SCOPES);
      const name = toScopeName(readQuery(url, 'scope'));
      await assertOwnScope(context, name, WRITE_SCOPES);
      return json(toScopeDto(await updateScope(context, { ...(await readJson(request, scopeBody)), name })));
    },
  ),
  endpoint(
    'DELETE',
    '',
    { summary: 'Deactivate a scope', answer: scopeDto, auth: WRITE, query: SCOPE },
    async ({ request, url }) =>
      json(
        toScopeDto(
          await deactivateScope(await callerOf(request, WRITE_SCOPES), { name: toScopeName(readQuery(url, 'scope')) }),
        ),
      ),
  ),
  endpoint(
    'GET',
    'scope',
    { summary: 'One of your scopes', answer: scopeDto, auth: READ, query: SCOPE },
    async ({ request, url }) =>
      json(
        toScopeDto(
          await readScope(await callerOf(request, READ_SCOPES), { name: toScopeName(readQuery(url, 'scope')) }),
        ),
      ),
  ),
  endpoint(
    'GET',
    'all',
    {
      summary: 'The open catalogue of public scopes',
      answer: z.array(scopeDto),
      auth: 'anonymous',
      query: {
        prefix: 'Only below this prefix',
        ...INACTIVE,
        delegated_sources: 'Issuers of delegation sources, or true for any',
        accessible_for_all: 'true or false',
        integration_type: 'Only scopes for this kind of client, in any case',
      },
    },
    async ({ request, url }) =>
      json(
        (
          await listOpenScopes(
            await fromBearer(request),
            toCatalogueFilter((name) => readQuery(url, name)),
          )
        ).map(toScopeDto),
      ),
  ),
  endpoint(
    'GET',
    'access',
    {
      summary: 'Access that you have given',
      answer: z.array(accessDto),
      auth: READ,
      query: { scope: 'Only to this scope', consumer_orgno: 'Only to this organisation', ...INACTIVE },
    },
    async ({ request, url }) => {
      const rows = await listGivenAccess(await fromBearer(request), {
        scope: readQuery(url, 'scope'),
        consumerOrgNo: readQuery(url, 'consumer_orgno'),
        inactive: isTrue(readQuery(url, 'inactive')),
      });
      return json(rows.map(toAccessDto));
    },
  ),
  endpoint(
    'GET',
    'access/all',
    {
      summary: 'Access that you have been given',
      answer: z.array(accessDto),
      auth: `${READ} or idporten:dcr.read`,
      query: { ...INACTIVE, accessible_for_all: 'true to see the public scopes that are open for all, too' },
    },
    async ({ request, url }) => {
      const rows = await listReceivedAccess(await fromBearer(request), {
        inactive: isTrue(readQuery(url, 'inactive')),
        accessibleForAll: isTrue(readQuery(url, 'accessible_for_all')),
      });
      return json(rows.map(toAccessDto));
    },
  ),
  endpoint(
    'POST',
    'access/requests',
    {
      summary: 'Ask the owner of a public scope for access',
      answer: accessDto,
      auth: 'idporten:dcr.write',
      query: SCOPE,
    },
    async ({ request, url }) => {
      const context = await callerOf(request, WRITE_CLIENTS);
      return json(toAccessDto(await requestAccess(context, { scope: toScopeName(readQuery(url, 'scope')) })));
    },
  ),
  endpoint(
    'PUT',
    'access/{consumerOrgNo}',
    { summary: 'Give an organisation access', answer: accessDto, auth: WRITE, query: SCOPE },
    async ({ request, params, url }) => {
      const context = await callerOf(request, WRITE_SCOPES);
      return json(toAccessDto(await giveAccess(context, { ...params, scope: toScopeName(readQuery(url, 'scope')) })));
    },
  ),
  endpoint(
    'DELETE',
    'access/{consumerOrgNo}',
    { summary: 'Take access away', answer: accessDto, auth: WRITE, query: SCOPE },
    async ({ request, params, url }) => {
      const context = await callerOf(request, WRITE_SCOPES);
      return json(toAccessDto(await removeAccess(context, { ...params, scope: toScopeName(readQuery(url, 'scope')) })));
    },
  ),
];

export const scopes = administrationSection('/api/v1/scopes', 'Scopes', scopeEndpoints);
