import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { replaceDatabase } from '../context/database.ts';
import { problemResponse } from '../http/problem-response.ts';
import { empty } from '../http/responses.ts';
import { apiSection, endpoint } from '../http/section.ts';
import { isHeard, tell } from '../kernel/happenings.ts';
import { serveTestDatabase } from '../testing/test-database.ts';
import { type Metrics, startMetrics } from './metrics.ts';
import { createOperationsListener } from './operations-listener.ts';
import { readDepths } from './read-depths.ts';

let metrics: Metrics | undefined;

function start(readings: () => Promise<Readonly<Record<string, number>>> = async () => ({})): Metrics {
  metrics = startMetrics(readings);
  return metrics;
}

afterEach(() => {
  metrics?.stop();
  replaceDatabase(undefined);
});

const section = apiSection({
  base: '/measured',
  title: 'Measured',
  onError: problemResponse,
  endpoints: [endpoint('GET', 'thing/{id}', { summary: 'x', answer: 'nothing' }, () => empty(202))],
});
const call = (path: string) => section.handlers.GET(new Request(`http://localhost:3000${path}`));

describe('the numbers for those who run the product', () => {
  it('E1 tell of a call by its template, status and time, and never hold what was called', async () => {
    const { text } = start();
    await call('/measured/thing/21887640030');
    await call('/measured/21887640030');
    const written = await text();
    const counted = (route: string, status: number) =>
      `http_request_duration_seconds_count{method="GET",route="${route}",status="${status}"} 1`;
    expect(written).toContain(counted('/measured/thing/{id}', 202));
    expect(written).toContain(counted('/measured/*', 404));
    expect(written).not.toContain('21887640030');
  });

  it('count grants, decisions, events and notices by what came of them', async () => {
    const { text } = start();
    for (const outcome of ['issued', 'issued', 'MP-200']) tell('token', { outcome });
    tell('decision', { outcome: 'Permit' });
    tell('delivery', { outcome: 'timeout' });
    tell('notice', { outcome: 'failed' });
    tell('databaseAway', {});
    tell('brokenRound', { work: 'audit not sealed' });
    tell('spans', { outcome: 'dropped', count: 512 });
    const written = await text();
    for (const line of [
      'systembruker_token_requests_total{outcome="issued"} 2',
      'systembruker_token_requests_total{outcome="MP-200"} 1',
      'systembruker_decisions_total{outcome="Permit"} 1',
      'systembruker_webhook_attempts_total{outcome="timeout"} 1',
      'systembruker_notices_total{outcome="failed"} 1',
      'systembruker_database_away_total 1',
      'systembruker_broken_rounds_total{work="audit not sealed"} 1',
      'systembruker_spans_total{outcome="dropped"} 512',
    ]) {
      expect(written).toContain(line);
    }
  });

  it('say how much waits, and leave that out while the database is away', async () => {
    const db = await serveTestDatabase();
    expect(await start(() => readDepths(db)).text()).toContain('systembruker_queue_depth{queue="webhooks"} 0');
    metrics?.stop();
    const { text } = start(() => Promise.reject(new Error('away')));
    expect(await text()).not.toContain('systembruker_queue_depth{');
  });

  it('cost nothing where nobody asked for them', () => {
    start().stop();
    expect(isHeard('request')).toBe(false);
  });

  it('are what the page for operators and the alert rules name', async () => {
    const names = (await start().text()).match(/(?<=# TYPE )\w+/g) ?? [];
    const used = (file: string) => [
      ...new Set(
        readFileSync(file, 'utf8').match(/\b(?:systembruker|http_request|nodejs|process)_[a-z0-9_]*[a-z0-9]\b/g),
      ),
    ];
    const known = new Set(names.flatMap((name) => [name, `${name}_bucket`, `${name}_count`]));
    for (const file of ['operations/README.md', 'operations/alerts.yaml']) {
      expect(used(file).filter((name) => !known.has(name))).toEqual([]);
    }
    const own = names.filter((name) => /^(?:systembruker|http)_/.test(name));
    expect(own.filter((name) => !used('operations/README.md').includes(name))).toEqual([]);
  });
});

describe('the operators’ listener', () => {
  it('serves numbers and health, and nothing else', async () => {
    await serveTestDatabase();
    const listener = createOperationsListener(start());
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const read = async (path: string, method = 'GET') => {
      const answer = await fetch(`http://127.0.0.1:${(listener.address() as AddressInfo).port}${path}`, { method });
      return [answer.status, answer.headers.get('content-type'), await answer.text()];
    };
    expect(await read('/metrics')).toEqual([
      200,
      expect.stringMatching(/^text\/plain; version=0\.0\.4/),
      expect.stringContaining('nodejs_eventloop_lag_p99_seconds'),
    ]);
    expect(await read('/health/live')).toEqual([200, 'application/json', '{"status":"ok"}']);
    expect(await read('/health/ready')).toEqual([200, 'application/json', '{"status":"ok"}']);
    expect((await read('/token'))[0]).toBe(404);
    expect((await read('/metrics', 'POST'))[0]).toBe(405);
    listener.close();
  });
});
