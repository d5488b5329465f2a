import { DAY_MS } from '#lib/kernel/durations.ts';

/** How long before its end a key is shown as expiring soon. */
export const EXPIRES_SOON_MS = 30 * DAY_MS;
