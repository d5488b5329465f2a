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

/**
 * Which versions a call is meant for; the tag `*` is any. `ifUnmodifiedSince` counts only without `ifMatch`, and
 * `ifModifiedSince` only without `ifNoneMatch`.
 * @see RFC 9110 §13.2.2
 */
export type Conditions = {
  readonly ifMatch?: readonly string[] | undefined;
  readonly ifUnmodifiedSince?: Date | undefined;
  readonly ifNoneMatch?: readonly string[] | undefined;
  readonly ifModifiedSince?: Date | undefined;
};

/** How many members one call may replace, add or remove. */
export const MEMBERS_PER_CALL_MAX = 100;

/** What tells the present version of a list from others. */
type Version = Pick<AccessList, 'version' | 'updatedAt'>;

/** The validators of a version; the time is in whole seconds, so that only the tag tells all versions apart. */
export function validatorsOf({ version, updatedAt }: Version): Readonly<Record<string, string>> {
  return { etag: toTag(version), 'last-modified': updatedAt.toUTCString() };
}

/**
 * What the conditions say of the present version, if there is one: go on, not the one that was meant, or one that the
 * caller has. Changes, too, are judged by `ifModifiedSince`, as in the real registry.
 */
export function judgeConditions(
  conditions: Conditions,
  present: Version | undefined,
): 'fine' | 'no-match' | 'match-unwanted' {
  const { ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince } = conditions;
  const isAmong = (tags: readonly string[]) =>
    present !== undefined && tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === toTag(present.version));
  const isChangedSince = (time: Date) => present !== undefined && inSeconds(present.updatedAt) > inSeconds(time);
  if (ifMatch ? !isAmong(ifMatch) : ifUnmodifiedSince && isChangedSince(ifUnmodifiedSince)) return 'no-match';
  const isKnown = present && ifModifiedSince && !isChangedSince(ifModifiedSince);
  if (ifNoneMatch ? isAmong(ifNoneMatch) : isKnown) return 'match-unwanted';
  return 'fine';
}

function toTag(version: number): string {
  return `"${version}"`;
}

function inSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
