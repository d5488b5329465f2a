import type { DelegationRefusal } from '../../authorization/model.ts';
import type { Organisation } from '../../parties/model.ts';
import type { Texts } from '../../register/model.ts';
import type { Forward } from '../forwarding/model.ts';
import type { AnyRequest, RequestKind } from '../model.ts';

/** What the reader of a letter may do with it. */
export type Reader = 'may-approve' | 'may-approve-some' | 'may-forward' | 'stranger';

/**
 * What the letter shows. `blocked` waits, but cannot be approved as things are; `ended` was approved, and its system user
 * has been withdrawn since.
 */
export type LetterState = 'waiting' | 'blocked' | 'expired' | 'approved' | 'rejected' | 'withdrawn' | 'ended';

/** Why a waiting request cannot be approved now. */
export type Obstacle =
  | 'system-deleted'
  | 'system-suspended'
  /** The system no longer asks for something that the letter has. */
  | 'not-of-system'
  /** A service is gone or closed for delegation. */
  | 'service-closed'
  /** The organisation has this system user already. */
  | 'exists'
  /** The system user that was to be changed has ended. */
  | 'system-user-ended';

/** Somebody of the organisation who may answer, with the role codes held there. */
export type Manager = { readonly uuid: string; readonly name: string; readonly roles: readonly string[] };

/** Whether the reader can give a line of the letter, and who can if not. */
type Giving = {
  readonly canGive: boolean;
  readonly reason: DelegationRefusal | undefined;
  /** Managers who can; empty when the reader can, or nobody. */
  readonly whoCan: readonly Manager[];
};

/** A single service of the letter. */
export type LetterRight = Giving & {
  readonly resourceId: string;
  /** By language; `undefined` when no such service ever was. */
  readonly title: Readonly<Record<string, string>> | undefined;
  readonly description: Readonly<Record<string, string>> | undefined;
  readonly rightDescription: Readonly<Record<string, string>> | undefined;
  readonly owner: { readonly orgNo: string; readonly name: Readonly<Record<string, string>> } | undefined;
  /** Everything that can be done with the service, by its policy. */
  readonly actions: readonly string[];
  /** What the system gets when this reader approves, or has got when it was approved. */
  readonly given: readonly string[];
  /** The owner has taken the service down; its words are those of its last version. */
  readonly isClosed: boolean;
  /** The service demands a person's own hand for something. */
  readonly personMustSign: boolean;
};

/** A service in an access package. */
export type LetterService = Pick<LetterRight, 'resourceId' | 'personMustSign'> & {
  readonly title: Readonly<Record<string, string>>;
};

/** An access package of the letter, with the services in it. */
export type LetterPackage = Giving & {
  readonly urn: string;
  readonly name: Readonly<Record<string, string>> | undefined;
  readonly description: Readonly<Record<string, string>> | undefined;
  readonly services: readonly LetterService[];
};

/** Services and packages under one heading. */
export type Lines = { readonly rights: readonly LetterRight[]; readonly packages: readonly LetterPackage[] };

/** All that a stranger may learn: whose letter it is. */
export type SealedLetter = {
  readonly reader: 'stranger';
  readonly id: string;
  readonly organisation: Pick<Organisation, 'name' | 'orgNo'>;
};

/** A request as its page shows it. */
export type OpenLetter = {
  readonly reader: Exclude<Reader, 'stranger'>;
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: LetterState;
  readonly obstacle: Obstacle | undefined;
  /** Stands for what is shown here; goes back with an approval. */
  readonly digest: string;
  readonly request: AnyRequest;
  readonly organisation: Organisation;
  readonly vendor: {
    readonly orgNo: string;
    readonly name: string;
    /** Since when the vendor has had an agreement for production, or else for test. */
    readonly agreementSince: Date | undefined;
    readonly systemSince: Date;
  };
  /** A service owner that the vendor's own words name, though the vendor is another. */
  readonly borrowedName: string | undefined;
  readonly system: { readonly systemId: string; readonly name: Texts; readonly description: Texts };
  /** The host that the person is sent to afterwards, if it is still on the system's list. */
  readonly redirectHost: string | undefined;
  readonly deadline: Date;
  /** What is asked for; for a change, what comes in addition. */
  readonly added: Lines;
  /** What a change takes away; empty for a new system user. */
  readonly removed: Lines;
  /** What a change leaves as it is; empty for a new system user. */
  readonly stays: Lines;
  /** Who may answer. */
  readonly managers: readonly Manager[];
  readonly forwards: readonly Forward[];
  /** Whether the reader may remind now. */
  readonly mayRemind: boolean;
  /** The system user that came of it, or that it would change. */
  readonly systemUserId: string | undefined;
  /** Whether the system user is suspended; a change that is approved does not resume it. */
  readonly isSuspended: boolean;
  /** When and by whom the system user was withdrawn, or when the vendor took the request back. */
  readonly endedAt: Date | undefined;
  readonly endedBy: string | undefined;
};

/** A request as its page shows it: to a stranger sealed, to everybody else open. */
export type RequestLetter = SealedLetter | OpenLetter;
