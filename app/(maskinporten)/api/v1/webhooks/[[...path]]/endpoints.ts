import { z } from 'zod';
import { listDeliveries } from '#lib/events/deliveries/read-deliveries.ts';
import { redeliver } from '#lib/events/deliveries/redeliver.ts';
import { createEndpoint } from '#lib/events/endpoints/create-endpoint.ts';
import { listEndpoints, readEndpoint } from '#lib/events/endpoints/read-endpoints.ts';
import { removeEndpoint } from '#lib/events/endpoints/remove-endpoint.ts';
import { rotateSecret } from '#lib/events/endpoints/rotate-secret.ts';
import { sendTestEvent } from '#lib/events/endpoints/send-test-event.ts';
import { updateEndpoint } from '#lib/events/endpoints/update-endpoint.ts';
import {
  createdWebhookDto,
  deliveryDto,
  toCreatedWebhookDto,
  toDeliveryDto,
  toWebhookDto,
  webhookBody,
  webhookDto,
} from '#lib/events/schema.ts';
import { readJson } from '#lib/http/body.ts';
import { empty, json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { REGISTER_SCOPES } from '#lib/register/assert-vendor.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { callerOf } from '../../../../_administration/caller.ts';
import { administrationSection } from '../../../../_administration/section.ts';

const AUTH = REGISTER_SCOPES.join(' or ');

/** Where a vendor hears of what its customers do; a portal's own addition to the administration. */
export const webhookEndpoints = [
  endpoint('GET', '', { summary: 'Your addresses', answer: z.array(webhookDto), auth: AUTH }, async ({ request }) =>
    json((await listEndpoints(await fromBearer(request))).map(toWebhookDto)),
  ),
  endpoint(
    'POST',
    '',
    {
      summary: 'Add an address; answers with its secret, once',
      answer: createdWebhookDto,
      auth: AUTH,
      body: webhookBody,
    },
    async ({ request }) => {
      const context = await callerOf(request, REGISTER_SCOPES);
      return json(toCreatedWebhookDto(await createEndpoint(context, await readJson(request, webhookBody))));
    },
  ),
  endpoint(
    'GET',
    '{endpointId}',
    { summary: 'One of your addresses', answer: webhookDto, auth: AUTH },
    async ({ request, params }) => json(toWebhookDto(await readEndpoint(await fromBearer(request), params))),
  ),
  endpoint(
    'PUT',
    '{endpointId}',
    { summary: 'Change, pause or resume an address', answer: webhookDto, auth: AUTH, body: webhookBody },
    async ({ request, params }) => {
      const context = await callerOf(request, REGISTER_SCOPES);
      const input = { ...(await readJson(request, webhookBody)), ...params };
      return json(toWebhookDto(await updateEndpoint(context, input)));
    },
  ),
  endpoint(
    'DELETE',
    '{endpointId}',
    { summary: 'Remove an address and all that waits for it', answer: 'nothing', auth: AUTH },
    async ({ request, params }) => {
      await removeEndpoint(await fromBearer(request), params);
      return empty();
    },
  ),
  endpoint(
    'POST',
    '{endpointId}/secret',
    { summary: 'Make a new secret; the old one works for another day', answer: createdWebhookDto, auth: AUTH },
    async ({ request, params }) => json(toCreatedWebhookDto(await rotateSecret(await fromBearer(request), params))),
  ),
  endpoint(
    'POST',
    '{endpointId}/test',
    { summary: 'Send a test event', answer: 'nothing', auth: AUTH },
    async ({ request, params }) => {
      await sendTestEvent(await fromBearer(request), params);
      return empty();
    },
  ),
  endpoint(
    'GET',
    '{endpointId}/deliveries',
    { summary: 'The latest deliveries with every attempt', answer: z.array(deliveryDto), auth: AUTH },
    async ({ request, params }) => json((await listDeliveries(await fromBearer(request), params)).map(toDeliveryDto)),
  ),
  endpoint(
    'POST',
    '{endpointId}/deliveries/{number}',
    {
      summary: 'Send a delivery again, with the same id',
      answer: 'nothing',
      auth: AUTH,
      responses: { 409: 'It is under way just now' },
    },
    async ({ request, params: { endpointId, number } }) => {
      await redeliver(await fromBearer(request), { endpointId, number });
      return empty();
    },
  ),
];

export const webhooks = administrationSection('/api/v1/webhooks', 'Webhooks', webhookEndpoints);
