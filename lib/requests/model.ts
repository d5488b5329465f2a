import { DAY_MS } from '../kernel/durations.ts';
import type { Right } from '../register/model.ts';

/** What is asked for: a system user that acts for its owner, one that acts for the owner's clients, or a change of one. */
export type RequestKind = 'standard' | 'agent' | 'change';

/** What a request's row says. `Denied` is only read: nothing here sets it. */
export type RequestStatus = 'New' | 'Accepted' | 'Rejected' | 'Denied' | 'Timedout';

/** What every kind of request has: who asks whom, and what became of it. */
type Asked = {
  readonly id: string;
  readonly systemInternalId: string;
  readonly systemId: string;
  readonly vendorOrgNo: string;
  /** The customer, who answers. */
  readonly partyOrgNo: string;
  readonly partyUuid: string;
  readonly partyId: number;
  /** The vendor's own key for the customer; the customer's number unless said. */
  readonly externalRef: string;
  /** As the vendor wrote it; parsed and checked again before anybody is sent there. */
  readonly redirectUrl: string | undefined;
  readonly status: RequestStatus;
  /** Somebody has sent it on to those who may answer. */
  readonly escalated: boolean;
  readonly rejectReason: string | undefined;
  readonly decidedByUuid: string | undefined;
  readonly decidedByName: string | undefined;
  readonly decidedAt: Date | undefined;
  /** Came with the answer, so that the same press sent twice is known again. */
  readonly idempotencyKey: string | undefined;
  readonly firstOpenedAt: Date | undefined;
  /** Withdrawn by the vendor, or ended with its system user. */
  readonly isDeleted: boolean;
  readonly deletedAt: Date | undefined;
  readonly sequenceNo: number;
  readonly createdAt: Date;
};

/** A vendor's wish for a new system user; an agent's has packages only. */
export type SystemUserRequest = Asked & {
  readonly kind: 'standard' | 'agent';
  readonly integrationTitle: string;
  readonly rights: readonly Right[];
  /** Package URNs. */
  readonly accessPackages: readonly string[];
};

/** A vendor's wish to add to and take from what a system user has; its id is the correlation id that the vendor chose. */
export type ChangeRequest = Asked & {
  readonly kind: 'change';
  readonly systemUserId: string;
  readonly requiredRights: readonly Right[];
  readonly unwantedRights: readonly Right[];
  readonly requiredAccessPackages: readonly string[];
  readonly unwantedAccessPackages: readonly string[];
};

export type AnyRequest = SystemUserRequest | ChangeRequest;

/** The request type of a kind. */
export type RequestOf<Kind extends RequestKind> = (Kind extends 'change' ? ChangeRequest : SystemUserRequest) & {
  readonly kind: Kind;
};

/** Whether the request is of the kind, for the compiler as well. */
export function isOfKind<Kind extends RequestKind>(request: AnyRequest, kind: Kind): request is RequestOf<Kind> {
  return request.kind === kind;
}

/** A request's place in its life: a status, or before it was made, or after its row was put away. */
export type RequestState = RequestStatus | 'None' | 'Deleted';

/**
 * What can happen to a request. `withdraw`: the vendor deletes it. `end`: its system user is withdrawn.
 * `expire`: the vendor asks again after the deadline, so the old row gives up its place.
 */
export type RequestEvent = 'create' | 'approve' | 'reject' | 'withdraw' | 'end' | 'expire';

/** The one state machine; what is not listed cannot happen. */
const MACHINE: Readonly<Record<RequestState, Readonly<Partial<Record<RequestEvent, RequestState>>>>> = {
  None: { create: 'New' },
  New: { approve: 'Accepted', reject: 'Rejected', withdraw: 'Deleted', expire: 'Timedout' },
  Accepted: { withdraw: 'Deleted', end: 'Deleted' },
  Rejected: { withdraw: 'Deleted' },
  Denied: { withdraw: 'Deleted' },
  Timedout: { withdraw: 'Deleted' },
  Deleted: {},
};

/** Where an event leads from a state, or `undefined` when it cannot happen there. */
export function nextState(state: RequestState, event: RequestEvent): RequestState | undefined {
  return MACHINE[state][event];
}

/** The state of a stored request. */
export function stateOf(request: Pick<AnyRequest, 'status' | 'isDeleted'>): RequestState {
  return request.isDeleted ? 'Deleted' : request.status;
}

/** When the request can no longer be answered; `expiryDays` is the setting `REQUEST_EXPIRY_DAYS`. */
export function deadlineOf(request: Pick<AnyRequest, 'createdAt'>, expiryDays: number): Date {
  return new Date(request.createdAt.getTime() + expiryDays * DAY_MS);
}

/** Whether the deadline has passed, whatever the status. */
export function isTimedOut(request: Pick<AnyRequest, 'createdAt'>, now: Date, expiryDays: number): boolean {
  return now.getTime() > deadlineOf(request, expiryDays).getTime();
}

/** Whether somebody can still say yes or no. */
export function isAnswerable(
  request: Pick<AnyRequest, 'status' | 'isDeleted' | 'createdAt'>,
  now: Date,
  expiryDays: number,
): boolean {
  return nextState(stateOf(request), 'approve') !== undefined && !isTimedOut(request, now, expiryDays);
}

/** What a person can say to a request. */
export type Decision = Extract<RequestEvent, 'approve' | 'reject'>;

/**
 * Whether this very answer was given before: the same decision, by the same person, under the same key. What became of
 * the request since plays no part. An answer without a key is always a new one.
 */
export function isAnswerGiven(
  request: Pick<AnyRequest, 'status' | 'decidedByUuid' | 'idempotencyKey'>,
  answer: { readonly decision: Decision; readonly byUuid: string; readonly idempotencyKey?: string | undefined },
): boolean {
  return (
    answer.idempotencyKey !== undefined &&
    answer.idempotencyKey === request.idempotencyKey &&
    answer.byUuid === request.decidedByUuid &&
    nextState('New', answer.decision) === request.status
  );
}

/** How many requests one page of a list has. */
export const PAGE_SIZE = 50;

/** How long the reason of a rejection may be, in characters. */
export const WORDS_MAX_CHARACTERS = 1000;
