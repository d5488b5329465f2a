import type { Customer } from '../../systemusers/list-customers.ts';

/** Customers of one job at most. */
export const JOB_CUSTOMERS_MAX = 2000;

/** Resource ids and package URNs. */
export type Lacking = { readonly rights: readonly string[]; readonly packages: readonly string[] };

/** A customer as the vendor may ask it for what is missing. */
export type CustomerToAsk = {
  readonly customer: Customer;
  /** What the system needs, the customer has not given, and nobody has asked it for yet; empty for agents, which never change. */
  readonly toAsk: Lacking;
  /** When the newest change that waits for the customer's answer was sent. */
  readonly askedAt: Date | undefined;
};

/** How far a job has come. */
export type ChangeJobProgress = {
  readonly id: string;
  readonly startedAt: Date;
  readonly total: number;
  readonly done: number;
  /** Customers that could not be asked, each with the code that says why. */
  readonly failed: readonly { readonly systemUserId: string; readonly name: string; readonly code: string }[];
  readonly isRunning: boolean;
};
