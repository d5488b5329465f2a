import { z } from 'zod';
import { readJson } from '#lib/http/body.ts';
import { readQuery } from '#lib/http/query.ts';
import { empty, json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { CHANGE_ON_BEHALF_OF, READ_ON_BEHALF_OF } from '#lib/maskinporten/administration/authority.ts';
import { isTrue } from '#lib/maskinporten/administration/schema.ts';
import { createOnBehalfOf } from '#lib/maskinporten/on-behalf-of/create-on-behalf-of.ts';
import { deactivateOnBehalfOf } from '#lib/maskinporten/on-behalf-of/deactivate-on-behalf-of.ts';
import { listOnBehalfOf, readOnBehalfOf } from '#lib/maskinporten/on-behalf-of/read-on-behalf-of.ts';
import { onBehalfOfBody, onBehalfOfDto, toOnBehalfOfDto } from '#lib/maskinporten/on-behalf-of/schema.ts';
import { updateOnBehalfOf } from '#lib/maskinporten/on-behalf-of/update-on-behalf-of.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { callerOfClient } from '../../../../_administration/caller.ts';
import { ifMatchOf, toOnBehalfOfResponse, VERSIONED_DOC } from '../../../../_administration/versioned.ts';

const READ = READ_ON_BEHALF_OF.join(' or ');
const CHANGE = CHANGE_ON_BEHALF_OF.join(' or ');

/** In whose name a client acts. An entry is named by its value or in full, as `<client_id>::<onbehalfof>`. */
export const onBehalfOfEndpoints = [
  endpoint(
    'GET',
    '{clientId}/onbehalfof',
    {
      summary: 'In whose name a client acts',
      answer: z.array(onBehalfOfDto),
      auth: READ,
      query: { inactive: 'true to include deactivated ones' },
    },
    async ({ request, params, url }) => {
      const input = { ...params, inactive: isTrue(readQuery(url, 'inactive')) };
      return json((await listOnBehalfOf(await fromBearer(request), input)).map(toOnBehalfOfDto));
    },
  ),
  endpoint(
    'POST',
    '{clientId}/onbehalfof',
    {
      summary: 'Register somebody in whose name a client acts',
      answer: onBehalfOfDto,
      auth: CHANGE,
      body: onBehalfOfBody,
      ...VERSIONED_DOC,
      responses: { ...VERSIONED_DOC.responses, 200: 'The entry', 409: 'The client has it already, active or not' },
    },
    async ({ request, params }) => {
      const context = await callerOfClient(request, params.clientId, CHANGE_ON_BEHALF_OF);
      const input = { ...(await readJson(request, onBehalfOfBody)), ...params, ifMatch: ifMatchOf(request) };
      return toOnBehalfOfResponse(await createOnBehalfOf(context, input));
    },
  ),
  endpoint(
    'GET',
    '{clientId}/onbehalfof/{id}',
    { summary: 'One in whose name a client acts', answer: onBehalfOfDto, auth: READ },
    async ({ request, params }) => toOnBehalfOfResponse(await readOnBehalfOf(await fromBearer(request), params)),
  ),
  endpoint(
    'PUT',
    '{clientId}/onbehalfof/{id}',
    {
      summary: 'Replace or revive an on-behalf-of entry',
      answer: onBehalfOfDto,
      auth: CHANGE,
      body: onBehalfOfBody,
      ...VERSIONED_DOC,
    },
    async ({ request, params }) => {
      const context = await callerOfClient(request, params.clientId, CHANGE_ON_BEHALF_OF);
      const input = { ...(await readJson(request, onBehalfOfBody)), ...params, ifMatch: ifMatchOf(request) };
      return toOnBehalfOfResponse(await updateOnBehalfOf(context, input));
    },
  ),
  endpoint(
    'DELETE',
    '{clientId}/onbehalfof/{id}',
    { summary: 'Deactivate an on-behalf-of entry', answer: 'nothing', auth: CHANGE, ...VERSIONED_DOC },
    async ({ request, params }) => {
      await deactivateOnBehalfOf(await fromBearer(request), { ...params, ifMatch: ifMatchOf(request) });
      return empty();
    },
  ),
];
