import { z } from 'zod';
import { readJson } from '#lib/http/body.ts';
import { readQuery } from '#lib/http/query.ts';
import { empty, json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { CHANGE_CLIENTS, READ_CLIENTS, WRITE_CLIENTS } from '#lib/maskinporten/administration/authority.ts';
import { isTrue } from '#lib/maskinporten/administration/schema.ts';
import { deleteKey, deleteKeySet } from '#lib/maskinporten/client-keys/delete-keys.ts';
import { putKey } from '#lib/maskinporten/client-keys/put-key.ts';
import { readKey, readKeySet } from '#lib/maskinporten/client-keys/read-keys.ts';
import { replaceKeySet } from '#lib/maskinporten/client-keys/replace-key-set.ts';
import { jwkBody, keyDto, keySetBody, keySetDto } from '#lib/maskinporten/client-keys/schema.ts';
import { createClient } from '#lib/maskinporten/clients/create-client.ts';
import { deactivateClient } from '#lib/maskinporten/clients/deactivate-client.ts';
import { listClientScopes } from '#lib/maskinporten/clients/list-client-scopes.ts';
import { listClients } from '#lib/maskinporten/clients/list-clients.ts';
import { readClient } from '#lib/maskinporten/clients/read-client.ts';
import { refuseSecret } from '#lib/maskinporten/clients/refuse-secret.ts';
import { clientBody, clientDto, clientScopeDtos, toClientDto } from '#lib/maskinporten/clients/schema.ts';
import { updateClient } from '#lib/maskinporten/clients/update-client.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { callerOf, callerOfClient } from '../../../../_administration/caller.ts';
import { readKeys } from '../../../../_administration/read-keys.ts';
import { administrationSection } from '../../../../_administration/section.ts';
import {
  ifMatchOf,
  toClientResponse,
  toKeyResponse,
  toKeySetResponse,
  VERSIONED_DOC,
} from '../../../../_administration/versioned.ts';
import { onBehalfOfEndpoints } from './on-behalf-of.ts';

const READ = READ_CLIENTS.join(' or ');
const CHANGE = CHANGE_CLIENTS.join(' or ');
const WRITE = WRITE_CLIENTS.join(' or ');

/** OAuth clients and their keys. Answers about one client carry its version as `ETag`; `If-Match` guards changes. */
export const clientEndpoints = [
  endpoint(
    'GET',
    '',
    {
      summary: 'Your clients',
      answer: z.array(clientDto),
      auth: READ,
      query: { inactive: 'true to include deactivated ones' },
    },
    async ({ request, url }) => {
      const clients = await listClients(await fromBearer(request), { inactive: isTrue(readQuery(url, 'inactive')) });
      return json(clients.map(toClientDto));
    },
  ),
  endpoint(
    'POST',
    '',
    {
      summary: 'Register a client',
      answer: clientDto,
      auth: WRITE,
      body: clientBody,
      bodyExample: {
        client_name: 'Regnskap',
        integration_type: 'maskinporten',
        scopes: ['skatteetaten:kravogbetalinger'],
      },
      responses: { 200: 'The client', 409: 'The client id is taken' },
    },
    async ({ request }) => {
      const context = await callerOf(request, WRITE_CLIENTS);
      const client = await createClient(context, await readJson(request, clientBody));
      return toClientResponse({ client, keys: [], onBehalfOf: [] });
    },
  ),
  endpoint(
    'GET',
    '{clientId}',
    { summary: 'One of your clients', answer: clientDto, auth: READ },
    async ({ request, params }) => toClientResponse(await readClient(await fromBearer(request), params)),
  ),
  endpoint(
    'PUT',
    '{clientId}',
    { summary: 'Replace or revive a client', answer: clientDto, auth: CHANGE, body: clientBody, ...VERSIONED_DOC },
    async ({ request, params }) => {
      const context = await callerOfClient(request, params.clientId, CHANGE_CLIENTS);
      const input = { ...(await readJson(request, clientBody)), ...params, ifMatch: ifMatchOf(request) };
      return toClientResponse(await updateClient(context, input));
    },
  ),
  endpoint(
    'DELETE',
    '{clientId}',
    { summary: 'Deactivate a client', answer: 'nothing', auth: WRITE, ...VERSIONED_DOC },
    async ({ request, params }) => {
      await deactivateClient(await fromBearer(request), { ...params, ifMatch: ifMatchOf(request) });
      return empty();
    },
  ),
  endpoint(
    'GET',
    '{clientId}/scopes',
    { summary: 'What the scopes on a client are good for now', answer: clientScopeDtos, auth: READ },
    async ({ request, params }) => json(await listClientScopes(await fromBearer(request), params)),
  ),
  endpoint(
    'POST',
    '{clientId}/secret',
    { summary: 'Refused: clients here have keys', auth: WRITE, responses: { 400: 'Always' } },
    async ({ request, params }) => refuseSecret(await fromBearer(request), params),
  ),
  endpoint(
    'GET',
    '{clientId}/jwks',
    { summary: 'The keys of a client', answer: keySetDto, auth: READ },
    async ({ request, params }) => toKeySetResponse(await readKeySet(await fromBearer(request), params)),
  ),
  endpoint(
    'POST',
    '{clientId}/jwks',
    {
      summary: 'Replace the whole key set, five keys at most',
      answer: keySetDto,
      auth: WRITE,
      body: keySetBody,
      ...VERSIONED_DOC,
    },
    async ({ request, params }) => {
      const context = await callerOfClient(request, params.clientId, WRITE_CLIENTS);
      const { keys } = await readKeys(request, keySetBody);
      return toKeySetResponse(await replaceKeySet(context, { ...params, keys, ifMatch: ifMatchOf(request) }));
    },
  ),
  endpoint(
    'DELETE',
    '{clientId}/jwks',
    { summary: 'Remove every key', answer: 'nothing', auth: WRITE, ...VERSIONED_DOC },
    async ({ request, params }) => {
      await deleteKeySet(await fromBearer(request), { ...params, ifMatch: ifMatchOf(request) });
      return empty();
    },
  ),
  endpoint(
    'GET',
    '{clientId}/jwks/{kid}',
    { summary: 'One key of a client', answer: keyDto, auth: READ },
    async ({ request, params }) => toKeyResponse(await readKey(await fromBearer(request), params)),
  ),
  endpoint(
    'PUT',
    '{clientId}/jwks/{kid}',
    { summary: 'Add, renew or replace one key', answer: keyDto, auth: WRITE, body: jwkBody, ...VERSIONED_DOC },
    async ({ request, params }) => {
      const context = await callerOfClient(request, params.clientId, WRITE_CLIENTS);
      const jwk = await readKeys(request, jwkBody);
      return toKeyResponse(await putKey(context, { ...params, jwk, ifMatch: ifMatchOf(request) }));
    },
  ),
  endpoint(
    'DELETE',
    '{clientId}/jwks/{kid}',
    { summary: 'Remove one key', answer: 'nothing', auth: WRITE, ...VERSIONED_DOC },
    async ({ request, params }) => {
      await deleteKey(await fromBearer(request), { ...params, ifMatch: ifMatchOf(request) });
      return empty();
    },
  ),
  ...onBehalfOfEndpoints,
];

export const clients = administrationSection('/api/v1/clients', 'Clients', clientEndpoints);
