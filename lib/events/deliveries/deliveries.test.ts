import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import { DAY_MS, HOUR_MS } from '../../kernel/durations.ts';
import { newTrace, withTrace } from '../../kernel/trace.ts';
import { anOrganisationActor, as, TEST_NOW } from '../../testing/context.ts';
import { ENGINES, newTestDatabaseUrl, openTestDatabase } from '../../testing/test-database.ts';
import { anEndpoint, aReceiver, aWire, deliver } from '../../testing/webhooks.ts';
import { traceOutgoingCalls } from '../../tracing/outgoing-calls.ts';
import { removeEndpoint } from '../endpoints/remove-endpoint.ts';
import { rotateSecret } from '../endpoints/rotate-secret.ts';
import { sendTestEvent } from '../endpoints/send-test-event.ts';
import { pauseEndpoint } from '../endpoints/update-endpoint.ts';
import { recordEvent } from '../record-event.ts';
import { forgetDeliveries } from './forget-deliveries.ts';
import { ATTEMPTS_MAX, LEASE_MS } from './model.ts';
import { listDeliveries } from './read-deliveries.ts';
import { redeliver } from './redeliver.ts';
import { claimDelivery, selectDue } from './store.ts';

const VENDOR = anOrganisationActor();
const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function receiver(answer?: Parameters<typeof aReceiver>[0]) {
  const made = await aReceiver(answer);
  opened.push(made.close);
  return made;
}

const NAMES = ['approved', 'rejected', 'withdrawn', 'expired'] as const;

/** Something that happens to a request of the vendor. */
async function happens(db: Db, requestId: string, did: (typeof NAMES)[number] = 'approved'): Promise<void> {
  await db.transaction((tx) =>
    recordEvent(tx, {
      type: `no.systembruker.request.${did}`,
      vendorOrgNo: VENDOR.orgNo,
      systemId: '313300307_a',
      subject: requestId,
      occurrence: `request.${did}|${requestId}`,
      data: { requestId },
      at: TEST_NOW,
    }),
  );
}

const later = (ms: number) => new Date(TEST_NOW.getTime() + ms);
const log = (db: Db, endpointId: string) => listDeliveries(as({ db, now: TEST_NOW }, VENDOR), { endpointId });
const idsOf = (received: readonly { readonly body: string }[]) =>
  received.map(({ body }) => (JSON.parse(body) as { id: string }).id);

