import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../kernel/happenings.ts';
import { newTrace, withTrace } from '../kernel/trace.ts';
import { aCollector } from '../testing/collector.ts';
import { exportSpans } from './export-spans.ts';
import { BATCH_MAX, QUEUE_MAX, type Span } from './model.ts';
import { traceOutgoingCalls } from './outgoing-calls.ts';

const AT = Date.parse('2026-03-01T12:00:00.123Z');
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function aSpan(): Span {
  return {
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId: '00f067aa0ba902b7',
    parentId: undefined,
    isParentRemote: false,
    name: 'POST /token',
    kind: 'server',
    startedAt: AT,
    endedAt: AT + 1.5,
    attributes: { 'http.route': '/token', 'http.response.status_code': 200 },
    isFailed: false,
  };
}

async function aCollectorThat(answer?: Parameters<typeof aCollector>[0]) {
  const collector = await aCollector(answer);
  closers.push(collector.close);
  return collector;
}

/** An exporter with what it counts and reports. */
function anExporter(endpoint: string, headers = {}) {
  const counted = { exported: 0, dropped: 0 };
  const troubles: (string | undefined)[] = [];
  closers.push(
    listen('spans', ({ outcome, count }) => {
      counted[outcome] += count;
    }),
  );
  const report = (trouble: string | undefined) => troubles.push(trouble);
  const exporter = exportSpans({ endpoint, headers }, { 'service.name': 'systembruker' }, report);
  closers.push(exporter.stop);
  const addMany = (count: number) => {
    for (let index = 0; index < count; index += 1) exporter.add(aSpan());
  };
  return { ...exporter, addMany, counted, troubles };
}

/** An address where nobody listens. */
async function nowhere(): Promise<string> {
  const collector = await aCollector();
  await collector.close();
  return collector.url;
}

describe('spans on their way to the collector', () => {
  it('are sent in OTLP’s JSON with the collector’s headers, at the latest when the process stops', async () => {
    const { url, received } = await aCollectorThat();
    const { add, stop, counted } = anExporter(`${url}/v1/traces`, { 'x-api-key': 'secret' });
    add(aSpan());
    await stop();
    expect(received).toMatchObject([
      { path: '/v1/traces', headers: { 'content-type': 'application/json', 'x-api-key': 'secret' } },
    ]);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      resourceSpans: [
        {
          resource: { attributes: [{ key: 'service.name', value: { stringValue: 'systembruker' } }] },
          scopeSpans: [
            {
              scope: { name: 'systembruker' },
              spans: [
                {
                  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
                  spanId: '00f067aa0ba902b7',
                  flags: 0x101,
                  name: 'POST /token',
                  kind: 2,
                  startTimeUnixNano: '1772366400123000000',
                  endTimeUnixNano: '1772366400124500000',
                  attributes: [
                    { key: 'http.route', value: { stringValue: '/token' } },
                    { key: 'http.response.status_code', value: { intValue: '200' } },
                  ],
                  status: {},
                },
              ],
            },
          ],
        },
      ],
    });
    expect(counted).toEqual({ exported: 1, dropped: 0 });
  });

  it('do not wait for others once they are many, and belong to no trace themselves', async () => {
    traceOutgoingCalls();
    const { url, received } = await aCollectorThat();
    const { addMany, counted } = anExporter(url);
    withTrace(newTrace(), () => addMany(BATCH_MAX));
    await expect.poll(() => counted).toEqual({ exported: BATCH_MAX, dropped: 0 });
    expect(received).toHaveLength(1);
    expect(received[0]?.headers.traceparent).toBeUndefined();
  });

  it('are sent again when the collector asks for that, and then no more', async () => {
    const answers = [{ status: 503, retryAfter: '0' }];
    const { url, received } = await aCollectorThat(() => answers.shift() ?? { status: 200 });
    const { addMany, counted, troubles } = anExporter(url);
    addMany(BATCH_MAX);
    await expect.poll(() => counted).toEqual({ exported: BATCH_MAX, dropped: 0 });
    expect(received).toHaveLength(2);
    expect(received[1]?.body).toBe(received[0]?.body);
    expect(troubles).toEqual(['HTTP 503', undefined]);
  });

  it('are given up after five failures', async () => {
    const { url, received } = await aCollectorThat(() => ({ status: 429, retryAfter: '0' }));
    const { addMany, counted, troubles } = anExporter(url);
    addMany(BATCH_MAX);
    await expect.poll(() => counted).toEqual({ exported: 0, dropped: BATCH_MAX });
    expect(received).toHaveLength(5);
    expect(troubles).toEqual(['HTTP 429']);
  });

  it.each([
    ['refuses the message', { status: 400 }, { exported: 0, dropped: 1 }, ['HTTP 400']],
    ['sends them elsewhere', { status: 307 }, { exported: 0, dropped: 1 }, ['HTTP 307']],
    [
      'does not want one',
      { status: 200, body: { partialSuccess: { rejectedSpans: '1' } } },
      { exported: 0, dropped: 1 },
      [],
    ],
    ['warns only', { status: 200, body: { partialSuccess: { errorMessage: 'x' } } }, { exported: 1, dropped: 0 }, []],
  ])('are counted as what became of them when the collector %s', async (_, answer, expected, expectedTroubles) => {
    const { url, received } = await aCollectorThat(() => answer);
    const { add, stop, counted, troubles } = anExporter(url);
    add(aSpan());
    await stop();
    expect([received.length, counted, troubles]).toEqual([1, expected, expectedTroubles]);
  });

  it('are dropped and counted when more wait than the queue holds, and all of them at the stop, when nobody listens', async () => {
    const { addMany, stop, counted, troubles } = anExporter(await nowhere());
    addMany(QUEUE_MAX + 10);
    expect(counted).toEqual({ exported: 0, dropped: 10 });
    await stop();
    expect(counted).toEqual({ exported: 0, dropped: QUEUE_MAX + 10 });
    expect(troubles).toEqual(['ECONNREFUSED']);
  });

  it('hold up the stop for a second at most when the collector is silent', async () => {
    const { url, received } = await aCollectorThat(() => undefined);
    const { addMany, stop, counted } = anExporter(url);
    addMany(BATCH_MAX + 1);
    await expect.poll(() => received.length).toBe(1);
    const began = performance.now();
    await stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(counted).toEqual({ exported: 0, dropped: BATCH_MAX + 1 });
  });
});
