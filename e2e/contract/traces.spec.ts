import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ORG, PERSON } from '#db/seed/story.ts';
import { aCollector } from '#lib/testing/collector.ts';
import { aSandbox, type House, openHouse, start, stop } from '../house.ts';
import { smartRegnskap } from '../pages/smart-regnskap.ts';
import { caller, generated, platform } from '../platform.ts';
import { sendRaw } from '../raw.ts';
import { machine } from '../vendor.ts';

const LOOK = '4bf92f3577b34da6a3ce929d0e0e4736';
const CLICK = '0af7651916cd43dd8448eb211c80319c';
const UNRECORDED = 'b7ad6b7169203331b7ad6b7169203331';
const BROWSER = '00f067aa0ba902b7';
const CLAIMS_PAGE = `/smartregnskap/kunder/${ORG.rorOgVann}/krav`;
const SERVER = 2;
const CLIENT = 3;

type Collector = Awaited<ReturnType<typeof aCollector>>;

const spansOf = (collector: Collector, traceId: string) => collector.spans().filter((span) => span.traceId === traceId);

/** The customer looks at its claims, as part of a trace. */
function look(house: House, flags: '00' | '01', traceId = LOOK) {
  const headers = { traceparent: `00-${traceId}-${BROWSER}-${flags}`, accept: 'text/html' };
  return sendRaw(house.smartRegnskap, CLAIMS_PAGE, { headers });
}

/** Pia says yes, as her own test might do for her. */
async function approve(house: House, requestId: string): Promise<void> {
  const at = await platform(house);
  const pia = caller(at, await generated(at, 'Personal', { pid: PERSON.pia }));
  const { partyId } = at.organisation(ORG.rorOgVann);
  const answer = await pia('POST', `/authentication/api/v1/systemuser/request/${partyId}/${requestId}/approve`);
  expect(answer.status).toBe(200);
}

