import type { Dialect } from '../dialect.ts';

/** People and organisations, and who holds which role where. */
export function partyTables(d: Dialect) {
  const parties = d.table(
    'parties',
    {
      uuid: d.text('uuid').primaryKey(),
      partyId: d.int('party_id').notNull(),
      kind: d.text('kind', { enum: ['person', 'organisation'] }).notNull(),
      name: d.text('name').notNull(),
      /** Lower-cased name, because SQLite folds ASCII only. */
      searchName: d.text('search_name').notNull(),
      orgNo: d.text('org_no'),
      /** Organisation form of the register: AS, ENK, ESEK, BRL, ORGL … */
      orgForm: d.text('org_form'),
      parentOrgNo: d.text('parent_org_no'),
      /** Short code of a service owner, e.g. `skd`. */
      orgCode: d.text('org_code'),
      userId: d.int('user_id'),
      userName: d.text('user_name'),
      /** Keyed hash of the person number; the number itself is sealed beside it. */
      personHash: d.text('person_hash'),
      personSealed: d.text('person_sealed'),
      email: d.text('email'),
      language: d.text('language', { enum: ['nb', 'nn', 'en'] }),
      createdAt: d.time('created_at').notNull(),
    },
    (t) => [
      d.uniqueIndex('parties_party_id').on(t.partyId),
      d.uniqueIndex('parties_org_no').on(t.orgNo),
      d.uniqueIndex('parties_org_code').on(t.orgCode),
      d.uniqueIndex('parties_user_id').on(t.userId),
      d.uniqueIndex('parties_person_hash').on(t.personHash),
      d.index('parties_search').on(t.kind, t.searchName),
    ],
  );

  /** A role that `from` (an organisation) has given `to`: DAGL, ADMAI … to people; `regnskapsforer` … to organisations. */
  const partyRoles = d.table(
    'party_roles',
    {
      fromUuid: d.text('from_uuid').notNull(),
      toUuid: d.text('to_uuid').notNull(),
      role: d.text('role').notNull(),
      since: d.time('since').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.fromUuid, t.toUuid, t.role] }), d.index('party_roles_to').on(t.toUuid)],
  );

  /** An access package that `from` has given `to` directly, beside what roles bring. */
  const partyPackages = d.table(
    'party_packages',
    {
      fromUuid: d.text('from_uuid').notNull(),
      toUuid: d.text('to_uuid').notNull(),
      packageUrn: d.text('package_urn').notNull(),
      since: d.time('since').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.fromUuid, t.toUuid, t.packageUrn] }), d.index('party_packages_to').on(t.toUuid)],
  );
  return { parties, partyRoles, partyPackages };
}
