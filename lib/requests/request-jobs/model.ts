/** Organisations in one list at most. */
export const LINES_MAX = 1000;
/** Characters in one list at most; it travels twice with its form, which may hold a megabyte. */
export const LIST_MAX_CHARACTERS = 200_000;

/** What can be wrong with a line by itself, or beside the lines before it. */
export type LineFault = 'number' | 'reference' | 'title' | 'columns' | 'twice';

/** One organisation of a list. */
export type Line = {
  /** Where it stands in the text, from 1; blank lines count. */
  readonly lineNo: number;
  /** As it was written when it is none. */
  readonly orgNo: string;
  readonly externalRef: string | undefined;
  readonly integrationTitle: string | undefined;
  readonly fault: LineFault | undefined;
};

/**
 * Where a line stands. `known`: there was a request already, which is left as it is. `failed`: the line, the register, or
 * the one-request verb said no. `stopped`: somebody stopped the job before the line's turn.
 */
export type LineState = 'waiting' | 'done' | 'known' | 'failed' | 'stopped';

/** A line of a list that was held against the register and what has been asked before. */
export type CheckedLine = Line & {
  /** `undefined` for what is no known organisation. */
  readonly name: string | undefined;
  readonly state: Extract<LineState, 'waiting' | 'known' | 'failed'>;
  /** Why nothing is sent: a fault of the line, or a problem code; `undefined` while it waits. */
  readonly code: string | undefined;
  /** Of the request that is there. */
  readonly requestId: string | undefined;
};

/** A job of requests, and how far it has come. */
export type RequestJob = {
  readonly id: string;
  readonly systemId: string;
  readonly kind: 'standard' | 'agent';
  readonly startedAt: Date;
  readonly startedBy: string | undefined;
  readonly counts: Readonly<Record<LineState, number>>;
  readonly total: number;
};

/** A line of a job and what became of it. */
export type JobLine = {
  readonly lineNo: number;
  readonly orgNo: string;
  readonly name: string | undefined;
  /** Under which the organisation was to be asked; `undefined` for what is no known organisation, and had none. */
  readonly reference: string | undefined;
  readonly integrationTitle: string | undefined;
  readonly state: LineState;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
};
