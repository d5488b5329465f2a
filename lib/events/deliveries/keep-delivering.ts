import type { Db } from '#db/open.ts';
import { now } from '../../context/clock.ts';
import { keepDoing } from '../../context/keep-doing.ts';
import { reachOf } from '../address.ts';
import { createDeliverer } from './deliver-events.ts';
import { TIMEOUT_MS } from './model.ts';
import { systemLookup } from './post-event.ts';

const PAUSE_MS = 1000;

/**
 * Delivers events in rounds until it is stopped.
 * @param report learns of a round that broke off
 * @returns what stops it, after the deliveries that are under way.
 */
export function keepDeliveringEvents(db: Db, report: (error: unknown) => void): () => Promise<void> {
  const wire = { lookup: systemLookup, reach: reachOf(), timeoutMs: TIMEOUT_MS };
  const deliverer = createDeliverer(db, { wire, clock: now, report });
  const stop = keepDoing(deliverer.round, { pauseMs: PAUSE_MS, report });
  return async () => {
    await stop();
    await deliverer.idle();
  };
}
