import type { Dialect } from '../dialect.ts';

type Right = {
  readonly action?: string | undefined;
  readonly resource: readonly { readonly id: string; readonly value: string }[];
};

/** What vendors ask of their customers, and the messages that follow. */
export function requestTables(d: Dialect) {
  const systemUserRequests = d.table(
    'system_user_requests',
    {
      id: d.text('id').primaryKey(),
      kind: d.text('kind', { enum: ['standard', 'agent'] }).notNull(),
      systemInternalId: d.text('system_internal_id').notNull(),
      systemId: d.text('system_id').notNull(),
      vendorOrgNo: d.text('vendor_org_no').notNull(),
      partyOrgNo: d.text('party_org_no').notNull(),
      partyUuid: d.text('party_uuid').notNull(),
      partyId: d.int('party_id').notNull(),
      externalRef: d.text('external_ref').notNull(),
      integrationTitle: d.text('integration_title').notNull(),
      rights: d.json('rights').$type<readonly Right[]>().notNull(),
      accessPackages: d.json('access_packages').$type<readonly string[]>().notNull(),
      redirectUrl: d.text('redirect_url'),
      status: d.text('status', { enum: ['New', 'Accepted', 'Rejected', 'Denied', 'Timedout'] }).notNull(),
      escalated: d.bool('escalated').notNull(),
      rejectReason: d.text('reject_reason'),
      decidedByUuid: d.text('decided_by_uuid'),
      decidedByName: d.text('decided_by_name'),
      decidedAt: d.time('decided_at'),
      /** Of the page from which it was answered; null when the answer came without one. */
      idempotencyKey: d.text('idempotency_key'),
      firstOpenedAt: d.time('first_opened_at'),
      /** Withdrawn by the vendor, or ended with its system user. */
      isDeleted: d.bool('is_deleted').notNull(),
      deletedAt: d.time('deleted_at'),
      /** `systemInternalId|partyOrgNo|externalRef` while not deleted, null afterwards: the unique index behind the triple. */
      liveKey: d.text('live_key'),
      /** Grows by creation; paging is by it. */
      sequenceNo: d.bigint('sequence_no').notNull(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [
      d.uniqueIndex('system_user_requests_live').on(t.liveKey),
      d.uniqueIndex('system_user_requests_sequence').on(t.sequenceNo),
      d.index('system_user_requests_system').on(t.systemInternalId, t.sequenceNo),
      d.index('system_user_requests_party').on(t.partyOrgNo, t.status),
      // With the state at the end, so that those of one state are counted and listed without reading the others.
      d.index('system_user_requests_vendor').on(t.vendorOrgNo, t.createdAt, t.id, t.status, t.isDeleted),
      d.index('system_user_requests_state').on(t.status, t.createdAt),
    ],
  );

  const changeRequests = d.table(
    'change_requests',
    {
      /** The correlation id that the vendor chose. */
      id: d.text('id').primaryKey(),
      systemUserId: d.text('system_user_id').notNull(),
      systemInternalId: d.text('system_internal_id').notNull(),
      systemId: d.text('system_id').notNull(),
      vendorOrgNo: d.text('vendor_org_no').notNull(),
      partyOrgNo: d.text('party_org_no').notNull(),
      partyUuid: d.text('party_uuid').notNull(),
      partyId: d.int('party_id').notNull(),
      externalRef: d.text('external_ref').notNull(),
      requiredRights: d.json('required_rights').$type<readonly Right[]>().notNull(),
      unwantedRights: d.json('unwanted_rights').$type<readonly Right[]>().notNull(),
      requiredAccessPackages: d.json('required_access_packages').$type<readonly string[]>().notNull(),
      unwantedAccessPackages: d.json('unwanted_access_packages').$type<readonly string[]>().notNull(),
      redirectUrl: d.text('redirect_url'),
      status: d.text('status', { enum: ['New', 'Accepted', 'Rejected', 'Denied', 'Timedout'] }).notNull(),
      escalated: d.bool('escalated').notNull(),
      rejectReason: d.text('reject_reason'),
      decidedByUuid: d.text('decided_by_uuid'),
      decidedByName: d.text('decided_by_name'),
      decidedAt: d.time('decided_at'),
      /** Of the page from which it was answered; null when the answer came without one. */
      idempotencyKey: d.text('idempotency_key'),
      firstOpenedAt: d.time('first_opened_at'),
      isDeleted: d.bool('is_deleted').notNull(),
      deletedAt: d.time('deleted_at'),
      sequenceNo: d.bigint('sequence_no').notNull(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [
      d.uniqueIndex('change_requests_sequence').on(t.sequenceNo),
      d.index('change_requests_system').on(t.systemInternalId, t.sequenceNo),
      d.index('change_requests_system_user').on(t.systemUserId),
      d.index('change_requests_party').on(t.partyOrgNo, t.status),
      d.index('change_requests_vendor').on(t.vendorOrgNo, t.createdAt, t.id, t.status, t.isDeleted),
      d.index('change_requests_state').on(t.status, t.createdAt),
    ],
  );

  /** Who sent which request on to whom; one row per request and person. */
  const requestForwards = d.table(
    'request_forwards',
    {
      requestId: d.text('request_id').notNull(),
      fromUuid: d.text('from_uuid').notNull(),
      fromName: d.text('from_name').notNull(),
      /** `undefined` when it went to every access manager of the organisation. */
      toUuid: d.text('to_uuid'),
      toName: d.text('to_name'),
      forwardedAt: d.time('forwarded_at').notNull(),
      remindedAt: d.time('reminded_at'),
      /** How often the person has pressed since the last notice went out. */
      attempts: d.int('attempts').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.requestId, t.fromUuid] })],
  );

  /** Vendors from whom an organisation wants no more requests. */
  const vendorBlocks = d.table(
    'vendor_blocks',
    {
      partyOrgNo: d.text('party_org_no').notNull(),
      vendorOrgNo: d.text('vendor_org_no').notNull(),
      blockedByName: d.text('blocked_by_name').notNull(),
      blockedAt: d.time('blocked_at').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.partyOrgNo, t.vendorOrgNo] })],
  );

  /** E-mails that have been or are to be sent; the sandbox shows them. */
  const outbox = d.table(
    'outbox',
    {
      id: d.autoId('id'),
      toUuid: d.text('to_uuid'),
      toAddress: d.text('to_address').notNull(),
      language: d.text('language', { enum: ['nb', 'nn', 'en'] }).notNull(),
      subject: d.text('subject').notNull(),
      body: d.text('body').notNull(),
      createdAt: d.time('created_at').notNull(),
      sentAt: d.time('sent_at'),
      attempts: d.int('attempts').notNull(),
      /** When the next attempt is due; while one runs, when another process may take over. */
      nextAttemptAt: d.time('next_attempt_at'),
      /** Why the last attempt failed. */
      failure: d.text('failure'),
      /** The call that it came from. */
      traceId: d.text('trace_id'),
    },
    (t) => [d.index('outbox_unsent').on(t.sentAt, t.nextAttemptAt)],
  );

  /** What a person has asked for of many customers of a vendor; each is an item, asked on its own. */
  const changeJobs = d.table(
    'change_jobs',
    {
      id: d.text('id').primaryKey(),
      vendorOrgNo: d.text('vendor_org_no').notNull(),
      personUuid: d.text('person_uuid').notNull(),
      authenticationLevel: d.int('authentication_level').notNull(),
      createdAt: d.time('created_at').notNull(),
    },
    (t) => [d.index('change_jobs_vendor').on(t.vendorOrgNo, t.createdAt)],
  );

  const changeJobItems = d.table(
    'change_job_items',
    {
      jobId: d.text('job_id').notNull(),
      systemUserId: d.text('system_user_id').notNull(),
      /** The id that the change request gets. */
      requestId: d.text('request_id').notNull(),
      state: d.text('state', { enum: ['waiting', 'done', 'failed'] }).notNull(),
      /** The code of the refusal. */
      code: d.text('code'),
    },
    (t) => [d.primaryKey({ columns: [t.jobId, t.systemUserId] }), d.index('change_job_items_state').on(t.state)],
  );

  /** What a person has asked of many organisations at once for one system; each line of the list is asked on its own. */
  const requestJobs = d.table(
    'request_jobs',
    {
      id: d.text('id').primaryKey(),
      vendorOrgNo: d.text('vendor_org_no').notNull(),
      systemId: d.text('system_id').notNull(),
      kind: d.text('kind', { enum: ['standard', 'agent'] }).notNull(),
      rights: d.json('rights').$type<readonly Right[]>().notNull(),
      accessPackages: d.json('access_packages').$type<readonly string[]>().notNull(),
      personUuid: d.text('person_uuid').notNull(),
      authenticationLevel: d.int('authentication_level').notNull(),
      createdAt: d.time('created_at').notNull(),
    },
    (t) => [d.index('request_jobs_vendor').on(t.vendorOrgNo, t.createdAt)],
  );

  const requestJobLines = d.table(
    'request_job_lines',
    {
      jobId: d.text('job_id').notNull(),
      /** Where it stands in the vendor's list. */
      lineNo: d.int('line_no').notNull(),
      /** As it was written when it is no organisation number. */
      orgNo: d.text('org_no').notNull(),
      externalRef: d.text('external_ref'),
      integrationTitle: d.text('integration_title'),
      state: d.text('state', { enum: ['waiting', 'done', 'known', 'failed', 'stopped'] }).notNull(),
      /** Why nothing was sent. */
      code: d.text('code'),
      /** Of the request that was made, or of the one that was there. */
      requestId: d.text('request_id'),
    },
    (t) => [d.primaryKey({ columns: [t.jobId, t.lineNo] }), d.index('request_job_lines_state').on(t.state, t.jobId)],
  );

  return {
    systemUserRequests,
    changeRequests,
    requestForwards,
    vendorBlocks,
    outbox,
    changeJobs,
    changeJobItems,
    requestJobs,
    requestJobLines,
  };
}
