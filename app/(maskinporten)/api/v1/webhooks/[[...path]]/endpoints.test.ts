import { beforeAll, describe, expect, it } from 'vitest';
import { replaceDatabase } from '#lib/context/database.ts';
import type { AdminError } from '#lib/testing/administration.ts';
import { call } from '#lib/testing/call.ts';
import { anOrganisationActor } from '#lib/testing/context.ts';
import { anOrgNo } from '#lib/testing/parties.ts';
import { ENGINES, openTestDatabase } from '#lib/testing/test-database.ts';
import { aReceiver, deliver } from '#lib/testing/webhooks.ts';
import { webhooks } from './endpoints.ts';

describe.each(ENGINES)('webhook endpoints on %s', (engine) => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  const vendor = anOrganisationActor({ orgNo: anOrgNo() });
  beforeAll(async () => {
    database = await openTestDatabase(engine);
    replaceDatabase(database);
  });
  const send = (...[method, path, body]: Parameters<typeof call>[3]) =>
    call(webhooks, database.db, vendor, [method, path, body]);

  it('add an address, try it, read its log, send again, and remove it', async () => {
    const { url, received, close } = await aReceiver();
    const created = await send('POST', '', { url });
    expect(created.status).toBe(200);
    const { id, secret, ...shown } = created.body as { id: string; secret: string };
    expect(secret).toMatch(/^whsec_/);
    expect(shown).toMatchObject({ url, event_types: [], system_ids: [], active: true, failures: 0, rests_until: null });
    expect((await send('GET', id)).body).toEqual({ id, ...shown });
    expect((await send('POST', `${id}/test`)).text).toBe('');
    await deliver(database.db, new Date());
    const log = async () => (await send('GET', `${id}/deliveries`)).body as readonly { number: number }[];
    const [delivery] = await log();
    expect(delivery).toMatchObject({ state: 'delivered', event_type: 'no.systembruker.test', next_attempt: null });
    expect((await send('POST', `${id}/deliveries/${delivery?.number}`)).status).toBe(200);
    await deliver(database.db, new Date());
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([
      received[0]?.headers['webhook-id'],
      received[0]?.headers['webhook-id'],
    ]);
    const rotated = await send('POST', `${id}/secret`);
    expect((rotated.body as { secret: string }).secret).not.toBe(secret);
    expect((await send('PUT', id, { ...(created.body as object), active: false })).body).toMatchObject({
      url,
      active: false,
    });
    expect((await send('DELETE', id)).status).toBe(200);
    expect((await send('GET', id)).status).toBe(404);
    await close();
  });

  it('name the member that cannot be used', async () => {
    const answer = await send('POST', '', { url: 'https://192.168.1.1/' });
    expect([answer.status, (answer.body as AdminError).error]).toEqual([400, 'webhook_url']);
    expect((answer.body as AdminError).errors[0]?.fieldIdentifier).toBe('url');
    expect((await send('POST', '', {})).status).toBe(400);
    expect((await send('POST', 'nothing/deliveries/1e3')).status).toBe(404);
  });

  it('speak of the caller before the body', async () => {
    const scopeless = anOrganisationActor({ scopes: new Set(['skatteetaten:x']) });
    expect((await call(webhooks, database.db, { kind: 'anonymous' }, ['POST', '', '{'])).status).toBe(401);
    expect((await call(webhooks, database.db, scopeless, ['POST', '', '{'])).status).toBe(403);
    expect((await send('POST', '', '{')).status).toBe(400);
  });
});
