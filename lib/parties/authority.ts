import type { Db } from '#db/open.ts';
import { assertOrganisation, assertPerson } from '../context/assert.ts';
import type { Context, PersonActor } from '../context/context.ts';
import { forbidden, unauthenticated } from '../kernel/errors.ts';
import { findOrganisation } from './find-party.ts';
import { type HeldPackage, packagesHeld, rolesHeld } from './roles.ts';

/** What a person may do for an organisation in this portal, apart from single services. */
export type Power =
  | 'access-management.read'
  | 'access-management.write'
  | 'system-user-overview.read'
  | 'client-administration.read'
  | 'client-administration.write'
  | 'technical-administration'
  | 'api-delegation';

type Subjects = { readonly roles: readonly string[]; readonly packages: readonly string[] };

/** The level that the policies of the system resources demand; ID-porten's "substantial" and our test log-in give it. */
export const AUTHENTICATION_LEVEL_MIN = 3;

const ACCESS_MANAGER: Subjects = {
  roles: ['ADMAI', 'HADM', 'BOBEL'],
  packages: ['tilgangsstyrer', 'hovedadministrator', 'konkursbo-tilgangsstyrer'],
};
const OVERVIEW: Subjects = {
  roles: ['ADMAI', 'HADM', 'KLADM'],
  packages: ['tilgangsstyrer', 'hovedadministrator', 'klientadministrator'],
};
const CLIENT_ADMINISTRATOR: Subjects = {
  roles: ['KLADM', 'HADM'],
  packages: ['klientadministrator', 'hovedadministrator'],
};

/**
 * The resources by which Altinn guards its own administration, with the subjects of their policies; the registry seeds
 * its policies from here, so that the PDP and the portal cannot disagree (`altinn-api.md` §1.3).
 */
export const SYSTEM_RESOURCES = {
  altinn_access_management: { read: ACCESS_MANAGER, write: ACCESS_MANAGER },
  altinn_system_user_overview: { read: OVERVIEW },
  altinn_client_administration: { read: CLIENT_ADMINISTRATOR, write: CLIENT_ADMINISTRATOR },
} as const;

const SUBJECTS: Readonly<Record<Power, Subjects>> = {
  'access-management.read': SYSTEM_RESOURCES.altinn_access_management.read,
  'access-management.write': SYSTEM_RESOURCES.altinn_access_management.write,
  'system-user-overview.read': SYSTEM_RESOURCES.altinn_system_user_overview.read,
  'client-administration.read': SYSTEM_RESOURCES.altinn_client_administration.read,
  'client-administration.write': SYSTEM_RESOURCES.altinn_client_administration.write,
  'technical-administration': { roles: [], packages: ['maskinporten-administrator'] },
  // `maskinporten.md` §9: whoever manages access, or administers APIs alone.
  'api-delegation': {
    roles: [...ACCESS_MANAGER.roles, 'APIADM'],
    packages: [...ACCESS_MANAGER.packages, 'maskinporten-administrator'],
  },
};

/** Whether the person has the power at the organisation now, at a sufficient authentication level. */
export async function isAllowed(db: Db, actor: PersonActor, orgUuid: string, power: Power): Promise<boolean> {
  if (actor.authenticationLevel < AUTHENTICATION_LEVEL_MIN) return false;
  return holdsPower(db, actor.partyUuid, orgUuid, power);
}

/** Every power that the person has at the organisation now, at a sufficient authentication level. */
export async function powersOf(db: Db, actor: PersonActor, orgUuid: string): Promise<ReadonlySet<Power>> {
  if (actor.authenticationLevel < AUTHENTICATION_LEVEL_MIN) return new Set();
  const roles = await rolesHeld(db, orgUuid, actor.partyUuid);
  const packages = await packagesHeld(db, orgUuid, actor.partyUuid);
  return new Set(
    Object.entries(SUBJECTS).flatMap(([power, subjects]) =>
      isAmongRoles(subjects, roles) || isAmongPackages(subjects, packages) ? [power as Power] : [],
    ),
  );
}

/** Whether the person's roles and packages give the power, whatever way the person signs in. */
export async function holdsPower(db: Db, personUuid: string, orgUuid: string, power: Power): Promise<boolean> {
  const subjects = SUBJECTS[power];
  if (isAmongRoles(subjects, await rolesHeld(db, orgUuid, personUuid))) return true;
  return isAmongPackages(subjects, await packagesHeld(db, orgUuid, personUuid));
}

function isAmongRoles(subjects: Subjects, roles: readonly string[]): boolean {
  return roles.some((role) => subjects.roles.includes(role));
}

function isAmongPackages(subjects: Subjects, packages: readonly HeldPackage[]): boolean {
  return packages.some((held) => held.hasAccess && subjects.packages.includes(held.urn.split(':').at(-1) ?? ''));
}

/**
 * Narrows to a person who has the power at the organisation.
 * @throws BareError 401 when nobody is signed in, 403 otherwise; both without a body.
 */
export async function assertPower(context: Context, orgUuid: string, power: Power): Promise<PersonActor> {
  const actor = assertPerson(context);
  if (!(await isAllowed(context.db, actor, orgUuid, power))) throw forbidden();
  return actor;
}

/**
 * Passes a machine of the organisation with one of the scopes, or a person with technical administration there:
 * one gate for verbs that both an API and a page use.
 * @throws BareError 401 or 403 without a body.
 */
export async function assertOwnTechnical(
  context: Context,
  orgNo: string,
  ...scopes: readonly string[]
): Promise<{ readonly orgNo: string; readonly clientId: string | undefined }> {
  if (context.actor.kind === 'anonymous') throw unauthenticated();
  if (context.actor.kind === 'organisation') {
    const actor = assertOrganisation(context, ...scopes);
    if (actor.orgNo !== orgNo) throw forbidden();
    return { orgNo, clientId: actor.clientId };
  }
  const organisation = await findOrganisation(context.db, orgNo);
  if (!organisation) throw forbidden();
  await assertPower(context, organisation.uuid, 'technical-administration');
  return { orgNo, clientId: undefined };
}
