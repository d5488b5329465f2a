import type { Dialect } from '../dialect.ts';

/** Sessions, agreements and the audit trail. */
export function platformTables(d: Dialect) {
  /** Who did what, when, for whom; appended in the transaction of the change itself, never updated. */
  const auditEvents = d.table(
    'audit_events',
    {
      id: d.autoId('id'),
      at: d.time('at').notNull(),
      actorKind: d.text('actor_kind', { enum: ['person', 'organisation', 'system', 'anonymous'] }).notNull(),
      /** Party uuid of a person, client id or organisation number of a machine. */
      actorId: d.text('actor_id').notNull(),
      actorName: d.text('actor_name').notNull(),
      /** The organisation it was done for. */
      onBehalfOf: d.text('on_behalf_of'),
      /** `request.approved`, `systemuser.withdrawn`, `token.refused` … */
      action: d.text('action').notNull(),
      subjectType: d.text('subject_type').notNull(),
      subjectId: d.text('subject_id').notNull(),
      /** Organisations whose activity pages show the event. */
      partyOrgNo: d.text('party_org_no'),
      vendorOrgNo: d.text('vendor_org_no'),
      ownerOrgNo: d.text('owner_org_no'),
      before: d.json('before').$type<unknown>(),
      after: d.json('after').$type<unknown>(),
      traceId: d.text('trace_id').notNull(),
    },
    (t) => [
      // With the action at the end, so that a page of one kind passes the others by without reading them.
      d.index('audit_events_party').on(t.partyOrgNo, t.at, t.id, t.action),
      d.index('audit_events_vendor').on(t.vendorOrgNo, t.at, t.id, t.action),
      d.index('audit_events_owner').on(t.ownerOrgNo, t.at, t.id, t.action),
      d.index('audit_events_behalf').on(t.onBehalfOf, t.at, t.id, t.action),
      d.index('audit_events_newest').on(t.at, t.id, t.action),
      d.index('audit_events_subject').on(t.subjectId, t.id),
    ],
  );

  /** Links of a chain over the audit trail; each covers rows with their digests, and its head all links before. */
  const auditSeals = d.table('audit_seals', {
    number: d.int('number').primaryKey(),
    rows: d.json('rows').$type<readonly (readonly [id: number, digest: string])[]>().notNull(),
    head: d.text('head').notNull(),
  });

  const sessions = d.table(
    'sessions',
    {
      /** Hash of the opaque id in the cookie. */
      id: d.text('id').primaryKey(),
      personUuid: d.text('person_uuid').notNull(),
      authenticationLevel: d.int('authentication_level').notNull(),
      authenticationMethod: d.text('authentication_method').notNull(),
      actingForUuid: d.text('acting_for_uuid'),
      createdAt: d.time('created_at').notNull(),
      lastSeenAt: d.time('last_seen_at').notNull(),
      endedAt: d.time('ended_at'),
    },
    (t) => [d.index('sessions_person').on(t.personUuid), d.index('sessions_last_seen').on(t.lastSeenAt)],
  );

  /** A vendor's way into the system register. */
  const vendorAgreements = d.table('vendor_agreements', {
    orgNo: d.text('org_no').primaryKey(),
    contactName: d.text('contact_name').notNull(),
    contactEmail: d.text('contact_email').notNull(),
    purpose: d.text('purpose').notNull(),
    status: d
      .text('status', {
        enum: ['applied', 'test', 'production-applied', 'production', 'refused', 'suspended'],
      })
      .notNull(),
    /** What it was before a suspension. */
    statusBefore: d.text('status_before'),
    note: d.text('note'),
    appliedAt: d.time('applied_at').notNull(),
    testSince: d.time('test_since'),
    signedByName: d.text('signed_by_name'),
    signedAt: d.time('signed_at'),
    productionSince: d.time('production_since'),
    updatedAt: d.time('updated_at').notNull(),
  });

  /** Facts about this database: seed version and the like. */
  const settings = d.table('settings', {
    name: d.text('name').primaryKey(),
    value: d.text('value').notNull(),
  });

  /** Calls per caller in the current minute; `lib/context/rate-limit.ts`. */
  const rateLimits = d.table('rate_limits', {
    key: d.text('key').primaryKey(),
    points: d.int('points').notNull(),
    expire: d.time('expire'),
  });

  return { auditEvents, auditSeals, sessions, vendorAgreements, settings, rateLimits };
}
