import { env } from '#lib/config/env.ts';
import { holdsPower, type Power } from '#lib/parties/authority.ts';
import { findOrganisationNames } from '#lib/parties/find-party.ts';
import type { Organisation } from '#lib/parties/model.ts';
import { peopleOf } from '#lib/parties/roles.ts';
import type { SignedIn } from '#lib/session/page-context.ts';

/** What a closed page asks for, as the key of its words. */
export type Need =
  | 'access-management'
  | 'system-user-overview'
  | 'technical-administration'
  | 'api-delegation'
  | 'owner'
  | 'operator';

const POWERS: Readonly<Partial<Record<Need, Power>>> = {
  'access-management': 'access-management.write',
  'system-user-overview': 'system-user-overview.read',
  'technical-administration': 'technical-administration',
  'api-delegation': 'api-delegation',
};

/** What the page at a path asks of a person who acts for the organisation. */
export function needOf(path: string, organisation: Organisation | undefined): Need {
  if (path.startsWith('/platform')) return isOperator(organisation) ? 'technical-administration' : 'operator';
  if (path.startsWith('/owner')) return organisation?.orgCode ? 'technical-administration' : 'owner';
  if (path.startsWith('/vendor')) return 'technical-administration';
  if (path.startsWith('/system-users')) return 'system-user-overview';
  if (path.startsWith('/delegations')) return 'api-delegation';
  return 'access-management';
}

/** The name of the organisation that runs the platform. */
export async function operatorName({ context }: SignedIn): Promise<string> {
  const orgNo = env().OPERATOR_ORG_NO;
  return (await findOrganisationNames(context.db, [orgNo])).get(orgNo) ?? orgNo;
}

/** The people of the organisation who have what is needed; nobody when it is the organisation that lacks it. */
export async function namesWho(need: Need, { context, organisation }: SignedIn): Promise<readonly string[]> {
  const power = POWERS[need];
  if (!power || !organisation) return [];
  const names: string[] = [];
  for (const { person } of await peopleOf(context.db, organisation.uuid)) {
    if (await holdsPower(context.db, person.uuid, organisation.uuid, power)) names.push(person.name);
  }
  return names;
}

function isOperator(organisation: Organisation | undefined): boolean {
  return organisation?.orgNo === env().OPERATOR_ORG_NO;
}
