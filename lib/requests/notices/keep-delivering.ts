import type { Db } from '#db/open.ts';
import { now } from '../../context/clock.ts';
import { deliverNotices } from './deliver-notices.ts';
import type { Mailer } from './mailer.ts';

const PAUSE_MS = 5_000;

/**
 * Delivers notices in rounds until it is stopped.
 * @param report learns of a round that broke off, as when the database is away; the next round tries again
 * @returns what stops it, after the message that is under way.
 */
export function keepDelivering(db: Db, mailer: Mailer, report: (error: unknown) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  const start = () => {
    round = deliverNotices(db, mailer, now)
      .then(() => undefined, report)
      .finally(() => {
        if (!stopped) timer = setTimeout(start, PAUSE_MS).unref();
      });
  };
  start();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
    mailer.close();
  };
}
