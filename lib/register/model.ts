import { RESOURCE_ATTRIBUTE } from '../resources/model.ts';

/** One part of a right: which attribute names the resource, and its value. */
export type AttributePair = { readonly id: string; readonly value: string };

/** A single right: a resource named by attribute pairs. `action` is kept and echoed but decides nothing. */
export type Right = { readonly action?: string | undefined; readonly resource: readonly AttributePair[] };

/** A text in the three languages of the portal. */
export type Texts = { readonly nb: string; readonly nn: string; readonly en: string };

/** A vendor's system: what it may ask of its customers, and which Maskinporten clients speak for it. */
export type RegisteredSystem = {
  readonly internalId: string;
  /** `<vendor organisation number>_<name>`, unique for ever. */
  readonly systemId: string;
  readonly vendorOrgNo: string;
  readonly name: Texts;
  readonly description: Texts;
  readonly rights: readonly Right[];
  /** Package URNs. */
  readonly accessPackages: readonly string[];
  readonly clientIds: readonly string[];
  readonly isVisible: boolean;
  readonly isDeleted: boolean;
  /** Set by the operator: nothing can be approved and no tokens are issued. */
  readonly isSuspended: boolean;
  readonly allowedRedirectUrls: readonly string[];
  /** Whether the vendor asked for the outcome on its return address. */
  readonly redirectResult: boolean;
  /** Grows with every change. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** What a change log entry tells of. */
export type ChangeType = 'create' | 'update' | 'rightsupdate' | 'accesspackageupdate' | 'delete' | 'unknown';

/** One change of a system, as its vendor reads it. */
export type SystemChange = {
  readonly systemInternalId: string;
  readonly changedByOrgNo: string;
  readonly changeType: ChangeType;
  /** The new values with the registry's own member names; absent for a deletion. */
  readonly changedData: unknown;
  readonly clientId: string | undefined;
  readonly createdAt: Date;
};

/** Types of resources that a system may ask for; schemes of Maskinporten and consents are given in other ways. */
export const DELEGABLE_RESOURCE_TYPES: readonly string[] = [
  'AltinnApp',
  'Systemresource',
  'Default',
  'CorrespondenceService',
  'BrokerService',
  'GenericAccessResource',
  'MigratedApp',
];

/** The most that a system may hold. */
export const REDIRECT_URLS_MAX = 20;
export const RIGHTS_MAX = 500;
export const PAIRS_PER_RIGHT_MAX = 10;
export const ACCESS_PACKAGES_MAX = 500;
export const CLIENT_IDS_MAX = 100;
export const DESCRIPTION_MAX_CHARACTERS = 2000;

/** Whether two rights name the same resource: exactly the same set of pairs, whatever the action. */
export function isSameResource(one: Right, other: Right): boolean {
  return resourceKey(one) === resourceKey(other);
}

/** The resource ids that a right names by the registry's attribute. */
export function resourceIdsOf(right: Right): readonly string[] {
  return right.resource.filter((pair) => pair.id === RESOURCE_ATTRIBUTE).map((pair) => pair.value);
}

function resourceKey(right: Right): string {
  const pairs = right.resource.map((pair) => JSON.stringify([pair.id, pair.value]));
  return [...new Set(pairs)].sort().join();
}