describe.each(ENGINES)('delivery of events on %s', (engine) => {
  it('forgets a delivery ninety days after it ended, never one that waits, and keeps what happened', async () => {
    const { db } = await openTestDatabase(engine);
    const { url } = await receiver();
    const { endpoint } = await anEndpoint(db, VENDOR, { url });
    await happens(db, 'done');
    await deliver(db, TEST_NOW);
    await happens(db, 'waiting');
    await forgetDeliveries(db, later(90 * DAY_MS));
    expect(await log(db, endpoint.id)).toHaveLength(2);
    await forgetDeliveries(db, later(90 * DAY_MS + 1));
    expect(await log(db, endpoint.id)).toMatchObject([{ state: 'waiting' }]);
    expect(await db.$count(db.tables.webhookAttempts)).toBe(0);
    expect(await db.$count(db.tables.vendorEvents)).toBe(2);
  });

  it('forgets after ninety days what was queued for an address while it was removed', async () => {
    const { db } = await openTestDatabase(engine);
    const { webhookDeliveries } = db.tables;
    for (let round = 0; round < 5; round += 1) {
      const { endpoint } = await anEndpoint(db, VENDOR, { url: 'https://hooks.example/in' });
      const remove = () => removeEndpoint(as({ db, now: TEST_NOW }, VENDOR), { endpointId: endpoint.id });
      await Promise.all([happens(db, `${round}-a`), remove(), happens(db, `${round}-b`), happens(db, `${round}-c`)]);
    }
    await forgetDeliveries(db, later(90 * DAY_MS + 1));
    expect(await db.$count(webhookDeliveries)).toBe(0);
  });

  it('posts an event once, in an envelope and with a signature that the standard’s own verifier accepts', async () => {
    const { db } = await openTestDatabase(engine);
    const { url, received } = await receiver();
    const { secret, endpoint } = await anEndpoint(db, VENDOR, { url });
    await happens(db, 'one');
    await deliver(db, new Date());
    await deliver(db, new Date());
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(headers['content-type']).toMatch(/^application\/cloudevents\+json/);
    const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(verified).toEqual({
      specversion: '1.0',
      id: headers['webhook-id'],
      source: expect.stringMatching(/^http/),
      type: 'no.systembruker.request.approved',
      subject: 'one',
      time: TEST_NOW.toISOString(),
      datacontenttype: 'application/json',
      data: { requestId: 'one' },
    });
    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
    const [delivery] = await log(db, endpoint.id);
    expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ statusCode: 204, failure: undefined }] });
  });

  it('signs with the old secret and the new for a day, and then with the new alone', async () => {
    const { db } = await openTestDatabase(engine);
    const { url, received } = await receiver();
    const { secret: old, endpoint } = await anEndpoint(db, VENDOR, { url });
    const now = new Date();
    const { secret: fresh } = await rotateSecret(as({ db, now }, VENDOR), { endpointId: endpoint.id });
    const accepts = (secret: string, index: number) => {
      const { headers, body } = received[index] ?? { headers: {}, body: '' };
      const { 'webhook-id': id, 'webhook-signature': signature } = headers as Record<string, string>;
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      return signature?.split(' ').includes(new Webhook(secret).sign(id ?? '', at, body));
    };
    await happens(db, 'one');
    await deliver(db, now);
    await happens(db, 'two');
    await deliver(db, new Date(now.getTime() + DAY_MS));
    expect([accepts(old, 0), accepts(fresh, 0), accepts(old, 1), accepts(fresh, 1)]).toEqual([true, true, false, true]);
  });

  it('goes on with the trace in which the event happened', async () => {
    traceOutgoingCalls();
    const { db } = await openTestDatabase(engine);
    const { url, received } = await receiver();
    await anEndpoint(db, VENDOR, { url });
    const trace = newTrace();
    await withTrace(trace, () => happens(db, 'one'));
    await deliver(db);
    expect(received[0]?.headers.traceparent).toMatch(new RegExp(`^00-${trace.traceId}-[0-9a-f]{16}-00$`));
  });

  it('F24 keeps what a dead port could not take, and brings it in order with the same id once it is up', async () => {
    const { db } = await openTestDatabase(engine);
    let isUp = false;
    const { url, received } = await receiver(() => ({ status: isUp ? 200 : 503 }));
    const dead = await aReceiver();
    await dead.close();
    const { endpoint } = await anEndpoint(db, VENDOR, { url });
    const { endpoint: gone } = await anEndpoint(db, VENDOR, { url: dead.url });
    for (const did of NAMES) await happens(db, 'one', did);
    await deliver(db);
    expect((await log(db, gone.id)).at(-1)?.attempts).toMatchObject([{ failure: 'unreachable' }]);
    expect(idsOf(received)).toHaveLength(1);
    const expected = (await log(db, endpoint.id)).map(({ event }) => event.id).reverse();
    isUp = true;
    await deliver(db, later(HOUR_MS));
    expect(idsOf(received)).toEqual([expected[0], ...expected]);
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(idsOf(received));
  });

  it('F24 lets nothing overtake an event of the same request, and other requests pass', async () => {
    const { db } = await openTestDatabase(engine);
    const answers = [{ status: 500 }];
    const { url, received } = await receiver(() => answers.shift() ?? { status: 200 });
    const { endpoint } = await anEndpoint(db, VENDOR, { url });
    await happens(db, 'one', 'approved');
    await deliver(db);
    await happens(db, 'one', 'withdrawn');
    await happens(db, 'two', 'approved');
    await deliver(db, later(1000));
    const [two, withdrawn, approved] = (await log(db, endpoint.id)).map(({ event }) => event.id);
    expect(idsOf(received)).toEqual([approved, two]);
    await deliver(db, later(HOUR_MS));
    expect(idsOf(received)).toEqual([approved, two, approved, withdrawn]);
  });

  it('F24 sends anew what a process that was killed had claimed, when the lease ends and not before', async () => {
    const { db } = await openTestDatabase(engine);
    const { url, received } = await receiver();
    const { endpoint } = await anEndpoint(db, VENDOR, { url });
    await happens(db, 'one');
    const due = await selectDue(db, endpoint.id, TEST_NOW);
    if (!due) throw new Error('Nothing is due.');
    const lease = { at: TEST_NOW, until: later(LEASE_MS) };
    expect([await claimDelivery(db, due, lease), await claimDelivery(db, due, lease)]).toEqual([true, false]);
    await deliver(db, later(LEASE_MS - 1));
    expect(received).toEqual([]);
    await deliver(db, later(LEASE_MS));
    expect(received).toHaveLength(1);
  });

  it('F24 gives every event to one of two processes', { timeout: 30_000 }, async () => {
    const databaseUrl = await newTestDatabaseUrl(engine);
    const database = openDatabase(databaseUrl);
    opened.push(() => database.close());
    const { url, received } = await receiver();
    const { endpoint } = await anEndpoint(database.db, VENDOR, { url });
    for (let request = 0; request < 10; request++) await happens(database.db, `request ${request}`);
    const file = new URL('../../testing/delivery-process.ts', import.meta.url);
    const processes: ChildProcess[] = [1, 2].map(() =>
      fork(file, { env: { ...process.env, DATABASE_URL: databaseUrl }, execArgv: [] }),
    );
    opened.push(() => processes.map((child) => child.kill('SIGKILL')));
    await Promise.all(processes.map((child) => once(child, 'message')));
    await Promise.all(
      processes.map((child) => {
        child.send('round');
        return once(child, 'message');
      }),
    );
    expect(new Set(idsOf(received)).size).toBe(10);
    expect(received).toHaveLength(10);
    expect((await log(database.db, endpoint.id)).every(({ state }) => state === 'delivered')).toBe(true);
  });

  it('D13 tries eight times, longer and longer apart, and then no more', async () => {
    const { db } = await openTestDatabase(engine);
    const { url, received } = await receiver(() => ({ status: 500 }));
    const { endpoint } = await anEndpoint(db, VENDOR, { url });
    await happens(db, 'one');
    const pauses: number[] = [];
    let at = TEST_NOW;
    for (let round = 0; round < ATTEMPTS_MAX; round++) {
      await deliver(db, at);
      const [delivery] = await log(db, endpoint.id);
      const next = delivery?.nextAttemptAt ?? later(400 * DAY_MS);
      pauses.push(next.getTime() - at.getTime());
      await deliver(db, new Date(Math.max(at.getTime(), next.getTime() - 1)));
      at = next;
    }
    await deliver(db, at);
    expect(received).toHaveLength(8);
    expect(new Set(idsOf(received)).size).toBe(1);
    const [delivery] = await log(db, endpoint.id);
    expect(delivery).toMatchObject({ state: 'failed', nextAttemptAt: undefined });
    expect(delivery?.attempts.map(({ statusCode, failure }) => [statusCode, failure])).toEqual(
      Array.from({ length: 8 }, () => [500, 'status']),
    );
    for (const [index, seconds] of [30, 120, 480, 1920, 7680, 30_720, 122_880].entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(seconds * 800);
      expect(pauses[index]).toBeLessThanOrEqual(seconds * 1200);
    }
  });

  it('D13 lets an address rest after three failures in a row, whatever waits for it', async () => {
    const { db } = await openTestDatabase(engine);
    const { url, received } = await receiver(() => ({ status: 500 }));
    await anEndpoint(db, VENDOR, { url });
    for (let request = 0; request < 10; request++) await happens(db, `request ${request}`);
    for (let round = 0; round < 10; round++) await deliver(db);
    expect(received).toHaveLength(3);
    await deliver(db, later(60_000));
    await deliver(db, later(60_000));
    expect(received).toHaveLength(4);
  });

  it('D13 holds up nobody for an address that never answers', async () => {
    const { db } = await openTestDatabase(engine);
    const silent = await receiver(() => undefined);
    const lively = await receiver();
    const { endpoint } = await anEndpoint(db, VENDOR, { url: silent.url });
    await anEndpoint(db, VENDOR, { url: lively.url });
    await happens(db, 'one');
    const delivering = deliver(db, TEST_NOW, aWire({ timeoutMs: 1000 }));
    await expect.poll(() => lively.received.length).toBe(1);
    expect((await log(db, endpoint.id))[0]).toMatchObject({ state: 'waiting', attempts: [] });
    await delivering;
    expect((await log(db, endpoint.id))[0]?.attempts).toMatchObject([{ statusCode: undefined, failure: 'timeout' }]);
  });

  it('D13 follows no redirect, inwards or elsewhere', async () => {
    const { db } = await openTestDatabase(engine);
    const inner = await receiver();
    const { url } = await receiver(() => ({ status: 302, location: inner.url }));
    const { endpoint } = await anEndpoint(db, VENDOR, { url });
    await happens(db, 'one');
    await deliver(db);
    expect(inner.received).toEqual([]);
    expect((await log(db, endpoint.id))[0]?.attempts).toMatchObject([{ statusCode: 302, failure: 'redirect' }]);
  });

  it('D13 connects to the addresses that it has looked at, and to none when one of them is closed', async () => {
    const { db } = await openTestDatabase(engine);
    const { url, received } = await receiver();
    const { port } = new URL(url);
    const { endpoint } = await anEndpoint(db, VENDOR, { url: `http://hooks.example:${port}/` });
    const answers = ['192.0.32.7,10.0.0.1', '169.254.169.254', '127.0.0.1', '127.0.0.1'];
    let asked = 0;
    const lookup: LookupFunction = (_name, _options, callback) =>
      callback(
        null,
        (answers[asked++] ?? '').split(',').map((address) => ({ address, family: 4 })),
      );
    const closed = aWire({ lookup, reach: { http: true, loopback: false } });
    await happens(db, 'one');
    await deliver(db, TEST_NOW, closed);
    await deliver(db, later(HOUR_MS), closed);
    await deliver(db, later(5 * HOUR_MS), closed);
    expect(received).toEqual([]);
    expect((await log(db, endpoint.id))[0]?.attempts.map(({ failure }) => failure)).toEqual([
      'closed-network',
      'closed-network',
      'closed-network',
    ]);
    await deliver(db, later(20 * HOUR_MS), aWire({ lookup }));
    expect([received.length, asked]).toEqual([1, 4]);
  });

  it('keeps events for an address that pauses, and sends them when it goes on', async () => {
    const { db } = await openTestDatabase(engine);
    const { url, received } = await receiver();
    const { endpoint } = await anEndpoint(db, VENDOR, { url });
    const context = as({ db, now: TEST_NOW }, VENDOR);
    await pauseEndpoint(context, { endpointId: endpoint.id, active: false });
    await happens(db, 'one');
    await deliver(db);
    expect(received).toEqual([]);
    await pauseEndpoint(context, { endpointId: endpoint.id, active: true });
    await deliver(db);
    expect(received).toHaveLength(1);
  });

  it('sends a delivery again on demand, with the same id, even to an address that rests', async () => {
    const { db } = await openTestDatabase(engine);
    const answers = Array.from({ length: 3 }, () => ({ status: 500 }));
    const { url, received } = await receiver(() => answers.shift() ?? { status: 200 });
    const { endpoint } = await anEndpoint(db, VENDOR, { url });
    const context = as({ db, now: TEST_NOW }, VENDOR);
    for (const request of ['one', 'two', 'three']) await happens(db, request);
    for (let round = 0; round < 3; round++) await deliver(db);
    const [delivery] = await log(db, endpoint.id);
    await redeliver(context, { endpointId: endpoint.id, number: String(delivery?.number) });
    await deliver(db);
    expect(idsOf(received).at(-1)).toBe(delivery?.event.id);
    await redeliver(context, { endpointId: endpoint.id, number: String(delivery?.number) });
    await deliver(db);
    expect(idsOf(received).slice(-2)).toEqual([delivery?.event.id, delivery?.event.id]);
    await expect(redeliver(context, { endpointId: endpoint.id, number: '999' })).rejects.toMatchObject({
      code: 'delivery_not_found',
    });
  });

  it('sends a test event to that address alone, whatever it listens to', async () => {
    const { db } = await openTestDatabase(engine);
    const { url, received } = await receiver();
    const other = await receiver();
    const { endpoint } = await anEndpoint(db, VENDOR, { url, eventTypes: ['no.systembruker.clientkey.expiring'] });
    await anEndpoint(db, VENDOR, { url: other.url });
    await sendTestEvent(as({ db, now: TEST_NOW }, VENDOR), { endpointId: endpoint.id });
    await happens(db, 'one');
    await deliver(db);
    expect(received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['no.systembruker.test']);
    expect(other.received).toHaveLength(1);
  });
});
