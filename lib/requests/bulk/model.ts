import type { Customer, Needs } from '../../systemusers/customers/model.ts';

/** Customers of one job at most. */
export const JOB_CUSTOMERS_MAX = 2000;

/** A customer as the vendor may ask it for what is missing. */
export type CustomerToAsk = {
  readonly customer: Customer;
  /** What the system needs, the customer has not given, and nobody has asked it for yet; empty for agents, which never change. */
  readonly toAsk: Needs;
  /** When the newest change that waits for the customer's answer was sent. */
  readonly askedAt: Date | undefined;
};

/** How many customers of a vendor miss something, and how many of those can be asked for it now. */
export type MissingCount = { readonly all: number; readonly canBeAsked: number };

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
