import type { Dialect } from '../dialect.ts';

type Texts = Readonly<Record<string, string>>;
type Right = {
  readonly action?: string | undefined;
  readonly resource: readonly { readonly id: string; readonly value: string }[];
};

/** Vendors' systems, their system users, and what those may do. */
export function systemTables(d: Dialect) {
  const systems = d.table(
    'systems',
    {
      internalId: d.text('internal_id').primaryKey(),
      /** `<vendor organisation number>_<name>`, unique for ever. */
      systemId: d.text('system_id').notNull(),
      vendorOrgNo: d.text('vendor_org_no').notNull(),
      name: d.json('name').$type<Texts>().notNull(),
      description: d.json('description').$type<Texts>().notNull(),
      rights: d.json('rights').$type<readonly Right[]>().notNull(),
      /** Package URNs. */
      accessPackages: d.json('access_packages').$type<readonly string[]>().notNull(),
      isVisible: d.bool('is_visible').notNull(),
      isDeleted: d.bool('is_deleted').notNull(),
      /** Set by the operator; a suspended system cannot be approved and gets no tokens. */
      isSuspended: d.bool('is_suspended').notNull(),
      allowedRedirectUrls: d.json('allowed_redirect_urls').$type<readonly string[]>().notNull(),
      /** Opted in to `status`, `id` and `state` on the return address, and to a signed result. */
      redirectResult: d.bool('redirect_result').notNull(),
      /** Grows with every change. */
      version: d.int('version').notNull(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.uniqueIndex('systems_system_id').on(t.systemId), d.index('systems_vendor').on(t.vendorOrgNo)],
  );

  /** A Maskinporten client id belongs to one live system. */
  const systemClients = d.table(
    'system_clients',
    {
      clientId: d.text('client_id').primaryKey(),
      systemInternalId: d.text('system_internal_id').notNull(),
    },
    (t) => [d.index('system_clients_system').on(t.systemInternalId)],
  );

  const systemChanges = d.table(
    'system_changes',
    {
      id: d.autoId('id'),
      systemInternalId: d.text('system_internal_id').notNull(),
      changedByOrgNo: d.text('changed_by_org_no').notNull(),
      changeType: d
        .text('change_type', {
          enum: ['create', 'update', 'rightsupdate', 'accesspackageupdate', 'delete', 'unknown'],
        })
        .notNull(),
      changedData: d.json('changed_data').$type<unknown>(),
      clientId: d.text('client_id'),
      createdAt: d.time('created_at').notNull(),
    },
    (t) => [d.index('system_changes_system').on(t.systemInternalId, t.id)],
  );

  const systemUsers = d.table(
    'system_users',
    {
      /** Equals the id of the request it was approved from. */
      id: d.text('id').primaryKey(),
      userType: d.text('user_type', { enum: ['standard', 'agent'] }).notNull(),
      integrationTitle: d.text('integration_title').notNull(),
      systemInternalId: d.text('system_internal_id').notNull(),
      systemId: d.text('system_id').notNull(),
      vendorOrgNo: d.text('vendor_org_no').notNull(),
      partyOrgNo: d.text('party_org_no').notNull(),
      partyId: d.int('party_id').notNull(),
      partyUuid: d.text('party_uuid').notNull(),
      externalRef: d.text('external_ref').notNull(),
      isDeleted: d.bool('is_deleted').notNull(),
      /** `systemInternalId|partyOrgNo|externalRef` while live, null afterwards: the unique index behind it. */
      liveKey: d.text('live_key'),
      /** A new number at every change; the stream is ordered by it. */
      sequenceNo: d.bigint('sequence_no').notNull(),
      createdByUuid: d.text('created_by_uuid'),
      createdByName: d.text('created_by_name'),
      deletedByName: d.text('deleted_by_name'),
      deletedAt: d.time('deleted_at'),
      /** Since when its owner has suspended it, and who did; neither for one that may act, nor for one that has ended. */
      suspendedAt: d.time('suspended_at'),
      suspendedByName: d.text('suspended_by_name'),
      lastTokenAt: d.time('last_token_at'),
      lastDecisionAt: d.time('last_decision_at'),
      /** That the owner would like the vendor to ask for something else; all three or none. */
      wishText: d.text('wish_text'),
      wishedAt: d.time('wished_at'),
      wishedByName: d.text('wished_by_name'),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [
      d.uniqueIndex('system_users_live').on(t.liveKey),
      d.uniqueIndex('system_users_sequence').on(t.sequenceNo),
      d.index('system_users_party').on(t.partyOrgNo, t.externalRef),
      d.index('system_users_party_list').on(t.partyOrgNo, t.isDeleted, t.createdAt, t.id, t.systemInternalId),
      d.index('system_users_vendor_list').on(t.vendorOrgNo, t.isDeleted, t.createdAt, t.id, t.systemInternalId),
      d.index('system_users_system').on(t.systemInternalId, t.sequenceNo),
      d.index('system_users_kind').on(t.systemInternalId, t.isDeleted, t.userType, t.createdAt, t.id),
    ],
  );

  /** A single right delegated from the owner organisation: every listed action on the resource. */
  const systemUserRights = d.table(
    'system_user_rights',
    {
      systemUserId: d.text('system_user_id').notNull(),
      resourceId: d.text('resource_id').notNull(),
      actions: d.json('actions').$type<readonly string[]>().notNull(),
      grantedAt: d.time('granted_at').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.systemUserId, t.resourceId] }),
      d.index('system_user_rights_resource').on(t.resourceId, t.grantedAt, t.systemUserId),
    ],
  );

  /** Standard: a package delegated from the owner. Agent: a package the user works with, effective per client only. */
  const systemUserPackages = d.table(
    'system_user_packages',
    {
      systemUserId: d.text('system_user_id').notNull(),
      packageUrn: d.text('package_urn').notNull(),
      grantedAt: d.time('granted_at').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.systemUserId, t.packageUrn] })],
  );

  /** A client (or the owner itself, "self") that an agent system user may act for, with the packages of that moment. */
  const clientDelegations = d.table(
    'client_delegations',
    {
      id: d.text('id').primaryKey(),
      systemUserId: d.text('system_user_id').notNull(),
      clientUuid: d.text('client_uuid').notNull(),
      isSelf: d.bool('is_self').notNull(),
      packageUrns: d.json('package_urns').$type<readonly string[]>().notNull(),
      createdAt: d.time('created_at').notNull(),
    },
    (t) => [
      d.uniqueIndex('client_delegations_pair').on(t.systemUserId, t.clientUuid),
      d.index('client_delegations_client').on(t.clientUuid),
    ],
  );

  /** What a person has asked to be done with many clients of an agent; each is an item, done on its own. */
  const clientJobs = d.table(
    'client_jobs',
    {
      id: d.text('id').primaryKey(),
      systemUserId: d.text('system_user_id').notNull(),
      partyUuid: d.text('party_uuid').notNull(),
      change: d.text('change', { enum: ['add', 'remove'] }).notNull(),
      personUuid: d.text('person_uuid').notNull(),
      authenticationLevel: d.int('authentication_level').notNull(),
      createdAt: d.time('created_at').notNull(),
    },
    (t) => [d.index('client_jobs_system_user').on(t.systemUserId, t.createdAt)],
  );

  const clientJobItems = d.table(
    'client_job_items',
    {
      jobId: d.text('job_id').notNull(),
      clientUuid: d.text('client_uuid').notNull(),
      state: d.text('state', { enum: ['waiting', 'done', 'failed'] }).notNull(),
      /** The code of the refusal. */
      code: d.text('code'),
    },
    (t) => [d.primaryKey({ columns: [t.jobId, t.clientUuid] }), d.index('client_job_items_state').on(t.state)],
  );

  /** Named counters that grow inside the transaction that uses them. */
  const sequences = d.table('sequences', {
    name: d.text('name').primaryKey(),
    value: d.bigint('value').notNull(),
  });

  return {
    systems,
    systemClients,
    systemChanges,
    systemUsers,
    systemUserRights,
    systemUserPackages,
    clientDelegations,
    clientJobs,
    clientJobItems,
    sequences,
  };
}
