import type { Dialect } from '../dialect.ts';

/** Scopes, clients, keys, replay guard and signing keys of the token issuer. */
export function maskinportenTables(d: Dialect) {
  const scopePrefixes = d.table(
    'scope_prefixes',
    {
      prefix: d.text('prefix').primaryKey(),
      ownerOrgNo: d.text('owner_org_no').notNull(),
      active: d.bool('active').notNull(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.index('scope_prefixes_owner').on(t.ownerOrgNo)],
  );

  const scopes = d.table(
    'scopes',
    {
      /** `prefix:subscope`, exact and case-sensitive. */
      name: d.text('name').primaryKey(),
      prefix: d.text('prefix').notNull(),
      subscope: d.text('subscope').notNull(),
      ownerOrgNo: d.text('owner_org_no').notNull(),
      active: d.bool('active').notNull(),
      visibility: d.text('visibility', { enum: ['PUBLIC', 'PRIVATE', 'INTERNAL'] }).notNull(),
      allowedIntegrationTypes: d.json('allowed_integration_types').$type<readonly string[]>().notNull(),
      accessibleForAll: d.bool('accessible_for_all').notNull(),
      delegationSource: d.text('delegation_source'),
      /** Seconds; 0 means no opinion. */
      atMaxAge: d.int('at_max_age').notNull(),
      enforcedAudience: d.text('enforced_audience'),
      addsConsumerPrefix: d.bool('adds_consumer_prefix').notNull(),
      /** Descriptions and the rest of the administration API's members. */
      details: d.json('details').$type<Record<string, unknown>>().notNull(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.index('scopes_owner').on(t.ownerOrgNo), d.index('scopes_prefix').on(t.prefix)],
  );

  const scopeAccesses = d.table(
    'scope_accesses',
    {
      scope: d.text('scope').notNull(),
      consumerOrgNo: d.text('consumer_org_no').notNull(),
      state: d.text('state', { enum: ['REQUESTED', 'APPROVED', 'DENIED'] }).notNull(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.scope, t.consumerOrgNo] }),
      d.index('scope_accesses_consumer').on(t.consumerOrgNo),
    ],
  );

  const clients = d.table(
    'clients',
    {
      clientId: d.text('client_id').primaryKey(),
      /** The organisation the client belongs to: the `consumer` of its tokens. */
      orgNo: d.text('org_no').notNull(),
      supplierOrgNo: d.text('supplier_org_no'),
      name: d.text('name').notNull(),
      active: d.bool('active').notNull(),
      integrationType: d.text('integration_type').notNull(),
      scopes: d.json('scopes').$type<readonly string[]>().notNull(),
      /** Seconds; 0 means the default of 120. */
      accessTokenLifetime: d.int('access_token_lifetime').notNull(),
      /** Grows with every change of the client or its keys; caches and ETags compare it. */
      version: d.int('version').notNull(),
      keysUpdatedAt: d.time('keys_updated_at'),
      /** The remaining members of the administration API's client. */
      details: d.json('details').$type<Record<string, unknown>>().notNull(),
      lastUsedAt: d.time('last_used_at'),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.index('clients_org').on(t.orgNo), d.index('clients_supplier').on(t.supplierOrgNo)],
  );

  const clientKeys = d.table(
    'client_keys',
    {
      clientId: d.text('client_id').notNull(),
      kid: d.text('kid').notNull(),
      /** Public members only. */
      jwk: d.json('jwk').$type<Record<string, unknown>>().notNull(),
      /** RFC 7638 thumbprint: the same public key may not sit on another organisation's client. */
      thumbprint: d.text('thumbprint').notNull(),
      expiresAt: d.time('expires_at').notNull(),
      lastUsedAt: d.time('last_used_at'),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.clientId, t.kid] }), d.index('client_keys_thumbprint').on(t.thumbprint)],
  );

  /** Those in whose name a client's owner acts: the administration's older mechanism, without effect on tokens. */
  const clientOnBehalfOf = d.table(
    'client_on_behalf_of',
    {
      clientId: d.text('client_id').notNull(),
      onBehalfOf: d.text('on_behalf_of').notNull(),
      name: d.text('name').notNull(),
      orgNo: d.text('org_no').notNull(),
      description: d.text('description'),
      uri: d.text('uri'),
      logoUri: d.text('logo_uri'),
      active: d.bool('active').notNull(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.clientId, t.onBehalfOf] })],
  );

  /** Grants that have been used; `expiresAt` in epoch seconds, skew included. */
  const usedGrants = d.table(
    'used_grants',
    {
      clientId: d.text('client_id').notNull(),
      jti: d.text('jti').notNull(),
      expiresAt: d.bigint('expires_at').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.clientId, t.jti] }), d.index('used_grants_expiry').on(t.expiresAt)],
  );

  const signingKeys = d.table('signing_keys', {
    kid: d.text('kid').primaryKey(),
    publicJwk: d.json('public_jwk').$type<Record<string, unknown>>().notNull(),
    /** PKCS#8 PEM, sealed under AUTH_SECRET. */
    privateSealed: d.text('private_sealed').notNull(),
    createdAt: d.time('created_at').notNull(),
    activatesAt: d.time('activates_at').notNull(),
    /** When a successor took over; published for 25 h after its last token. */
    retiredAt: d.time('retired_at'),
  });

  /** A scope that a consumer has delegated to a supplier (Altinn's delegation of Maskinporten schemas). */
  const scopeDelegations = d.table(
    'scope_delegations',
    {
      consumerOrgNo: d.text('consumer_org_no').notNull(),
      supplierOrgNo: d.text('supplier_org_no').notNull(),
      scope: d.text('scope').notNull(),
      resourceId: d.text('resource_id').notNull(),
      createdAt: d.time('created_at').notNull(),
      /** The consumer's person; no other organisation reads it. */
      givenByName: d.text('given_by_name'),
    },
    (t) => [
      d.primaryKey({ columns: [t.consumerOrgNo, t.supplierOrgNo, t.scope] }),
      d.index('scope_delegations_supplier').on(t.supplierOrgNo),
    ],
  );

  return {
    scopePrefixes,
    scopes,
    scopeAccesses,
    clients,
    clientKeys,
    clientOnBehalfOf,
    usedGrants,
    signingKeys,
    scopeDelegations,
  };
}
