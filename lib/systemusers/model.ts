/** Acts for its owner (`standard`), or for clients of its owner (`agent`). */
export type SystemUserType = 'standard' | 'agent';

/** A vendor's system at one customer: the identity that tokens and decisions speak of. */
export type SystemUser = {
  /** Equals the id of the request it was approved from. */
  readonly id: string;
  readonly userType: SystemUserType;
  readonly integrationTitle: string;
  readonly systemInternalId: string;
  readonly systemId: string;
  readonly vendorOrgNo: string;
  /** The owner: the customer organisation. */
  readonly partyOrgNo: string;
  readonly partyId: number;
  readonly partyUuid: string;
  readonly externalRef: string;
  readonly isDeleted: boolean;
  /** A new number at every change; the stream is ordered by it. */
  readonly sequenceNo: number;
  readonly createdByName: string | undefined;
  readonly deletedByName: string | undefined;
  readonly deletedAt: Date | undefined;
  /** Kept from acting by its owner until that resumes it; what it was given stays. `undefined` once it has ended. */
  readonly suspension: Suspension | undefined;
  readonly lastTokenAt: Date | undefined;
  readonly lastDecisionAt: Date | undefined;
  /** What the owner would like to have changed; gone once the vendor has asked for a change. */
  readonly wish: Wish | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** Since when, and which person of the owner did it. */
export type Suspension = { readonly at: Date; readonly byName: string };

/** The owner's words to the vendor, empty when a person only asked for a change. */
export type Wish = { readonly text: string; readonly at: Date; readonly byName: string };

/** Actions that a system user may do on one resource. */
export type DelegatedRight = { readonly resourceId: string; readonly actions: readonly string[] };

/** All that has been given to a system user; for agents the packages are effective per client only. */
export type Delegations = { readonly rights: readonly DelegatedRight[]; readonly packages: readonly string[] };

/** System, customer and reference: one live system user for each. */
export type Triple = {
  readonly systemInternalId: string;
  readonly partyOrgNo: string;
  readonly externalRef: string;
};

/** How long a system user may go unused before its organisation is asked to look at it again. */
export const UNUSED_AFTER_DAYS = 90;

/** The later of the last token and the last decision; `undefined` when there was neither. */
export function lastUseOf(user: Pick<SystemUser, 'lastTokenAt' | 'lastDecisionAt'>): Date | undefined {
  const times = [user.lastTokenAt, user.lastDecisionAt].filter((at) => at !== undefined);
  return times.sort((one, other) => other.getTime() - one.getTime())[0];
}

/** Whether a system user may act at all: neither ended nor suspended. What its system says of it is another question. */
export function isActive(user: Pick<SystemUser, 'isDeleted' | 'suspension'>): boolean {
  return !user.isDeleted && user.suspension === undefined;
}

/** The text behind the unique index that keeps triples apart while they live. */
export function liveKeyOf(triple: Triple): string {
  return `${triple.systemInternalId}|${triple.partyOrgNo}|${triple.externalRef}`;
}
