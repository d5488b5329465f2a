/** A party of the register, as lists of authorized parties name it. */
export type ListedParty = {
  readonly uuid: string;
  readonly partyId: number;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly orgNo: string | undefined;
  readonly orgForm: string | undefined;
  readonly parentOrgNo: string | undefined;
  /** Person number; only ever of the subject itself. */
  readonly personNo?: string | undefined;
};

/** What a subject holds at a party. */
export type Access = {
  readonly roles: readonly string[];
  /** Package URNs. */
  readonly packages: readonly string[];
  /** Resources with a single right. */
  readonly resources: readonly string[];
};

/** A party that a subject may act for, with what it holds there. */
export type PartyAccess = { readonly party: ListedParty; readonly access: Access };

/** A main unit or person of the list, with the sub-units that the subject may act for. */
export type AuthorizedParty = PartyAccess & {
  /** There only so that its sub-units have a place to stand. */
  readonly isHierarchyOnly: boolean;
  readonly subUnits: readonly AuthorizedParty[];
};

/** Which parts of the list the caller wants, and which parties at all. */
export type PartyFilter = {
  readonly includeRoles: boolean;
  readonly includeAccessPackages: boolean;
  readonly includeResources: boolean;
  readonly includeSubParties: boolean;
  /** Only parties with access to one of these; empty for all. */
  readonly anyOfResourceIds: readonly string[];
  /** Only resources of the service owner with this code, and parties with access to one. */
  readonly orgCode: string | undefined;
  /** Only these parties, by uuid, organisation or person number; empty for all. */
  readonly parties: readonly string[];
};

/** Nothing at all. */
const NO_ACCESS: Access = { roles: [], packages: [], resources: [] };

/**
 * Puts sub-units under their main units. A main unit without access of its own is there for the hierarchy only.
 * @param mainUnits those that sub-units of the list belong to but that are not on it.
 */
export function nestSubUnits(
  accesses: readonly PartyAccess[],
  mainUnits: readonly ListedParty[],
): readonly AuthorizedParty[] {
  const tops = accesses.filter(({ party }) => party.parentOrgNo === undefined);
  const subUnits = accesses.filter(({ party }) => party.parentOrgNo !== undefined);
  const under = (orgNo: string | undefined) =>
    subUnits
      .filter(({ party }) => orgNo !== undefined && party.parentOrgNo === orgNo)
      .map((access) => ({ ...access, isHierarchyOnly: false, subUnits: [] }));
  const known = new Set([...tops.map(({ party }) => party.orgNo), ...mainUnits.map(({ orgNo }) => orgNo)]);
  const orphans = subUnits.filter(({ party }) => !known.has(party.parentOrgNo));
  return [
    ...tops.map((access) => ({ ...access, isHierarchyOnly: false, subUnits: under(access.party.orgNo) })),
    ...mainUnits.map((party) => ({ party, access: NO_ACCESS, isHierarchyOnly: true, subUnits: under(party.orgNo) })),
    ...orphans.map((access) => ({ ...access, isHierarchyOnly: false, subUnits: [] })),
  ];
}
