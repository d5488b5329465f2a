import { HOUR_MS } from '../../kernel/durations.ts';
import type { VendorEvent } from '../model.ts';

const SECOND_MS = 1000;
const FIRST_PAUSE_MS = 30 * SECOND_MS;
const PAUSE_FACTOR = 4;
/** Each pause is up to a fifth longer or shorter, so that what failed together does not come back together. */
const JITTER = 0.2;

/** Attempts per delivery: at once, then about 30 seconds, 2, 8, 32 minutes, 2, 8.5 and 34 hours after one another. */
export const ATTEMPTS_MAX = 8;
/** How long an address may take to answer. */
export const TIMEOUT_MS = 5 * SECOND_MS;
/** How long a delivery belongs to the process that began an attempt; several times what one takes. */
export const LEASE_MS = 30 * SECOND_MS;

/** Failures in a row after which an address rests, and how long it does at first and at most. */
const REST_AFTER = 3;
const FIRST_REST_MS = 60 * SECOND_MS;
const REST_MAX_MS = HOUR_MS / 4;

/** Why an attempt failed; `status` and `redirect` come with the status code. */
export type DeliveryFailure =
  | 'status'
  | 'redirect'
  | 'timeout'
  | 'unknown-name'
  | 'closed-network'
  | 'unreachable'
  | 'certificate'
  | 'interrupted';

/** What came of one attempt. */
export type Outcome = {
  readonly durationMs: number;
  readonly statusCode: number | undefined;
  /** `undefined` when it was delivered. */
  readonly failure: DeliveryFailure | undefined;
};

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** One line of the log: an attempt, as it was. */
type Attempt = Outcome & { readonly at: Date };

/** A delivery with its event and every attempt so far. */
export type LoggedDelivery = {
  readonly number: number;
  readonly state: DeliveryState;
  /** When it is tried next, while it waits. */
  readonly nextAttemptAt: Date | undefined;
  readonly event: VendorEvent;
  readonly attempts: readonly Attempt[];
};

/** How long to wait after so many attempts, in milliseconds. @param chance between 0 and 1 */
export function pauseAfter(attempts: number, chance: number): number {
  const pause = FIRST_PAUSE_MS * PAUSE_FACTOR ** (attempts - 1);
  return Math.round(pause * (1 - JITTER + 2 * JITTER * chance));
}

/** How long an address rests after so many failures in a row, in milliseconds; 0 while there are few. */
export function restAfter(failures: number): number {
  return failures < REST_AFTER ? 0 : Math.min(FIRST_REST_MS * 2 ** (failures - REST_AFTER), REST_MAX_MS);
}
