import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { sendTestEvent } from '../events/endpoints/send-test-event.ts';
import { anOrganisationActor, as } from '../testing/context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { anEndpoint, aReceiver, deliver } from '../testing/webhooks.ts';
import { NotGenuine } from './errors.ts';
import { verifyWebhook } from './verify-webhook.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const EVENT = JSON.stringify({ specversion: '1.0', id: 'e-1', type: 'no.systembruker.test', source: 's', data: {} });

/** A message signed at that time. */
function signed(body: string, at = new Date(), secret = SECRET): Record<string, string> {
  return {
    'webhook-id': 'e-1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('e-1', at, body),
  };
}

describe('a webhook', () => {
  it('of the portal’s is read as it arrives', async () => {
    const { db } = await openTestDatabase();
    const receiver = await aReceiver();
    const vendor = anOrganisationActor();
    const { endpoint, secret } = await anEndpoint(db, vendor, { url: receiver.url });
    await sendTestEvent(as({ db, now: new Date() }, vendor), { endpointId: endpoint.id });
    await deliver(db, new Date());
    await receiver.close();
    const [received] = receiver.received;
    const event = received && verifyWebhook(received.headers, received.body, secret);
    expect(event).toMatchObject({ type: 'no.systembruker.test', data: expect.any(Object) });
    expect(event?.id).toBe(received?.headers['webhook-id']);
  });

  it('is read from the headers of a Request, and from bytes', () => {
    expect(verifyWebhook(new Headers(signed(EVENT)), Buffer.from(EVENT), SECRET).id).toBe('e-1');
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['has been changed', signed(EVENT), EVENT.replace('e-1', 'e-2'), SECRET],
    ['is signed with another secret', signed(EVENT), EVENT, `whsec_${Buffer.alloc(32, 8).toString('base64')}`],
    ['is six minutes old', signed(EVENT, new Date(Date.now() - 360_000)), EVENT, SECRET],
    ['is not signed', { 'webhook-id': 'e-1' }, EVENT, SECRET],
    ['is no event', signed('{"id":1}'), '{"id":1}', SECRET],
    ['is no JSON', signed('hello'), 'hello', SECRET],
  ])('that %s is not genuine', (_, headers, body, secret) => {
    expect(() => verifyWebhook(headers, body, secret)).toThrow(NotGenuine);
  });
});
