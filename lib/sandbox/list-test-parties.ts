import { env } from '../config/env.ts';
import { unseal } from '../kernel/secrets.ts';
import type { Sandbox } from './open-sandbox.ts';
import { selectParties, selectRolesTo } from './store.ts';

type Given = Awaited<ReturnType<typeof selectRolesTo>>[number];

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
  const people = await selectParties(db, 'person');
  const organisations = await selectParties(db, 'organisation');
  const rolesOf = byReceiver([
    ...(await selectRolesTo(
      db,
      people.map(({ uuid }) => uuid),
    )),
    ...(await selectRolesTo(
      db,
      organisations.map(({ uuid }) => uuid),
    )),
  ]);
  return {
    people: people.map((row) => ({
      name: row.name,
      pid: row.personSealed === null ? '' : unseal(env().AUTH_SECRET, 'person-number', row.personSealed),
      userId: row.userId ?? 0,
      userName: row.userName ?? '',
      partyId: row.partyId,
      partyUuid: row.uuid,
      roles: rolesOf(row.uuid),
    })),
    organisations: organisations.map((row) => ({
      name: row.name,
      orgNo: row.orgNo ?? '',
      partyId: row.partyId,
      partyUuid: row.uuid,
      organisationForm: row.orgForm ?? '',
      org: row.orgCode ?? undefined,
      parentOrgNo: row.parentOrgNo ?? undefined,
      clients: rolesOf(row.uuid),
    })),
  };
}

/** Groups roles by who received them, and then by who gave them. */
function byReceiver(given: readonly Given[]): (uuid: string) => TestPerson['roles'] {
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
