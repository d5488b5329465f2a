import type { Db } from '#db/open.ts';
import { machineNow } from '../../context/clock.ts';
import { tell } from '../../kernel/happenings.ts';
import { inTrace, newTrace } from '../../kernel/trace.ts';
import { toEnvelope } from '../envelope.ts';
import { openSecret } from '../secret.ts';
import { ATTEMPTS_MAX, LEASE_MS, type Outcome, pauseAfter, restAfter } from './model.ts';
import { postEvent, type Wire } from './post-event.ts';
import { signedHeaders } from './signed-headers.ts';
import {
  claimDelivery,
  clearFailures,
  countFailure,
  type DueDelivery,
  insertAttempt,
  letRest,
  selectDue,
  selectDueEndpoints,
  settleDelivery,
} from './store.ts';

/** The most deliveries to one address in a row, so that a process that stops need not wait long. */
const RUN_MAX = 50;

/** A worker over all addresses: `round` begins what is due and does not wait for it, `idle` waits for what is under way. */
export type Deliverer = { readonly round: () => Promise<void>; readonly idle: () => Promise<void> };

/**
 * Delivers what is due, each address by itself: one that does not answer holds up no other. Several processes may do so
 * at once: whoever claims a delivery first sends it. One that dies in between leaves it to be claimed again when the
 * lease ends, so that an event may in that one case arrive twice, with the same id, but is never lost.
 * @param report learns of a run that broke off, as when the database is away
 */
export function createDeliverer(
  db: Db,
  options: { readonly wire: Wire; readonly clock: () => Date; readonly report: (error: unknown) => void },
): Deliverer {
  const busy = new Map<string, Promise<void>>();
  return {
    async round() {
      for (const id of await selectDueEndpoints(db, options.clock())) {
        if (busy.has(id)) continue;
        const run = deliverTo(db, id, options)
          .catch(options.report)
          .finally(() => busy.delete(id));
        busy.set(id, run);
      }
    },
    async idle() {
      await Promise.all(busy.values());
    },
  };
}

/** Sends one delivery after the other, until nothing is due or one fails. */
async function deliverTo(
  db: Db,
  endpointId: string,
  { wire, clock }: { readonly wire: Wire; readonly clock: () => Date },
): Promise<void> {
  for (let sent = 0; sent < RUN_MAX; sent++) {
    const at = clock();
    const due = await selectDue(db, endpointId, at);
    if (!due) return;
    if (!(await claimDelivery(db, due, { at, until: new Date(at.getTime() + LEASE_MS) }))) continue;
    const outcome = await attempt(due, wire);
    await note(db, due, { at, outcome });
    tell('delivery', { outcome: outcome.failure ?? 'delivered' });
    if (outcome.failure) return;
  }
}

/** A process died during the last attempt of all: nothing is left but to say so. */
const INTERRUPTED: Outcome = { durationMs: 0, statusCode: undefined, failure: 'interrupted' };

async function attempt(due: DueDelivery, wire: Wire): Promise<Outcome> {
  if (due.attempts >= ATTEMPTS_MAX) return INTERRUPTED;
  const body = toEnvelope(due.event);
  // Receivers compare it with their own clocks, which nobody here can move.
  const headers = signedHeaders({ id: due.event.id, body, at: machineNow() }, due.secretsSealed.map(openSecret));
  const trace = { ...newTrace(), ...(due.traceId && { traceId: due.traceId }) };
  return inTrace(trace, 'deliver an event', () => postEvent({ url: due.url, body, headers }, wire));
}

async function note(
  db: Db,
  due: DueDelivery,
  { at, outcome }: { readonly at: Date; readonly outcome: Outcome },
): Promise<void> {
  const attempts = due.attempts + 1;
  await db.transaction(async (tx) => {
    await insertAttempt(tx, due.number, at, outcome);
    if (!outcome.failure) {
      await settleDelivery(tx, { number: due.number, attempts }, { state: 'delivered', nextAttemptAt: at });
      return clearFailures(tx, due.endpointId);
    }
    const state = attempts >= ATTEMPTS_MAX ? 'failed' : 'waiting';
    const nextAttemptAt = new Date(at.getTime() + pauseAfter(attempts, Math.random()));
    await settleDelivery(tx, { number: due.number, attempts }, { state, nextAttemptAt });
    const rest = restAfter(await countFailure(tx, due.endpointId));
    if (rest > 0) await letRest(tx, due.endpointId, new Date(at.getTime() + rest));
  });
}
