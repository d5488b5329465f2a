import type { Dialect } from '../dialect.ts';

type Texts = Readonly<Record<string, string>>;

/** The resource registry: resources with versions, policies, access lists, and the access package catalogue. */
export function resourceTables(d: Dialect) {
  /** One row per identifier for ever; deletion keeps the row so that the id is never used again. */
  const resources = d.table(
    'resources',
    {
      identifier: d.text('identifier').primaryKey(),
      ownerOrgNo: d.text('owner_org_no').notNull(),
      ownerOrgCode: d.text('owner_org_code').notNull(),
      resourceType: d.text('resource_type').notNull(),
      versionId: d.bigint('version_id').notNull(),
      /** The newest version, whole, as the wire has it. */
      document: d.json('document').$type<Record<string, unknown>>().notNull(),
      isDeleted: d.bool('is_deleted').notNull(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.index('resources_owner').on(t.ownerOrgNo), d.index('resources_type').on(t.resourceType)],
  );

  const resourceVersions = d.table(
    'resource_versions',
    {
      versionId: d.autoId('version_id'),
      identifier: d.text('identifier').notNull(),
      document: d.json('document').$type<Record<string, unknown>>().notNull(),
      createdAt: d.time('created_at').notNull(),
    },
    (t) => [d.index('resource_versions_identifier').on(t.identifier, t.versionId)],
  );

  const resourcePolicies = d.table('resource_policies', {
    identifier: d.text('identifier').primaryKey(),
    // Before the long texts: every decision reads these two, and SQLite reads a row from its beginning.
    version: d.int('version').notNull(),
    updatedAt: d.time('updated_at').notNull(),
    xml: d.text('xml').notNull(),
  });

  /** Which subject attributes a policy mentions (lower-cased); soft-deleted for the `updated` feed. */
  const policySubjects = d.table(
    'policy_subjects',
    {
      identifier: d.text('identifier').notNull(),
      subjectUrn: d.text('subject_urn').notNull(),
      updatedAt: d.time('updated_at').notNull(),
      isDeleted: d.bool('is_deleted').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.identifier, t.subjectUrn] }),
      d.index('policy_subjects_urn').on(t.subjectUrn),
      d.index('policy_subjects_updated').on(t.updatedAt),
    ],
  );

  const accessLists = d.table(
    'access_lists',
    {
      id: d.text('id').primaryKey(),
      owner: d.text('owner').notNull(),
      identifier: d.text('identifier').notNull(),
      name: d.text('name').notNull(),
      description: d.text('description').notNull(),
      version: d.int('version').notNull(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.uniqueIndex('access_lists_owner_identifier').on(t.owner, t.identifier)],
  );

  const accessListMembers = d.table(
    'access_list_members',
    {
      listId: d.text('list_id').notNull(),
      orgNo: d.text('org_no').notNull(),
      since: d.time('since').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.listId, t.orgNo] }), d.index('access_list_members_org').on(t.orgNo)],
  );

  const accessListConnections = d.table(
    'access_list_connections',
    {
      listId: d.text('list_id').notNull(),
      resourceId: d.text('resource_id').notNull(),
      actionFilters: d.json('action_filters').$type<readonly string[]>(),
      createdAt: d.time('created_at').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.listId, t.resourceId] }),
      d.index('access_list_connections_resource').on(t.resourceId),
    ],
  );

  const packageGroups = d.table('package_groups', {
    id: d.text('id').primaryKey(),
    name: d.json('name').$type<Texts>().notNull(),
    description: d.json('description').$type<Texts>().notNull(),
    type: d.text('type').notNull(),
  });

  const packageAreas = d.table('package_areas', {
    id: d.text('id').primaryKey(),
    groupId: d.text('group_id').notNull(),
    code: d.text('code').notNull(),
    name: d.json('name').$type<Texts>().notNull(),
    description: d.json('description').$type<Texts>().notNull(),
  });

  const accessPackages = d.table(
    'access_packages',
    {
      id: d.text('id').primaryKey(),
      /** `urn:altinn:accesspackage:<code>` */
      urn: d.text('urn').notNull(),
      areaId: d.text('area_id').notNull(),
      name: d.json('name').$type<Texts>().notNull(),
      description: d.json('description').$type<Texts>().notNull(),
      isDelegable: d.bool('is_delegable').notNull(),
      isAssignable: d.bool('is_assignable').notNull(),
      updatedAt: d.time('updated_at').notNull(),
    },
    (t) => [d.uniqueIndex('access_packages_urn').on(t.urn)],
  );

  /** The packages that a role brings with it; `mayDelegate` without `hasAccess` is the main administrator's case. */
  const rolePackages = d.table(
    'role_packages',
    {
      role: d.text('role').notNull(),
      packageUrn: d.text('package_urn').notNull(),
      hasAccess: d.bool('has_access').notNull(),
      mayDelegate: d.bool('may_delegate').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.role, t.packageUrn] })],
  );

  return {
    resources,
    resourceVersions,
    resourcePolicies,
    policySubjects,
    accessLists,
    accessListMembers,
    accessListConnections,
    packageGroups,
    packageAreas,
    accessPackages,
    rolePackages,
  };
}
