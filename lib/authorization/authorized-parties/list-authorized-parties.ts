import type { Db } from '#db/open.ts';
import { assertOrganisation, hasAnyScope } from '../../context/assert.ts';
import type { Context, OrganisationActor } from '../../context/context.ts';
import { parsePersonNo, parseUuid } from '../../kernel/brands.ts';
import { bindingProblem, forbidden, unauthenticated } from '../../kernel/errors.ts';
import { findOrganisation, findParty, findPerson } from '../../parties/find-party.ts';
import { expandResources } from './expand-resources.ts';
import { type AuthorizedParty, nestSubUnits, type PartyAccess, type PartyFilter } from './model.ts';
import { readAccessesOfHolder, readAccessesOfSystemUser } from './read-accesses.ts';
import { selectParties, selectResourceOwners } from './store.ts';

const OWN = 'altinn:accessmanagement/authorizedparties';
const ADMIN = 'altinn:accessmanagement/authorizedparties.admin';
/** Scopes with which a service owner may ask about others. */
export const RESOURCE_OWNER_SCOPES = ['altinn:accessmanagement/authorizedparties.resourceowner', ADMIN];

/**
 * Lists the parties that the caller, a person or a system user, may act for, with what it holds at each.
 * @throws BareError 401, 403 without the scope or for an organisation's own token.
 */
export async function listOwnAuthorizedParties(
  context: Context,
  filter: PartyFilter,
): Promise<readonly AuthorizedParty[]> {
  const { db, actor } = context;
  if (actor.kind === 'anonymous') throw unauthenticated();
  if (actor.kind === 'person') {
    if (!hasAnyScope(actor, [OWN, 'altinn:portal/enduser'])) throw forbidden();
    return toList(db, await readAccessesOfHolder(db, actor.partyUuid), filter);
  }
  if (!hasAnyScope(actor, [OWN]) || !actor.systemUser) throw forbidden();
  return toList(db, await readAccessesOfSystemUser(db, actor.systemUser.id), filter);
}

/**
 * Lists, for a service owner, the parties that somebody may act for. Nobody known has an empty list.
 * @param subject an attribute type with its value: person, organisation, party or system user.
 * @throws BareError 401, 403 without the scope, or for another owner's code · ProblemError 400 for a subject of no known kind.
 */
export async function listAuthorizedPartiesOf(
  context: Context,
  subject: { readonly type: string; readonly value: string },
  filter: PartyFilter,
): Promise<readonly AuthorizedParty[]> {
  const owner = assertOrganisation(context, ...RESOURCE_OWNER_SCOPES);
  if (filter.orgCode !== undefined) await assertOwnCode(context.db, owner, filter.orgCode);
  return toList(context.db, await readAccessesOf(context.db, subject), filter);
}

async function assertOwnCode(db: Db, owner: OrganisationActor, orgCode: string): Promise<void> {
  if (owner.scopes.has(ADMIN)) return;
  const own = owner.orgCode ?? (await findOrganisation(db, owner.orgNo))?.orgCode;
  if (own !== orgCode.toLowerCase()) throw forbidden();
}

async function readAccessesOf(
  db: Db,
  { type, value }: { readonly type: string; readonly value: string },
): Promise<readonly PartyAccess[]> {
  if (type.toLowerCase() === 'urn:altinn:systemuser:uuid') return readAccessesOfSystemUser(db, toUuid(value));
  const holder = await findHolder(db, type.toLowerCase(), value);
  return holder ? readAccessesOfHolder(db, holder.uuid) : [];
}

function findHolder(db: Db, type: string, value: string) {
  switch (type) {
    case 'urn:altinn:person:identifier-no':
      if (!parsePersonNo(value)) throw badValue();
      return findPerson(db, { personNo: value });
    case 'urn:altinn:organization:identifier-no':
    case 'urn:altinn:organizationnumber':
      return findOrganisation(db, value);
    case 'urn:altinn:person:uuid':
    case 'urn:altinn:organization:uuid':
    case 'urn:altinn:party:uuid':
      return findParty(db, { uuid: toUuid(value) });
    case 'urn:altinn:userid':
    case 'urn:altinn:user:id':
      return findPerson(db, { userId: toNumber(value) });
    case 'urn:altinn:partyid':
    case 'urn:altinn:party:id':
      return findParty(db, { partyId: toNumber(value) });
    default:
      throw bindingProblem({ '$.type': ['The attribute type is not supported.'] });
  }
}

/** Filters before nesting, so that a main unit stays as a place for its sub-units only when one is left. */
async function toList(
  db: Db,
  accesses: readonly PartyAccess[],
  filter: PartyFilter,
): Promise<readonly AuthorizedParty[]> {
  const needsResources = filter.includeResources || filter.anyOfResourceIds.length > 0 || filter.orgCode !== undefined;
  const expanded = needsResources ? await expandResources(db, accesses) : accesses;
  const owned = filter.orgCode === undefined ? expanded : await keepOwned(db, expanded, filter.orgCode.toLowerCase());
  const kept = owned.filter((entry) => isWanted(entry, filter)).map((entry) => trim(entry, filter));
  const present = new Set(kept.map(({ party }) => party.orgNo));
  const missing = kept.flatMap(({ party }) => party.parentOrgNo ?? []).filter((orgNo) => !present.has(orgNo));
  return nestSubUnits(kept, await selectParties(db, 'orgNo', [...new Set(missing)]));
}

async function keepOwned(db: Db, accesses: readonly PartyAccess[], orgCode: string): Promise<readonly PartyAccess[]> {
  const owners = await selectResourceOwners(db, [...new Set(accesses.flatMap(({ access }) => access.resources))]);
  const owned = new Set(owners.filter((row) => row.ownerOrgCode === orgCode).map(({ identifier }) => identifier));
  return accesses
    .map(({ party, access }) => ({
      party,
      access: { ...access, resources: access.resources.filter((identifier) => owned.has(identifier)) },
    }))
    .filter(({ access }) => access.resources.length > 0);
}

function isWanted({ party, access }: PartyAccess, filter: PartyFilter): boolean {
  if (!filter.includeSubParties && party.parentOrgNo !== undefined) return false;
  const names = [party.uuid, party.orgNo, party.personNo].filter((name) => name !== undefined);
  if (filter.parties.length > 0 && !names.some((name) => filter.parties.includes(name))) return false;
  const { anyOfResourceIds } = filter;
  return anyOfResourceIds.length === 0 || access.resources.some((identifier) => anyOfResourceIds.includes(identifier));
}

function trim({ party, access }: PartyAccess, filter: PartyFilter): PartyAccess {
  const { anyOfResourceIds } = filter;
  const asked = access.resources.filter(
    (identifier) => anyOfResourceIds.length === 0 || anyOfResourceIds.includes(identifier),
  );
  return {
    party,
    access: {
      roles: filter.includeRoles ? access.roles : [],
      packages: filter.includeAccessPackages ? access.packages : [],
      resources: filter.includeResources ? asked : [],
    },
  };
}

function toUuid(value: string): string {
  const uuid = parseUuid(value);
  if (!uuid) throw badValue();
  return uuid;
}

function toNumber(value: string): number {
  if (!/^[0-9]{1,9}$/.test(value)) throw badValue();
  return Number(value);
}

function badValue() {
  return bindingProblem({ '$.value': ['The value does not fit the attribute type.'] });
}
