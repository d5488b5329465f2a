import { once } from 'node:events';
import { createServer, request as requestHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answer, createLane } from '../http/lane.ts';
import { problemResponse } from '../http/problem-response.ts';
import { empty, json } from '../http/responses.ts';
import { apiSection, endpoint } from '../http/section.ts';
import { ProblemError } from '../kernel/errors.ts';
import { tell } from '../kernel/happenings.ts';
import { currentTrace, currentTraceId, inSpan, inTrace, newTrace } from '../kernel/trace.ts';
import { aCollector } from '../testing/collector.ts';
import { aFreePort } from '../testing/lane.ts';
import { traceOutgoingCalls } from './outgoing-calls.ts';
import { serveUnrecorded } from './serve-span.ts';
import { startTracing } from './start-tracing.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const SECRET = '14837912092';
const KIND = { internal: 1, server: 2, client: 3 };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Another service: it tells what it was told of the trace. */
async function aService() {
  const heard: (readonly [traceparent: string | undefined, tracestate: string | undefined])[] = [];
  const server = createServer(({ headers }, outgoing) => {
    heard.push([headers.traceparent?.toString(), headers.tracestate?.toString()]);
    outgoing.writeHead(418).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close().closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/of/${SECRET}?pid=${SECRET}`, heard };
}

/** A process of the product: its server, and the collector that it knows. */
async function aProcess({ sampler = 'parentbased_always_on', isOn = true } = {}) {
  traceOutgoingCalls();
  const service = await aService();
  const collector = await aCollector();
  closers.push(collector.close);
  const settings = { endpoint: collector.url, headers: {}, serviceName: 'test', ratio: 1 };
  const process = { name: '', origin: 'https://portal.example', buildFolder: '/nowhere' };
  const tracing = isOn
    ? startTracing({ ...settings, sampler: sampler as 'always_on' }, process, () => {})
    : { serve: serveUnrecorded, stop: async () => {} };
  closers.push(tracing.stop);
  const lane = createLane([aSection(service.url)]);
  const server = createServer((incoming, outgoing) => {
    const section = lane(incoming.url ?? '/');
    if (section) tracing.serve(incoming, outgoing, () => answer(section, incoming, outgoing, 'https://portal.example'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close().closeAllConnections());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/things`;
  const call = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const answered = await fetch(base + path, { headers });
    return { status: answered.status, text: await answered.text() };
  };
  /** Calls, and goes away as soon as the call has arrived. */
  const leave = async (path: string) => {
    const outgoing = requestHttp(base + path).on('error', () => {});
    const arriving = once(server, 'request');
    outgoing.end();
    const [, answered] = await arriving;
    outgoing.destroy();
    await once(answered, 'close');
  };
  const exported = async () => {
    await tracing.stop();
    return collector.spans();
  };
  return {
    call,
    leave,
    exported,
    heard: service.heard,
    bodies: () => collector.received.map(({ body }) => body).join(),
  };
}

function aSection(url: string) {
  return apiSection({
    base: '/things',
    title: 'Things',
    onError: problemResponse,
    endpoints: [
      endpoint('GET', '{id}', { summary: 'x' }, async () => {
        await inSpan('part', async () => fetch(url, { headers: { authorization: `Bearer ${SECRET}` } }));
        await new Promise((resolve) => requestHttp(url, { agent: false }, resolve).end());
        tell('decision', { outcome: 'Permit' });
        return json(currentTraceId());
      }),
      endpoint('GET', 'of/refused', { summary: 'x', responses: { 400: 'AUTH-00004' } }, () => {
        throw new ProblemError({ status: 400, code: 'AUTH-00004', title: SECRET });
      }),
      endpoint('GET', 'of/broken', { summary: 'x' }, () => {
        throw new TypeError(SECRET);
      }),
      endpoint('GET', 'of/waiting', { summary: 'x' }, () => new Promise(() => {})),
      endpoint('GET', 'of/unreachable', { summary: 'x' }, async () => {
        await fetch(`http://127.0.0.1:${await aFreePort()}/`).catch(() => {});
        return empty();
      }),
    ],
  });
}

describe('a recorded call', () => {
  it('is a span below its caller’s, with its parts and its own calls below it', async () => {
    const { call, exported, heard } = await aProcess();
    const tracestate = 'rojo=1';
    await call(`/${SECRET}`, { traceparent: `00-${TRACE}-${CALLER}-01`, tracestate });
    const spans = await exported();
    const [server, part, ...calls] = ['GET /things/{id}', 'part', 'GET', 'GET'].map((name, index) =>
      index < 2 ? spans.find((span) => span.name === name) : spans.filter((span) => span.name === name)[index - 2],
    );
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
    expect(spans).toHaveLength(4);
    expect(server).toMatchObject({
      kind: KIND.server,
      parentSpanId: CALLER,
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/things/{id}',
        'http.response.status_code': 200,
        'server.address': 'portal.example',
        'server.port': 443,
        'url.scheme': 'https',
        'systembruker.decision': 'Permit',
      },
      status: {},
    });
    expect(part).toMatchObject({ kind: KIND.internal, parentSpanId: server?.spanId });
    const parents = [part?.spanId, server?.spanId];
    expect(calls).toMatchObject(
      parents.map((parentSpanId) => ({
        kind: KIND.client,
        parentSpanId,
        attributes: {
          'http.request.method': 'GET',
          'http.response.status_code': 418,
          'error.type': '418',
          'server.address': '127.0.0.1',
          'url.scheme': 'http',
        },
        status: { code: 2 },
      })),
    );
    expect(heard).toEqual(calls.map((span) => [`00-${TRACE}-${span?.spanId}-01`, tracestate]));
    for (const { startTimeUnixNano, endTimeUnixNano } of spans) {
      expect(BigInt(startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(server?.startTimeUnixNano ?? 0));
      expect(BigInt(endTimeUnixNano)).toBeLessThanOrEqual(BigInt(server?.endTimeUnixNano ?? 0));
    }
  });

  it('E1 holds neither an address as it was called, nor a query, a token, or what an error says', async () => {
    const { call, exported, bodies } = await aProcess();
    const trace = { traceparent: `00-${TRACE}-${CALLER}-01`, tracestate: `a=${SECRET}` };
    const headers = { ...trace, authorization: `Bearer ${SECRET}`, cookie: SECRET, 'user-agent': SECRET };
    for (const path of [`/${SECRET}?pid=${SECRET}`, `/of/refused?${SECRET}`, '/of/broken', `/of/${SECRET}`]) {
      await call(path, headers);
    }
    expect((await exported()).length).toBeGreaterThan(3);
    expect(bodies()).not.toContain(SECRET);
  });

  it.each([
    [
      '/of/refused',
      'GET /things/of/refused',
      { 'http.response.status_code': 400, 'systembruker.error.code': 'AUTH-00004' },
      {},
    ],
    ['/of/broken', 'GET /things/of/broken', { 'http.response.status_code': 500, 'error.type': '500' }, { code: 2 }],
    ['/of/nothing', 'GET', { 'http.response.status_code': 404 }, {}],
  ])(
    'of %s says what came of it, and counts as failed when that was our fault',
    async (path, name, attributes, status) => {
      const { call, exported } = await aProcess();
      await call(path);
      const [span] = await exported();
      expect(span).toMatchObject({ name, attributes, status });
      expect(span?.attributes['http.route']).toBe(name === 'GET' ? undefined : name.slice(4));
    },
  );

  it('whose caller leaves before the answer has no status, and is nobody’s fault', async () => {
    const { leave, exported } = await aProcess();
    await leave('/of/waiting');
    expect(await exported()).toMatchObject([{ attributes: { 'error.type': 'closed' }, status: {} }]);
  });

  it('tells of a service that was not there', async () => {
    const { call, exported } = await aProcess();
    await call('/of/unreachable');
    const failed = (await exported()).find(({ kind }) => kind === KIND.client);
    expect(failed).toMatchObject({ attributes: { 'error.type': 'ECONNREFUSED' }, status: { code: 2 } });
  });
});

describe('a trace', () => {
  it.each([
    ['that its caller does not record is not recorded here', {}, `00-${TRACE}-${CALLER}-00`, '00', 0],
    [
      'that its caller does not record is recorded all the same when the settings say so',
      { sampler: 'always_on' },
      `00-${TRACE}-${CALLER}-00`,
      '01',
      4,
    ],
    ['goes through a process that records nothing as it came', { isOn: false }, `00-${TRACE}-${CALLER}-01`, '01', 0],
  ])('%s', async (_, options, traceparent, flags, count) => {
    const { call, exported, heard } = await aProcess(options);
    expect(JSON.parse((await call('/a', { traceparent })).text)).toBe(TRACE);
    expect(await exported()).toHaveLength(count);
    for (const [header] of heard) {
      expect(header?.split('-')).toEqual([
        '00',
        TRACE,
        count === 0 ? CALLER : expect.not.stringContaining(CALLER),
        flags,
      ]);
    }
  });

  it.each([true, false])('begins anew when its caller names none that can be read, recorded: %s', async (isOn) => {
    const { call, exported, heard } = await aProcess({ isOn });
    const traceId = JSON.parse((await call('/a', { traceparent: `ff-${TRACE}-${CALLER}-01`, tracestate: 'a=1' })).text);
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(traceId).not.toBe(TRACE);
    const pattern = new RegExp(`^00-${traceId}-[0-9a-f]{16}-0${isOn ? 1 : 0}$`);
    expect(heard).toEqual([1, 2].map(() => [expect.stringMatching(pattern), undefined]));
    const spans = await exported();
    expect(spans).toHaveLength(isOn ? 4 : 0);
    expect(spans.every((span) => span.traceId === traceId)).toBe(true);
    expect(spans.filter(({ parentSpanId }) => parentSpanId === undefined)).toHaveLength(isOn ? 1 : 0);
  });

  it('of work that nobody waits for has a span of that work', async () => {
    const { exported } = await aProcess();
    const failing = inTrace({ ...newTrace(), traceId: TRACE }, 'job', async () => {
      expect(currentTrace()?.traceId).toBe(TRACE);
      throw new RangeError(SECRET);
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await exported()).toMatchObject([
      {
        traceId: TRACE,
        name: 'job',
        kind: KIND.internal,
        attributes: { 'error.type': 'RangeError' },
        status: { code: 2 },
      },
    ]);
  });
});
