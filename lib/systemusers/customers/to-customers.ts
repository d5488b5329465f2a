import type { Db } from '#db/open.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findSystems } from '../../register/find-system.ts';
import { countClientsOf } from '../clients/client-delegations.ts';
import { delegationsOfAll } from '../delegations.ts';
import type { SystemUser } from '../model.ts';
import type { Customer } from './model.ts';
import { readNeeds } from './read-needs.ts';

/** Completes system users with what their vendor sees beside them; as many queries for a page of them as for one. */
export async function toCustomers(db: Db, users: readonly SystemUser[]): Promise<readonly Customer[]> {
  const ids = users.map(({ id }) => id);
  const systems = await findSystems(
    db,
    users.map(({ systemInternalId }) => systemInternalId),
  );
  const names = await findOrganisationNames(
    db,
    users.map(({ partyOrgNo }) => partyOrgNo),
  );
  const delegationsOf = await delegationsOfAll(db, ids);
  const clients = await countClientsOf(db, ids);
  const neededBy = await readNeeds(db, [...systems.values()]);
  return users.flatMap((user) => {
    const system = systems.get(user.systemInternalId);
    if (!system) return [];
    const delegations = delegationsOf(user.id);
    const needed = neededBy(user.userType, system);
    const given = new Set([...delegations.rights.map(({ resourceId }) => resourceId), ...delegations.packages]);
    return {
      user,
      system,
      name: names.get(user.partyOrgNo) ?? user.partyOrgNo,
      delegations,
      needed,
      missing: [...needed.rights, ...needed.packages].filter((need) => !given.has(need)).length,
      clients: clients.get(user.id) ?? 0,
    };
  });
}
