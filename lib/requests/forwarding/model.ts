import { DAY_MS } from '../../kernel/durations.ts';

/** That somebody who may not answer has sent a request on to those who may. */
export type Forward = {
  readonly requestId: string;
  readonly fromUuid: string;
  readonly fromName: string;
  /** `undefined` when it went to every access manager. */
  readonly toUuid: string | undefined;
  readonly toName: string | undefined;
  readonly forwardedAt: Date;
  readonly remindedAt: Date | undefined;
  /** Presses since the last notice. */
  readonly attempts: number;
};

/** How often a person may press again before the day is over; a press without effect is forgiven, a flood is not. */
export const ATTEMPTS_MAX = 5;

/** When the last notice about the forward went out. */
export function lastNoticeAt(forward: Forward): Date {
  return forward.remindedAt ?? forward.forwardedAt;
}

/** The forward that a reader is shown when there is room for one: the reader's own, or else the last. */
export function forwardFor(forwards: readonly Forward[], readerUuid: string): Forward | undefined {
  return forwards.find(({ fromUuid }) => fromUuid === readerUuid) ?? forwards.at(-1);
}

/** Whether a day has passed since the last notice, so that a reminder is in order. */
export function mayRemind(forwards: readonly Forward[], now: Date): boolean {
  return forwards.length > 0 && forwards.every((forward) => now.getTime() - lastNoticeAt(forward).getTime() >= DAY_MS);
}
