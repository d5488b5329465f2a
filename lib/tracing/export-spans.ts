import type { TracingSettings } from '../config/tracing.ts';
import { tell } from '../kernel/happenings.ts';
import { withTrace } from '../kernel/trace.ts';
import { type Attributes, BATCH_MAX, QUEUE_MAX, type Span } from './model.ts';
import { toOtlp } from './otlp.ts';
import { type Outcome, postSpans } from './post-spans.ts';

/** How long a span waits for others to be sent with. */
const GATHER_MS = 1_000;
/** The pause after the first failure; each further one doubles it. */
const PAUSE_MS = 1_000;
const PAUSE_MAX_MS = 30_000;
/** After so many failures in a row the oldest spans are given up. */
const ATTEMPTS_MAX = 5;
/** How much longer the process lives for the last spans, at most. */
const STOP_MS = 1_000;

/** Takes spans on their way to the collector; none of it holds up who made them. */
export type Exporter = {
  readonly add: (span: Span) => void;
  /** Sends what is left, within a second. */
  readonly stop: () => Promise<void>;
};

/**
 * Sends spans in batches, one at a time. While the collector is away as many wait as the queue holds; the rest is dropped
 * and counted, and so is what the collector refuses.
 * @param report learns when spans cannot be delivered, and when they can again
 */
export function exportSpans(
  { endpoint, headers }: Pick<TracingSettings, 'endpoint' | 'headers'>,
  resource: Attributes,
  report: (trouble: string | undefined) => void,
): Exporter {
  const queue: Span[] = [];
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  let failures = 0;

  const sendBatch = async (): Promise<Outcome> => {
    const batch = queue.slice(0, BATCH_MAX);
    const outcome = await postSpans(
      { endpoint, headers, body: JSON.stringify(toOtlp(batch, resource)) },
      stopping.signal,
    );
    if (outcome.trouble !== undefined && failures === 0) report(outcome.trouble);
    if (outcome.trouble === undefined && failures > 0) report(undefined);
    failures = outcome.trouble === undefined ? 0 : failures + 1;
    if (outcome.mayRetry && failures % ATTEMPTS_MAX !== 0) return outcome;
    queue.splice(0, batch.length);
    const dropped = outcome.trouble === undefined ? Math.min(outcome.rejected, batch.length) : batch.length;
    count('dropped', dropped);
    count('exported', batch.length - dropped);
    return outcome;
  };

  /** @returns how long to pause before the next try, in milliseconds; `undefined` when nothing is left */
  const sendAll = async (): Promise<number | undefined> => {
    while (queue.length > 0) {
      const { trouble, retryAfterMs } = await sendBatch();
      if (trouble !== undefined) return retryAfterMs ?? Math.min(PAUSE_MS * 2 ** (failures - 1), PAUSE_MAX_MS);
    }
    return undefined;
  };

  const send = (): void => {
    timer = undefined;
    sending = sendAll().then((pauseMs) => {
      sending = undefined;
      if (pauseMs !== undefined) schedule(pauseMs);
    });
  };

  const schedule = (pauseMs: number): void => {
    clearTimeout(timer);
    if (stopping.signal.aborted) return;
    // A timer belongs to the trace in which it is set; sending spans is part of none.
    timer = withTrace(undefined, () => setTimeout(send, pauseMs).unref());
  };

  return {
    add: (span) => {
      if (queue.length >= QUEUE_MAX) return count('dropped', 1);
      queue.push(span);
      if (sending) return;
      if (timer === undefined) schedule(GATHER_MS);
      else if (queue.length === BATCH_MAX && failures === 0) schedule(0);
    },
    stop: async () => {
      clearTimeout(timer);
      const limit = setTimeout(() => stopping.abort(), STOP_MS);
      await sending;
      clearTimeout(timer);
      await sendAll();
      clearTimeout(limit);
      stopping.abort();
      count('dropped', queue.splice(0).length);
    },
  };
}

function count(outcome: 'exported' | 'dropped', spans: number): void {
  if (spans > 0) tell('spans', { outcome, count: spans });
}
