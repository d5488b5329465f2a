import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../kernel/durations.ts';
import { TEST_NOW } from '../../testing/context.ts';
import { aClientWithKey, aKey, aRegisteredKey } from '../../testing/maskinporten.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { announceExpiring } from './announce-expiring.ts';

const inDays = (days: number) => new Date(TEST_NOW.getTime() + days * DAY_MS);

describe.each(ENGINES)('the warning that a key ends on %s', (engine) => {
  it('comes a month before and a week before, once each, and anew when the key is renewed', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db);
    await aRegisteredKey(db, client.clientId, aKey('ends', 1), inDays(40));
    const heard = async () => {
      const { vendorEvents } = db.tables;
      const rows = await db
        .select()
        .from(vendorEvents)
        .where(eq(vendorEvents.subject, `${client.clientId}/ends`));
      return rows.length;
    };
    for (const [days, times] of [
      [0, 0],
      [9, 0],
      [10, 1],
      [32, 1],
      [33, 2],
      [39, 2],
      [40, 2],
      [50, 2],
    ] as const) {
      await announceExpiring(db, inDays(days));
      await announceExpiring(db, inDays(days));
      expect([days, await heard()]).toEqual([days, times]);
    }
    const [event] = await db.select().from(db.tables.vendorEvents);
    expect(event).toMatchObject({
      type: 'no.systembruker.clientkey.expiring',
      vendorOrgNo: client.orgNo,
      data: { clientId: client.clientId, kid: 'ends', expiresAt: inDays(40).toISOString() },
    });
    const { clientKeys } = db.tables;
    await db
      .update(clientKeys)
      .set({ expiresAt: inDays(70) })
      .where(eq(clientKeys.kid, 'ends'));
    await announceExpiring(db, inDays(50));
    expect(await heard()).toBe(3);
  });

  it('does not come for a client that is out of use', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db);
    await aRegisteredKey(db, client.clientId, aKey('ends', 1), inDays(5));
    await db.update(db.tables.clients).set({ active: false });
    expect(await announceExpiring(db, TEST_NOW)).toBe(0);
  });
});
