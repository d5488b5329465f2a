/** A list of organisations that its owner lets use some resources. */
export type AccessList = {
  readonly id: string;
  /** Code of the owner, e.g. `skd`. */
  readonly owner: string;
  readonly ownerOrgNo: string;
  /** Unique for its owner. */
  readonly identifier: string;
  readonly name: string;
  readonly description: string;
  /** Grows with every change of the list, its members or its connections; the entity tag of all three. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** An organisation on a list. */
export type AccessListMember = {
  readonly orgNo: string;
  readonly partyUuid: string;
  readonly partyId: number;
  readonly name: string;
  readonly since: Date;
};

/** A resource that a list opens; without filters for every action. */
export type AccessListConnection = {
  readonly resourceId: string;
  readonly actionFilters: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** Which versions a call is meant for; `*` is any. @see RFC 9110 §13.1 */
export type Conditions = {
  readonly ifMatch?: readonly string[] | undefined;
  readonly ifNoneMatch?: readonly string[] | undefined;
};

/** How many members one call may replace, add or remove. */
export const MEMBERS_PER_CALL_MAX = 100;

/** The entity tag of a version. */
export function toTag(version: number): string {
  return `"${version}"`;
}

/** What the conditions say of the present version: go on, not modified, or not the one that was meant. */
export function judgeConditions(
  conditions: Conditions,
  version: number | undefined,
): 'fine' | 'no-match' | 'match-unwanted' {
  const isAmong = (tags: readonly string[]) =>
    version !== undefined && tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === toTag(version));
  if (conditions.ifMatch && !isAmong(conditions.ifMatch)) return 'no-match';
  if (conditions.ifNoneMatch && isAmong(conditions.ifNoneMatch)) return 'match-unwanted';
  return 'fine';
}
