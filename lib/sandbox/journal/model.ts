/** A machine call as the journal has it. */
export type JournalCall = {
  readonly at: Date;
  readonly method: string;
  /** Without its query, whose values may be anybody's. */
  readonly path: string;
  /** `undefined` when no answer was sent. */
  readonly status: number | undefined;
  /** The code of a refusal. */
  readonly code: string | undefined;
  /** What a refusal says. */
  readonly description: string | undefined;
  /** As the caller calls itself: in a token request nobody has proven it yet. */
  readonly clientId: string | undefined;
  readonly orgNo: string | undefined;
  readonly traceId: string;
  readonly durationMs: number;
  /** The scenario that was applied. */
  readonly scenario: string | undefined;
};

/** A call with its place in the journal. */
export type ListedCall = JournalCall & { readonly id: number };

/** How calls came out: answered, refused, failed on our side, or never answered. */
export const OUTCOMES = ['answered', 'refused', 'failed', 'lost'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a call came out, by its status. */
export function outcomeOf({ status }: Pick<JournalCall, 'status'>): Outcome {
  if (status === undefined) return 'lost';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'answered';
}

/** How many calls the journal keeps, and for how long at most. */
export const KEPT_CALLS = 1_000;
