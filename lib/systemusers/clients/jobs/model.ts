import type { Organisation } from '../../../parties/model.ts';

/** What is done with each client. */
export type ClientChange = 'add' | 'remove';

/** Clients of one job at most. */
export const JOB_CLIENTS_MAX = 2000;

/** How far a job has come. */
export type ClientJobProgress = {
  readonly id: string;
  readonly change: ClientChange;
  readonly startedAt: Date;
  readonly total: number;
  readonly done: number;
  /** Clients that were refused, each with the code that says why. */
  readonly failed: readonly { readonly client: Organisation | undefined; readonly code: string }[];
  readonly isRunning: boolean;
};
