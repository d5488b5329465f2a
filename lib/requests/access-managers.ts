import type { Db } from '#db/open.ts';
import { holdsPower } from '../parties/authority.ts';
import type { Person } from '../parties/model.ts';
import { peopleOf } from '../parties/roles.ts';

/** How many people of an organisation are looked through; larger ones show the first. */
const PEOPLE_MAX = 100;

/** Lists the people who may answer requests for the organisation, with the role codes they hold there, by name. */
export async function accessManagersOf(
  db: Db,
  orgUuid: string,
): Promise<readonly { readonly person: Person; readonly roles: readonly string[] }[]> {
  const people = (await peopleOf(db, orgUuid)).slice(0, PEOPLE_MAX);
  const managers = [];
  for (const candidate of people) {
    if (await holdsPower(db, candidate.person.uuid, orgUuid, 'access-management.write')) managers.push(candidate);
  }
  return managers;
}
