import type { Db } from '#db/open.ts';
import { clientsOf } from '../../parties/clients.ts';
import { readPersonNo } from '../../parties/find-party.ts';
import { PRIVATE_PERSON } from '../../resources/access-packages/model.ts';
import { packagesOfRoles } from '../../resources/access-packages/packages-of-roles.ts';
import { delegationsOf } from '../../systemusers/delegations.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';
import { isActive, type SystemUser } from '../../systemusers/model.ts';
import type { Access, ListedParty, PartyAccess } from './model.ts';
import { selectDelegationsTo, selectPackagesTo, selectParties, selectRolesTo } from './store.ts';

/** Reads where a person or organisation holds roles or packages; a person's own party stands first. */
export async function readAccessesOfHolder(db: Db, holderUuid: string): Promise<readonly PartyAccess[]> {
  const roles = await selectRolesTo(db, holderUuid);
  const packages = await selectPackagesTo(db, holderUuid);
  const ofRole = new Map<string, readonly string[]>();
  for (const role of new Set(roles.map((row) => row.role))) {
    const brought = await packagesOfRoles(db, [role]);
    ofRole.set(
      role,
      brought.filter(({ hasAccess }) => hasAccess).map(({ urn }) => urn),
    );
  }
  const givers = await selectParties(db, 'uuid', [...new Set([...roles, ...packages].map((row) => row.fromUuid))]);
  const accesses = givers.map((party) => {
    const held = roles.filter(({ fromUuid }) => fromUuid === party.uuid).map(({ role }) => role);
    const direct = packages.filter(({ fromUuid }) => fromUuid === party.uuid).map(({ urn }) => urn);
    const brought = held.flatMap((role) => ofRole.get(role) ?? []);
    return { party, access: { roles: held, packages: [...new Set([...direct, ...brought])], resources: [] } };
  });
  return [...(await readOwnParty(db, holderUuid)), ...(await withSubUnits(db, accesses))];
}

/** Reads where a system user may act: its owner and the owner's sub-units, or the clients delegated to it. */
export async function readAccessesOfSystemUser(db: Db, systemUserId: string): Promise<readonly PartyAccess[]> {
  const user = await findSystemUser(db, systemUserId);
  if (!user || !isActive(user)) return [];
  const own = user.userType === 'agent' ? await readClients(db, user) : await readOwner(db, user);
  return withSubUnits(db, own);
}

async function readOwner(db: Db, user: SystemUser): Promise<readonly PartyAccess[]> {
  const { rights, packages } = await delegationsOf(db, user.id);
  const access: Access = { roles: [], packages, resources: rights.map(({ resourceId }) => resourceId) };
  if (access.packages.length + access.resources.length === 0) return [];
  const owner = await selectParties(db, 'uuid', [user.partyUuid]);
  return owner.map((party) => ({ party, access }));
}

/** A delegation counts as far as the client still gives its packages, just as in a decision. */
async function readClients(db: Db, user: SystemUser): Promise<readonly PartyAccess[]> {
  const delegations = await selectDelegationsTo(db, user.id);
  const clients = await clientsOf(db, user.partyUuid);
  const given = new Map(clients.map(({ client, access }) => [client.uuid, access.flatMap(({ packages }) => packages)]));
  const parties = await selectParties(
    db,
    'uuid',
    delegations.map(({ clientUuid }) => clientUuid),
  );
  return parties.flatMap((party) => {
    const delegation = delegations.find(({ clientUuid }) => clientUuid === party.uuid);
    const still = given.get(party.uuid) ?? [];
    const packages = delegation?.packageUrns.filter((urn) => delegation.isSelf || still.includes(urn)) ?? [];
    return packages.length === 0 ? [] : [{ party, access: { roles: [], packages, resources: [] } }];
  });
}

/** A sub-unit inherits what is held at its main unit, apart from single rights, beside its own. */
async function withSubUnits(db: Db, accesses: readonly PartyAccess[]): Promise<readonly PartyAccess[]> {
  const mainUnits = accesses.filter(({ party, access }) => party.orgNo !== undefined && isInheritable(access));
  const orgNos = mainUnits.flatMap(({ party }) => party.orgNo ?? []);
  const merged = new Map(accesses.map((entry) => [entry.party.uuid, entry]));
  for (const party of await selectParties(db, 'parentOrgNo', orgNos)) {
    const inherited = mainUnits.find((main) => main.party.orgNo === party.parentOrgNo)?.access;
    const own = merged.get(party.uuid)?.access;
    merged.set(party.uuid, { party, access: joinAccess(own, inherited) });
  }
  return [...merged.values()];
}

function isInheritable({ roles, packages }: Access): boolean {
  return roles.length + packages.length > 0;
}

function joinAccess(own: Access | undefined, inherited: Access | undefined): Access {
  return {
    roles: [...new Set([...(own?.roles ?? []), ...(inherited?.roles ?? [])])],
    packages: [...new Set([...(own?.packages ?? []), ...(inherited?.packages ?? [])])],
    resources: own?.resources ?? [],
  };
}

async function readOwnParty(db: Db, holderUuid: string): Promise<readonly PartyAccess[]> {
  const [party]: readonly (ListedParty | undefined)[] = await selectParties(db, 'uuid', [holderUuid]);
  if (party?.kind !== 'person') return [];
  const personNo = await readPersonNo(db, party.uuid);
  const packages = (await packagesOfRoles(db, [PRIVATE_PERSON])).map(({ urn }) => urn);
  return [{ party: { ...party, personNo }, access: { roles: [PRIVATE_PERSON], packages, resources: [] } }];
}
