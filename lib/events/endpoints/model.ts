import { HOUR_MS } from '../../kernel/durations.ts';
import type { EventType } from '../model.ts';

/** How many addresses a vendor may have. */
export const ENDPOINTS_MAX = 10;
/** How long the secret before still signs along after a new one was made. */
export const SECRET_OVERLAP_MS = 24 * HOUR_MS;

/** Where a vendor hears of events, and of which. */
export type EndpointChoices = {
  readonly url: string;
  /** Empty for all, those of the future too. */
  readonly eventTypes: readonly EventType[];
  /** Empty for all; an event about no system then comes, too. */
  readonly systemIds: readonly string[];
};

/** An address of a vendor; its secrets stay in the store. */
export type Endpoint = EndpointChoices & {
  readonly id: string;
  readonly vendorOrgNo: string;
  /** `false` while it pauses: events wait for it. */
  readonly active: boolean;
  /** Failures in a row. */
  readonly failures: number;
  /** Set after several failures: nothing is tried before. */
  readonly restsUntil: Date | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};
