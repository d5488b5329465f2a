import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { type PageOf, type PageQuery, toPage } from '../kernel/pages.ts';
import { unseal } from '../kernel/secrets.ts';
import { countWaitingAt } from '../requests/overview/count-waiting-at.ts';
import type { Sandbox } from './open-sandbox.ts';
import { selectParties, selectPartyPage, selectRolesTo } from './store.ts';

type Row = Awaited<ReturnType<typeof selectParties>>[number];

/** A person to sign in as. */
type TestPerson = {
  readonly name: string;
  readonly pid: string;
  readonly userId: number;
  readonly userName: string;
  readonly partyId: number;
  readonly partyUuid: string;
  readonly roles: readonly { readonly orgNo: string; readonly name: string; readonly roles: readonly string[] }[];
};

/** An organisation to act for, with its clients. */
type TestOrganisation = {
  readonly name: string;
  readonly orgNo: string;
  readonly partyId: number;
  readonly partyUuid: string;
  readonly organisationForm: string;
  readonly org?: string | undefined;
  readonly parentOrgNo?: string | undefined;
  readonly clients: TestPerson['roles'];
};

/** Who lives in this sandbox: synthetic people with their numbers and roles, and organisations with their clients. */
export async function listTestParties({ db }: Sandbox): Promise<{
  readonly people: readonly TestPerson[];
  readonly organisations: readonly TestOrganisation[];
}> {
  return {
    people: await toPeople(db, await selectParties(db, 'person')),
    organisations: await toOrganisations(db, await selectParties(db, 'organisation')),
  };
}

/** Lists the people whose name contains the words of a search or whose number they are, page by page. */
export async function pageTestPeople({ db }: Sandbox, query: PageQuery): Promise<PageOf<TestPerson>> {
  const { rows, total } = await selectPartyPage(db, 'person', query);
  return toPage(await toPeople(db, rows), total, ({ partyId }) => String(partyId));
}

/** Counts the requests that wait for an answer at the organisations of some people. */
export function countWaitingFor(sandbox: Sandbox, people: readonly TestPerson[]): Promise<ReadonlyMap<string, number>> {
  return countWaitingAt(
    sandbox,
    people.flatMap(({ roles }) => roles.map(({ orgNo }) => orgNo)),
  );
}

/** Lists the organisations whose name contains the words of a search or whose number begins with them, page by page. */
export async function pageTestOrganisations({ db }: Sandbox, query: PageQuery): Promise<PageOf<TestOrganisation>> {
  const { rows, total } = await selectPartyPage(db, 'organisation', query);
  return toPage(await toOrganisations(db, rows), total, ({ partyId }) => String(partyId));
}

async function toPeople(db: Db, rows: readonly Row[]): Promise<readonly TestPerson[]> {
  const rolesOf = await readRoles(db, rows);
  return rows.map((row) => ({
    name: row.name,
    pid: row.personSealed === null ? '' : unseal(env().AUTH_SECRET, 'person-number', row.personSealed),
    userId: row.userId ?? 0,
    userName: row.userName ?? '',
    partyId: row.partyId,
    partyUuid: row.uuid,
    roles: rolesOf(row.uuid),
  }));
}

async function toOrganisations(db: Db, rows: readonly Row[]): Promise<readonly TestOrganisation[]> {
  const rolesOf = await readRoles(db, rows);
  return rows.map((row) => ({
    name: row.name,
    orgNo: row.orgNo ?? '',
    partyId: row.partyId,
    partyUuid: row.uuid,
    organisationForm: row.orgForm ?? '',
    org: row.orgCode ?? undefined,
    parentOrgNo: row.parentOrgNo ?? undefined,
    clients: rolesOf(row.uuid),
  }));
}

/** The roles of each, grouped by who gave them. */
async function readRoles(db: Db, rows: readonly Row[]): Promise<(uuid: string) => TestPerson['roles']> {
  const given = await selectRolesTo(
    db,
    rows.map(({ uuid }) => uuid),
  );
  const receivers = new Map<string, Map<string, { orgNo: string; name: string; roles: string[] }>>();
  for (const { toUuid, orgNo, name, role } of given) {
    const givers = receivers.get(toUuid) ?? new Map();
    receivers.set(toUuid, givers);
    const entry = givers.get(orgNo ?? '') ?? { orgNo: orgNo ?? '', name, roles: [] };
    entry.roles.push(role);
    givers.set(orgNo ?? '', entry);
  }
  return (uuid) => [...(receivers.get(uuid)?.values() ?? [])];
}
