import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aSentRequest, type Outside, REQUESTS, startOutside } from '../../testing/smartregnskap.ts';
import { receiveEvent } from './receive-event.ts';
import { connectionOf, updateConnection } from './state.ts';
import { isGenuine } from './verify-webhook.ts';

const compared = vi.hoisted(() => [] as (readonly [number, number])[]);
vi.mock('node:crypto', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:crypto')>();
  const timingSafeEqual: typeof original.timingSafeEqual = (one, other) => {
    compared.push([one.byteLength, other.byteLength]);
    return original.timingSafeEqual(one, other);
  };
  return { ...original, timingSafeEqual };
});

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const NOW = new Date('2026-11-21T12:00:00Z');
const CUSTOMER = '314400402';
const ID = 'ef3b1c9e-0000-4000-8000-000000000001';

/** An event as it comes, signed by the standard's own library. */
function aDelivery({
  data = { requestId: ID, partyOrgNo: CUSTOMER, status: 'Accepted' } as object,
  at = NOW,
  secret = SECRET,
  change = (signature: string) => signature,
} = {}) {
  const body = JSON.stringify({ specversion: '1.0', type: 'no.systembruker.request.approved', data });
  const headers = new Headers({
    'webhook-id': 'one',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': change(new Webhook(secret).sign('one', at, body)),
  });
  return { headers, body };
}

describe('the signature of an event', () => {
  it('is the standard’s, by this secret, alone or beside another', () => {
    const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
    expect(isGenuine(SECRET, aDelivery(), NOW)).toBe(true);
    expect(isGenuine(SECRET, aDelivery({ change: (signature) => `v1,AAAA ${signature}` }), NOW)).toBe(true);
    expect(isGenuine(SECRET, aDelivery({ secret: other }), NOW)).toBe(false);
    expect(isGenuine(SECRET, { ...aDelivery(), body: '{}' }, NOW)).toBe(false);
  });

  it.each([-301, 301])('is not taken when it is %d seconds off', (seconds) => {
    const at = new Date(NOW.getTime() + seconds * 1000);
    expect(isGenuine(SECRET, aDelivery({ at }), NOW)).toBe(false);
  });

  it('E4 is compared in constant time, whatever is wrong with it: digests of one length, each of them', () => {
    const changes = [
      (signature: string) => signature,
      (signature: string) => signature.replace(/,./, ',!'),
      (signature: string) => `${signature.slice(0, -2)}!=`,
      (signature: string) => signature.slice(0, 10),
      (signature: string) => signature.repeat(20),
      () => '',
      (signature: string) => `${signature} ${signature} v1,x`,
    ];
    const outcomes = changes.map((change) => {
      compared.length = 0;
      return [isGenuine(SECRET, aDelivery({ change }), NOW), compared.map(String)];
    });
    const once = ['32,32'];
    expect(outcomes).toEqual([
      [true, once],
      [false, once],
      [false, once],
      [false, once],
      [false, once],
      [false, once],
      [true, ['32,32', '32,32', '32,32']],
    ]);
  });
});

describe('an event at SmartRegnskap', () => {
  let outside: Outside;
  beforeEach(async () => {
    outside = await startOutside(join(mkdtempSync(join(tmpdir(), 'smartregnskap-')), 'state.json'));
    updateConnection(outside.settings.stateFile, CUSTOMER, { status: 'waiting', requestId: ID });
  });
  afterEach(() => outside.stop());

  const receive = (delivery: ReturnType<typeof aDelivery>, webhookSecret: string | undefined = SECRET) =>
    receiveEvent({ ...outside.settings, webhookSecret }, delivery, NOW);
  const connection = () => connectionOf(outside.settings.stateFile, CUSTOMER);

  it('is the occasion to ask Altinn, and the customer is connected', async () => {
    outside.replies.set(`GET ${REQUESTS}/${ID}`, [{ status: 200, body: aSentRequest('Accepted') }]);
    expect(await receive(aDelivery())).toBe(204);
    expect(connection()).toMatchObject({ status: 'connected', heardAt: NOW.toISOString() });
  });

  it('is not counted as news when nothing is different', async () => {
    updateConnection(outside.settings.stateFile, CUSTOMER, { status: 'connected' });
    outside.replies.set(`GET ${REQUESTS}/${ID}`, [{ status: 200, body: aSentRequest('Accepted') }]);
    expect(await receive(aDelivery())).toBe(204);
    expect(connection()).not.toHaveProperty('heardAt');
  });

  it('is overtaken by a request that was sent anew while Altinn answered', async () => {
    outside.replies.set(`GET ${REQUESTS}/${ID}`, [{ status: 200, body: aSentRequest('Rejected') }]);
    const receiving = receive(aDelivery());
    updateConnection(outside.settings.stateFile, CUSTOMER, { status: 'waiting', requestId: 'anew' });
    expect(await receiving).toBe(204);
    expect(connection()).toMatchObject({ status: 'waiting', requestId: 'anew' });
  });

  it('is to be sent again when Altinn cannot be asked', async () => {
    outside.replies.set(`GET ${REQUESTS}/${ID}`, [{ status: 500, body: {} }]);
    expect(await receive(aDelivery())).toBe(503);
    expect(connection()).toEqual({ status: 'waiting', requestId: ID });
  });

  it.each([
    ['a customer that it does not have', { requestId: ID, partyOrgNo: '310702641' }],
    ['another request', { requestId: 'other', partyOrgNo: CUSTOMER }],
    ['no customer', { clientId: 'a', kid: 'b' }],
  ])('asks nobody about %s', async (_, data) => {
    expect(await receive(aDelivery({ data }))).toBe(204);
    expect(outside.calls).toEqual([]);
  });

  it('is refused without a genuine signature, and unknown without a secret', async () => {
    expect(await receive(aDelivery({ change: () => 'v1,AAAA' }))).toBe(401);
    expect(await receiveEvent(outside.settings, aDelivery(), NOW)).toBe(404);
    expect(outside.calls).toEqual([]);
  });
});
