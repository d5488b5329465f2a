import Sqlite from 'better-sqlite3';
import { openDatabase } from '#db/open.ts';
import { sealer } from '#lib/audit/seals/seal-audit.ts';

/** Whose system users they are, and what they may do. */
export const ABOUT = {
  vendorOrgNo: '313300307',
  customerOrgNo: '315500508',
  resourceId: 'ske-krav-og-betalinger',
  action: 'read',
};

/** How large a register a benchmark works on. */
export type RegisterSize = { readonly systems: number; readonly systemUsers: number; readonly auditEvents: number };

export const SMALL: RegisterSize = { systems: 100, systemUsers: 1000, auditEvents: 10_000 };
export const LARGE: RegisterSize = { systems: 10_000, systemUsers: 100_000, auditEvents: 1_000_000 };

/** The system user number `index` of the filled register. */
export function systemUserIdOf(index: number): string {
  return `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}

/** The Maskinporten client of system number `index`. */
export function clientIdOf(index: number): string {
  return `bench-${index}`;
}

/** The external reference of system user number `index`. */
export function externalRefOf(index: number): string {
  return `bench-${index}`;
}

/**
 * Fills the register of a seeded database in one transaction: system users of one customer, each with the right that its
 * system asks for, spread over systems, and an audit trail. SQLite makes the rows itself, which takes seconds for a million.
 * The trail is sealed, as one that has grown over years is: what is measured is not the sealing of it.
 */
export async function fillRegister(databaseUrl: string, size: RegisterSize): Promise<void> {
  const database = new Sqlite(databaseUrl.replace(/^file:/, ''));
  const at = Date.now();
  const each = (count: number) =>
    `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${count})`;
  const rights = JSON.stringify([{ resource: [{ id: 'urn:altinn:resource', value: ABOUT.resourceId }] }]);
  const texts = `json_object('nb', 'Bench ' || i, 'nn', 'Bench ' || i, 'en', 'Bench ' || i)`;
  const id = `'00000000-0000-4000-8000-' || printf('%012x', i)`;
  const party = database.prepare('select uuid, party_id from parties where org_no = ?').get(ABOUT.customerOrgNo) as {
    uuid: string;
    party_id: number;
  };
  database.transaction(() => {
    database.exec(`${each(size.systems)} insert into systems (internal_id, system_id, vendor_org_no, name, description,
      rights, access_packages, is_visible, is_deleted, is_suspended, allowed_redirect_urls, redirect_result, version,
      created_at, updated_at) select 'bench-' || i, '${ABOUT.vendorOrgNo}_bench' || i, '${ABOUT.vendorOrgNo}', ${texts}, ${texts}, '${rights}', '[]', 1, 0, 0,
      '[]', 0, 1, ${at}, ${at} from n`);
    database.exec(`${each(size.systems)} insert into system_clients (client_id, system_internal_id)
      select 'bench-' || i, 'bench-' || i from n`);
    database.exec(`${each(size.systemUsers)} insert into system_users (id, user_type, integration_title,
      system_internal_id, system_id, vendor_org_no, party_org_no, party_id, party_uuid, external_ref, is_deleted,
      live_key, sequence_no, created_at, updated_at) select ${id}, 'standard', 'bench', 'bench-' || (i % ${size.systems}),
      '${ABOUT.vendorOrgNo}_bench' || (i % ${size.systems}), '${ABOUT.vendorOrgNo}', '${ABOUT.customerOrgNo}', ${party.party_id},
      '${party.uuid}', 'bench-' || i, 0, 'bench|' || i, 1000000 + i, ${at}, ${at} from n`);
    database
      .prepare(
        `${each(size.systemUsers)} insert into system_user_rights (system_user_id, resource_id, actions, granted_at)
         select ${id}, ?, ?, ${at} from n`,
      )
      .run(ABOUT.resourceId, JSON.stringify([ABOUT.action]));
    database.exec(`${each(size.auditEvents)} insert into audit_events (at, actor_kind, actor_id, actor_name, action,
      subject_type, subject_id, party_org_no, vendor_org_no, trace_id) select ${at}, 'system', 'bench', 'bench',
      'bench.filled', 'systemuser', ${id}, '${ABOUT.customerOrgNo}', '${ABOUT.vendorOrgNo}', 'bench' from n`);
  })();
  database.exec('analyze');
  const { db, close } = openDatabase(databaseUrl);
  const seal = sealer(db);
  await seal();
  const seals = database.prepare('select count(*) from audit_seals').pluck();
  for (let before: unknown; before !== seals.get(); await seal()) before = seals.get();
  await close();
  database.close();
}