test.describe('with a collector', () => {
  test.describe.configure({ mode: 'serial' });
  let collector: Collector;
  let opened: Awaited<ReturnType<typeof openHouse>>;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    collector = await aCollector();
    opened = await openHouse({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  });
  /** The requests that were served in a trace are these at least, each by its service. */
  const expectServed = (traceId: string, expected: readonly string[]) => {
    const served = () => spansOf(collector, traceId).filter(({ kind }) => kind === SERVER);
    const names = () => served().map(({ service, name }) => `${service} ${name}`);
    return expect.poll(names, { timeout: 15_000 }).toEqual(expect.arrayContaining([...expected]));
  };

  test.afterAll(async () => {
    await opened.close();
    await collector.close();
  });

  test('one press of Connect is one trace, through token, exchange and request; so is one look at the claims', async ({
    page,
  }) => {
    const app = smartRegnskap(page, opened.house);
    await app.open();
    await app.openCustomer('Rør og Vann AS');
    await page.setExtraHTTPHeaders({ traceparent: `00-${CLICK}-${BROWSER}-01` });
    await app.connect();
    await expectServed(CLICK, [
      'smartregnskap POST /smartregnskap/kunder/[orgNo]',
      'systembruker GET /authentication/api/v1/exchange/{tokenProvider}',
      'systembruker POST /authentication/api/v1/systemuser/request/vendor',
      'systembruker POST /token',
    ]);
    await approve(opened.house, /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '');

    expect((await look(opened.house, '01')).status).toBe(200);
    await expectServed(LOOK, [
      'kravogbetalinger GET /kravogbetalinger/v1/regnskapssystem/{orgno}/aapnekrav',
      'smartregnskap GET /smartregnskap/kunder/[orgNo]/krav',
      'systembruker GET /.well-known/oauth-authorization-server',
      'systembruker GET /jwk',
      'systembruker POST /authorization/api/v1/authorize',
      'systembruker POST /token',
    ]);
  });

  test('each span of a look has its parent, up to the browser', async () => {
    const spans = spansOf(collector, LOOK);
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const way = (span: (typeof spans)[number] | undefined): readonly string[] =>
      span ? [span.service, ...way(byId.get(span.parentSpanId ?? ''))] : [];
    const asked = spans.find(({ name }) => name === 'POST /authorization/api/v1/authorize');
    const [vendor, api] = ['smartregnskap', 'kravogbetalinger'];
    expect(way(asked)).toEqual(['systembruker', api, api, vendor, vendor]);
    expect(asked?.attributes).toMatchObject({ 'systembruker.decision': 'Permit', 'http.response.status_code': 200 });
    const first = spans.filter(({ parentSpanId }) => parentSpanId === BROWSER);
    expect(first.map(({ service }) => service)).toEqual([vendor]);
    for (const span of spans) {
      const parent = byId.get(span.parentSpanId ?? '');
      expect(parent !== undefined || span.parentSpanId === BROWSER, span.name).toBe(true);
      if (span.kind === SERVER && parent) expect(parent.kind).toBe(CLIENT);
    }
    const inToken = spans.filter(({ parentSpanId }) => byId.get(parentSpanId ?? '')?.name === 'POST /token');
    expect(new Set(inToken.map(({ name }) => name))).toEqual(
      new Set(['authenticate the client', 'use up the grant', 'sign']),
    );
  });

  test('a trace that the caller does not record is not recorded, and a refused grant has its code', async () => {
    expect((await look(opened.house, '00', UNRECORDED)).status).toBe(200);
    const refused = await (await machine(opened.house).grant('not-a-grant')).json();
    const traceId = /\(trace_id: (?<id>[0-9a-f]{32})\)$/.exec(refused.error_description)?.groups?.id ?? '';
    await expect.poll(() => spansOf(collector, traceId), { timeout: 15_000 }).toHaveLength(1);
    const [span] = spansOf(collector, traceId);
    expect(span).toMatchObject({ name: 'POST /token', attributes: { 'http.response.status_code': 400 } });
    expect(span?.attributes['systembruker.error.code']).toBe(refused.error_uri.split('/').at(-1));
    expect(spansOf(collector, UNRECORDED)).toEqual([]);
  });

  test('E1 nothing that is exported names anybody, or lets anybody in', async () => {
    const query = `pid=${'14837912092'}&scope=x`;
    expect((await sendRaw(opened.house.portal, `/api/GetPersonalToken?${query}`)).status).toBe(401);
    expect((await sendRaw(opened.house.portal, `/system-users?${query}`)).status).toBeLessThan(400);
    const names = () => collector.spans().map(({ name }) => name);
    await expect
      .poll(names, { timeout: 15_000 })
      .toEqual(expect.arrayContaining(['GET /api/GetPersonalToken', 'GET /system-users']));
    // Instants are the only numbers of so many digits.
    const written = collector.received
      .map(({ body }) => body.replaceAll(/"(?:start|end)TimeUnixNano":"[0-9]{19}"/g, ''))
      .join();
    expect(written).not.toMatch(/eyJ|BEGIN|__Host-|pid=|\?/);
    expect(written).not.toContain(ORG.rorOgVann);
    expect(written.replaceAll(/"[0-9a-f]{16}(?:[0-9a-f]{16})?"/g, '')).not.toMatch(/[0-9]{11}/);
  });
});

test.describe('a process', () => {
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'systembruker-traces-'));
  });
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('whose collector is away serves as ever, counts what it drops, and stops without waiting', async () => {
    const { house, settings } = await aSandbox(folder);
    const away = await aCollector();
    await away.close();
    const { house: other } = await aSandbox(folder);
    const operations = new URL(other.portal);
    const child = await start({
      ...settings,
      OPERATIONS_PORT: operations.port,
      OTEL_EXPORTER_OTLP_ENDPOINT: away.url,
    });
    const dropped = async () =>
      Number(
        /spans_total\{outcome="dropped"\} (?<count>\d+)/.exec((await sendRaw(operations.origin, '/metrics')).text)
          ?.groups?.count,
      );
    for (let call = 0; call < 4200; call += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => sendRaw(house.portal, '/jwk')));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    expect(await dropped()).toBeGreaterThan(100);
    const began = performance.now();
    expect(await stop(child)).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('without a collector sends nothing, and still says of which trace its calls are', async () => {
    const collector = await aCollector();
    const { house, settings } = await aSandbox(folder);
    const child = await start({ ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SDK_DISABLED: 'true' });
    expect((await look(house, '01')).status).toBe(200);
    const journal = await sendRaw(house.portal, `/_sandbox/journal?trace=${LOOK}`, {
      headers: { authorization: `Basic ${btoa('sandbox:sandbox')}` },
    });
    const called: readonly { readonly traceId: string; readonly path: string }[] = JSON.parse(journal.text).calls;
    expect(called.filter(({ traceId }) => traceId === LOOK).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/.well-known/oauth-authorization-server', '/token']),
    );
    expect(await stop(child)).toBe(0);
    expect(collector.received).toEqual([]);
    await collector.close();
  });
});
