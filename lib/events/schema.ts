import { z } from 'zod';
import type { LoggedDelivery } from './deliveries/model.ts';
import type { CreatedEndpoint } from './endpoints/create-endpoint.ts';
import type { Endpoint } from './endpoints/model.ts';
import { EVENT_TYPES } from './model.ts';

const list = z
  .array(z.string())
  .max(100)
  .nullish()
  .transform((values) => values ?? []);

/** What a vendor sends of an address; read-only members are ignored, so that what was read can be written back. */
export const webhookBody = z
  .object({
    url: z.string(),
    event_types: list.describe(`Empty for all: ${EVENT_TYPES.join(', ')}`),
    system_ids: list.describe('Empty for all'),
    active: z
      .boolean()
      .nullish()
      .transform((active) => active ?? true),
  })
  .transform(({ url, event_types: eventTypes, system_ids: systemIds, active }) => ({
    url,
    eventTypes,
    systemIds,
    active,
  }));

/** What `toWebhookDto` gives. */
export const webhookDto = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    event_types: z.array(z.string()),
    system_ids: z.array(z.string()),
    active: z.boolean(),
    failures: z.int().describe('Failed attempts in a row'),
    rests_until: z.string().nullable().describe('Nothing is tried before'),
    created: z.string(),
    last_updated: z.string(),
  })
  .meta({ id: 'Webhook' });

/** An address as it is told once, with its secret. */
export const createdWebhookDto = webhookDto
  .extend({
    secret: z.string().describe('Shown this once; Standard Webhooks, whsec_…'),
  })
  .meta({ id: 'CreatedWebhook' });

/** What `toDeliveryDto` gives. */
export const deliveryDto = z.strictObject({
  number: z.int(),
  event_id: z.string().describe('webhook-id'),
  event_type: z.string(),
  subject: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  next_attempt: z.string().nullable(),
  attempts: z.array(
    z.strictObject({
      at: z.string(),
      duration_ms: z.int(),
      status_code: z.int().nullable(),
      failure: z.string().nullable(),
    }),
  ),
});

/** An address on the wire. */
export function toWebhookDto(endpoint: Endpoint): z.output<typeof webhookDto> {
  return {
    id: endpoint.id,
    url: endpoint.url,
    event_types: [...endpoint.eventTypes],
    system_ids: [...endpoint.systemIds],
    active: endpoint.active,
    failures: endpoint.failures,
    rests_until: endpoint.restsUntil?.toISOString() ?? null,
    created: endpoint.createdAt.toISOString(),
    last_updated: endpoint.updatedAt.toISOString(),
  };
}

/** An address with its secret on the wire. */
export function toCreatedWebhookDto({ endpoint, secret }: CreatedEndpoint): z.output<typeof createdWebhookDto> {
  return { ...toWebhookDto(endpoint), secret };
}

/** A line of the log on the wire. */
export function toDeliveryDto(delivery: LoggedDelivery): z.output<typeof deliveryDto> {
  return {
    number: delivery.number,
    event_id: delivery.event.id,
    event_type: delivery.event.type,
    subject: delivery.event.subject,
    state: delivery.state,
    next_attempt: delivery.nextAttemptAt?.toISOString() ?? null,
    attempts: delivery.attempts.map(({ at, durationMs, statusCode, failure }) => ({
      at: at.toISOString(),
      duration_ms: durationMs,
      status_code: statusCode ?? null,
      failure: failure ?? null,
    })),
  };
}
