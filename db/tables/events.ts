import type { Dialect } from '../dialect.ts';

/** What happens to a vendor's systems, and where the vendor hears of it. */
export function eventTables(d: Dialect) {
  const vendorEvents = d.table(
    'vendor_events',
    {
      /** Grows; what happened to one request or system user is in order. */
      number: d.autoId('number'),
      /** The `id` of the envelope, the same at every attempt to deliver it. */
      id: d.text('id').notNull(),
      type: d.text('type').notNull(),
      vendorOrgNo: d.text('vendor_org_no').notNull(),
      systemId: d.text('system_id'),
      subject: d.text('subject').notNull(),
      /** Events with the same key reach an address in the order they happened. */
      orderKey: d.text('order_key').notNull(),
      /** Names the one thing that happened, so that it is told once. */
      occurrence: d.text('occurrence').notNull(),
      data: d.json('data').$type<Readonly<Record<string, unknown>>>().notNull(),
      at: d.time('at').notNull(),
      /** The call that it came from. */
      traceId: d.text('trace_id'),
    },
    (t) => [
      d.uniqueIndex('vendor_events_id').on(t.id),
      d.uniqueIndex('vendor_events_occurrence').on(t.occurrence),
      d.index('vendor_events_vendor').on(t.vendorOrgNo, t.at, t.number),
      d.index('vendor_events_subject').on(t.subject, t.type),
    ],
  );

  const webhookEndpoints = d.table(
    'webhook_endpoints',
    {
      id: d.text('id').primaryKey(),
      vendorOrgNo: d.text('vendor_org_no').notNull(),
      url: d.text('url').notNull(),
      /** `whsec_…`, sealed under `AUTH_SECRET`. */
      secretSealed: d.text('secret_sealed').notNull(),
      /** The one before, which signs along until `previousUntil`. */
      previousSealed: d.text('previous_sealed'),
      previousUntil: d.time('previous_until'),
      /** Empty for all. */
      eventTypes: d.json('event_types').$type<readonly string[]>().notNull(),
      /** Empty for all. */
      systemIds: d.json('system_ids').$type<readonly string[]>().notNull(),
      active: d.bool('active').notNull(),
      /** Failures in a row, at whatever delivery. */
      failures: d.int('failures').notNull(),
      /** Nothing is tried before. */
      restsUntil: d.time('rests_until'),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.index('webhook_endpoints_vendor').on(t.vendorOrgNo)],
  );

  const webhookDeliveries = d.table(
    'webhook_deliveries',
    {
      number: d.autoId('number'),
      eventId: d.text('event_id').notNull(),
      endpointId: d.text('endpoint_id').notNull(),
      orderKey: d.text('order_key').notNull(),
      state: d.text('state', { enum: ['waiting', 'delivered', 'failed'] }).notNull(),
      attempts: d.int('attempts').notNull(),
      nextAttemptAt: d.time('next_attempt_at').notNull(),
      /** While an attempt runs: when another process may take over. */
      leaseUntil: d.time('lease_until'),
    },
    (t) => [
      d.uniqueIndex('webhook_deliveries_event').on(t.eventId, t.endpointId),
      d.index('webhook_deliveries_due').on(t.state, t.nextAttemptAt),
      d.index('webhook_deliveries_order').on(t.endpointId, t.state, t.orderKey, t.number),
    ],
  );

  const webhookAttempts = d.table(
    'webhook_attempts',
    {
      id: d.autoId('id'),
      deliveryNumber: d.bigint('delivery_number').notNull(),
      at: d.time('at').notNull(),
      durationMs: d.int('duration_ms').notNull(),
      /** Null when no answer came. */
      statusCode: d.int('status_code'),
      /** Null when it was delivered. */
      failure: d.text('failure'),
    },
    (t) => [d.index('webhook_attempts_delivery').on(t.deliveryNumber, t.id)],
  );

  return { vendorEvents, webhookEndpoints, webhookDeliveries, webhookAttempts };
}
