import type { Match, Obligation } from '../resources/model.ts';

/** The PDP's four answers; "no" is nearly always `NotApplicable`. */
export type DecisionKind = 'Permit' | 'NotApplicable' | 'Deny' | 'Indeterminate';

/** Why nothing was decided: the question made no sense to the domain, or not even to the format. */
export type Fault = 'processing-error' | 'syntax-error';

/** Names a party in one of the ways that callers do. */
export type PartyKey =
  | { readonly partyId: number }
  | { readonly uuid: string }
  | { readonly orgNo: string }
  | { readonly personNo: string };

/** Who wants to act; exactly one identity, conflicts are refused before this. */
export type Subject =
  | { readonly kind: 'system-user'; readonly id: string }
  | {
      readonly kind: 'person';
      readonly key: { readonly userId: number } | { readonly personNo: string };
      /** Party uuid sent along with the key; it must be the same person's. */
      readonly uuid?: string | undefined;
    }
  | { readonly kind: 'party'; readonly key: { readonly uuid: string } | { readonly partyId: number } }
  | {
      readonly kind: 'organisation';
      readonly orgNo?: string | undefined;
      /** Short code of a service owner (`urn:altinn:org`). */
      readonly orgCode?: string | undefined;
    };

/** One question to the PDP: may the subject do the action with the resource for the party? */
export type Question = {
  readonly subject: Subject;
  readonly resourceId: string;
  /** Attributes of the resource beside its id and party, e.g. `urn:altinn:task`. */
  readonly resourceAttributes: readonly Match[];
  readonly party: PartyKey | undefined;
  /** Any one of them permits; with none only rules without actions match. */
  readonly actions: readonly string[];
};

/** One thing that was found or missed on the way to a decision; kept for the resource's owner only. */
export type TraceStep =
  | { readonly step: 'fault'; readonly fault: Fault; readonly reason: FaultReason }
  | { readonly step: 'party'; readonly found: boolean; readonly name?: string | undefined }
  | {
      readonly step: 'subject';
      readonly kind: 'system-user' | 'agent-system-user' | 'person' | 'organisation' | 'unknown';
      /** By which tie to the party: its own, its main unit's, a client's, or none. */
      readonly tie: 'own' | 'main-unit' | 'client' | 'other' | 'none';
      readonly roles: readonly string[];
      /** Codes of the packages that counted. */
      readonly packages: readonly string[];
    }
  | { readonly step: 'ended'; readonly what: 'system-user' | 'suspended' | 'system-deleted' | 'system-suspended' }
  | { readonly step: 'rule'; readonly ruleId: string }
  | {
      readonly step: 'no-rule';
      /** Whether any rule has the action at all. */
      readonly actionKnown: boolean;
      /** Subjects that would have been let through, as `<attribute>:<value>`. */
      readonly wanted: readonly string[];
    }
  | {
      readonly step: 'delegation';
      readonly actions: readonly string[];
      readonly outcome: 'covers' | 'misses-action' | 'none';
    }
  | { readonly step: 'access-list'; readonly member: boolean };

/** What was wrong with a question. */
export type FaultReason =
  | 'malformed'
  | 'unknown-data-type'
  | 'no-subject'
  | 'subject-conflict'
  | 'unknown-subject'
  | 'bad-identifier'
  | 'no-resource'
  | 'resource-conflict'
  | 'party-conflict'
  | 'no-policy';

/** An answer with the way that led to it. */
export type Decision = {
  readonly decision: DecisionKind;
  /** Set with `Indeterminate`. */
  readonly fault?: Fault | undefined;
  /** What the caller must see fulfilled; empty unless `Permit`. */
  readonly obligations: readonly Obligation[];
  readonly trace: readonly TraceStep[];
};

/** Why a person may not give away a resource or a package, in the words of Altinn's delegation check. */
export type DelegationRefusal =
  | 'MissingRoleAccess'
  | 'MissingDelegationAccess'
  | 'MissingSrrRightAccess'
  | 'InsufficientAuthenticationLevel'
  | 'MissingPackageAccess'
  | 'AccessListValidationFail'
  | 'ResourceNotDelegable'
  | 'ResourceIsMaskinPortenSchema'
  | 'Unknown';

/** What a person may give away at an organisation, per resource and package asked about, in the order asked. */
export type DelegationCheck = {
  readonly resources: readonly {
    readonly resourceId: string;
    /** Actions that may be delegated; empty with a reason. */
    readonly actions: readonly string[];
    readonly reason?: DelegationRefusal | undefined;
  }[];
  readonly packages: readonly {
    readonly urn: string;
    readonly delegable: boolean;
    readonly reason?: DelegationRefusal | undefined;
  }[];
};

/** The most entries that any list of one request may hold. */
export const ENTRIES_MAX = 1000;

/** The attributes that a question names subjects and parties by. */
export const SYSTEM_USER_ATTRIBUTE = 'urn:altinn:systemuser:uuid';
export const USER_ID_ATTRIBUTE = 'urn:altinn:userid';
export const INSTANCE_ATTRIBUTE = 'urn:altinn:instance-id';
export const PARTY_TYPE_ATTRIBUTE = 'urn:altinn:partytype';
export const PARTY_ID_ATTRIBUTE = 'urn:altinn:partyid';
export const PARTY_UUID_ATTRIBUTE = 'urn:altinn:party:uuid';
export const PERSON_ATTRIBUTE = 'urn:altinn:person:identifier-no';
export const ORGANISATION_ATTRIBUTE = 'urn:altinn:organization:identifier-no';
export const LEGACY_ORGANISATION_ATTRIBUTE = 'urn:altinn:organizationnumber';
export const REGISTER_ROLE_ATTRIBUTE = 'urn:altinn:external-role:ccr';
export const DELEGATION_ATTRIBUTE = 'urn:altinn:resource:delegation';
