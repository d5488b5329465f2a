import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { listen } from '../kernel/happenings.ts';

/** How much waits its turn, by queue. */
type Depths = Readonly<Record<string, number>>;

/** Numbers about this process since it started. */
export type Metrics = {
  readonly contentType: string;
  /** What stands there now, in Prometheus' text format. */
  readonly text: () => Promise<string>;
  readonly stop: () => void;
};

/** From a millisecond, which most machine calls take, to where callers have given up. */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Counts what happens in this process from now on, beside what Node tells of itself (memory, event loop, collector).
 * @param readDepths is asked at every reading; queues are missing from it while the database is away
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function startMetrics(readDepths: () => Promise<Depths>): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const counter = (name: string, help: string, ...labelNames: readonly string[]) =>
    new Counter({ name, help, labelNames, registers });

  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a call, by method, route template and status',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  const tokens = counter('systembruker_token_requests_total', 'Grants answered: issued, or refused by code', 'outcome');
  const decisions = counter('systembruker_decisions_total', 'Questions that the PDP answered', 'outcome');
  const deliveries = counter(
    'systembruker_webhook_attempts_total',
    'Events sent to vendors, by what came of it',
    'outcome',
  );
  const notices = counter('systembruker_notices_total', 'Notices by e-mail, sent or not', 'outcome');
  const away = counter(
    'systembruker_database_away_total',
    'Calls and rounds that found the database away, full or locked',
  );
  const rounds = counter('systembruker_broken_rounds_total', 'Rounds of background work that broke off', 'work');
  const spans = counter('systembruker_spans_total', 'Spans that were exported, or dropped', 'outcome');
  new Gauge({
    name: 'systembruker_queue_depth',
    help: 'What waits its turn, by queue; absent while the database is away',
    labelNames: ['queue'],
    registers,
    async collect() {
      this.reset();
      const depths = await readDepths().catch(() => ({}));
      for (const [queue, depth] of Object.entries(depths)) this.set({ queue }, depth);
    },
  });

  const ends = [
    listen('request', ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds)),
    listen('token', ({ outcome }) => tokens.inc({ outcome })),
    listen('decision', ({ outcome }) => decisions.inc({ outcome })),
    listen('delivery', ({ outcome }) => deliveries.inc({ outcome })),
    listen('notice', ({ outcome }) => notices.inc({ outcome })),
    listen('databaseAway', () => away.inc()),
    listen('brokenRound', ({ work }) => rounds.inc({ work })),
    listen('spans', ({ outcome, count }) => spans.inc({ outcome }, count)),
  ];
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    stop: () => {
      for (const end of ends) end();
      register.clear();
    },
  };
}
