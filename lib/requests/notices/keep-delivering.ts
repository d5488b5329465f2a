import type { Db } from '#db/open.ts';
import { now } from '../../context/clock.ts';
import { keepDoing } from '../../context/keep-doing.ts';
import { deliverNotices } from './deliver-notices.ts';
import type { Mailer } from './mailer.ts';

const PAUSE_MS = 5_000;

/**
 * Delivers notices in rounds until it is stopped.
 * @param report learns of a round that broke off
 * @returns what stops it, after the message that is under way.
 */
export function keepDelivering(db: Db, mailer: Mailer, report: (error: unknown) => void): () => Promise<void> {
  const stop = keepDoing(() => deliverNotices(db, mailer, now), { pauseMs: PAUSE_MS, report });
  return async () => {
    await stop();
    mailer.close();
  };
}
