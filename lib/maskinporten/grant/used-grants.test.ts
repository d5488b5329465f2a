import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import { TEST_NOW } from '../../testing/context.ts';
import { aClientWithKey, aGrant, anAccess, aScope, ask } from '../../testing/maskinporten.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { parseAssertion } from '../assertion/assertion.ts';
import { refuseEarlierGrants, releaseGrant, spendGrant } from './used-grants.ts';
import { insertUsedGrants, purgeUsedGrants } from './used-grants-store.ts';

const NOW = Math.floor(TEST_NOW.getTime() / 1000);

async function aReadyClient(db: Db) {
  const client = await aClientWithKey(db);
  await anAccess(db, await aScope(db), client.orgNo);
  return client;
}

/** Two handles on one database, as two processes have them. */
async function twoHandles(engine: 'sqlite' | 'postgresql'): Promise<readonly [Db, Db]> {
  if (engine === 'postgresql') {
    const { db } = await openTestDatabase(engine);
    // Another wrapper keeps a queue and prepared reads of its own; the pool beneath has many connections.
    return [db, { ...db }];
  }
  const file = join(mkdtempSync(join(tmpdir(), 'replay-')), 'test.sqlite');
  const first = openDatabase(`file:${file}`);
  await first.migrate();
  return [first.db, openDatabase(`file:${file}`).db];
}

describe.each(ENGINES)('a used grant on %s', (engine) => {
  it('A16 gives one token of fifty requests at once, round after round', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aReadyClient(db);
    for (let round = 0; round < 5; round += 1) {
      const grant = aGrant(client);
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => ask({ db, now: TEST_NOW }, grant)));
      expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(outcomes.filter(({ code }) => code === 'MP-012')).toHaveLength(49);
    }
  });

  it('A17 gives one token over two handles on one database, and stays used afterwards', async () => {
    const handles = await twoHandles(engine);
    const client = await aReadyClient(handles[0]);
    for (let round = 0; round < 5; round += 1) {
      const grant = aGrant(client);
      const asked = Array.from({ length: 50 }, (_, index) =>
        ask({ db: handles[index % 2 === 0 ? 0 : 1], now: TEST_NOW }, grant),
      );
      const outcomes = await Promise.all(asked);
      expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(await ask({ db: handles[1], now: TEST_NOW }, grant)).toMatchObject({ code: 'MP-012' });
    }
  });

  it('gives fifty tokens for fifty grants at once', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aReadyClient(db);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => ask({ db, now: TEST_NOW }, aGrant(client))));
    expect(outcomes.every(({ status }) => status === 200)).toBe(true);
    expect(new Set(outcomes.map(({ claims }) => claims?.jti)).size).toBe(50);
  });

  it('can be used again once it is given back', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db);
    const assertion = parseAssertion(aGrant(client));
    await spendGrant(db, client.clientId, assertion, TEST_NOW);
    await expect(spendGrant(db, client.clientId, assertion, TEST_NOW)).rejects.toMatchObject({ code: 'MP-012' });
    await releaseGrant(db, client.clientId, assertion);
    await expect(spendGrant(db, client.clientId, assertion, TEST_NOW)).resolves.toBeUndefined();
  });

  it('is given back when we fail with a fault of our own', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aReadyClient(db);
    const grant = aGrant(client);
    const broken = new Proxy(db, {
      get: (target, name) =>
        name === 'tables' ? new Proxy(target.tables, { get: failOn('scopes') }) : Reflect.get(target, name),
    });
    await expect(ask({ db: broken, now: TEST_NOW }, grant)).rejects.toThrow('out of order');
    expect(await ask({ db, now: TEST_NOW }, grant)).toMatchObject({ status: 200 });
  });

  it('D9 is purged once it has expired, skew included', async () => {
    const { db } = await openTestDatabase(engine);
    const clientId = randomUUID();
    await insertUsedGrants(db, [
      { clientId, jti: 'old', issuedAt: NOW - 100, expiresAt: NOW - 1 },
      { clientId, jti: 'new', issuedAt: NOW - 100, expiresAt: NOW },
    ]);
    await purgeUsedGrants(db, NOW);
    expect(await db.select().from(db.tables.usedGrants)).toEqual([{ clientId, jti: 'new', expiresAt: NOW }]);
  });

  it('E10 F13 stays used when the clock is set back after the purge', async () => {
    const { db } = await openTestDatabase(engine);
    const grant = { clientId: randomUUID(), jti: 'J', issuedAt: NOW, expiresAt: NOW + 100 };
    expect(await insertUsedGrants(db, [grant])).toHaveLength(1);
    await purgeUsedGrants(db, NOW + 3600);
    await purgeUsedGrants(db, NOW);
    expect(await insertUsedGrants(db, [grant])).toHaveLength(0);
  });

  it('E10 F13 stays used when several processes purge at once, whose clocks differ', async () => {
    const { db } = await openTestDatabase(engine);
    for (let round = 1; round <= 5; round += 1) {
      const latest = NOW + round * 3600;
      const clientId = randomUUID();
      const used = [0, 1, 2, 3, 4].map((behind) => {
        return { clientId, jti: `J${behind}`, issuedAt: NOW, expiresAt: latest - behind - 1 };
      });
      expect(await insertUsedGrants(db, used)).toHaveLength(5);
      await Promise.all([3, 1, 0, 2, 4].map((behind) => purgeUsedGrants(db, latest - behind)));
      expect(await insertUsedGrants(db, used)).toHaveLength(0);
    }
  });

  it('never makes two batches with the same grants in another order wait for each other', async () => {
    const { db } = await openTestDatabase(engine);
    let runs = 0;
    const counting: Db = {
      ...db,
      quickTransaction: (work) =>
        db.quickTransaction((tx) => {
          runs += 1;
          return work(tx);
        }),
    };
    for (let round = 0; round < 60; round += 1) {
      const grants = Array.from({ length: 64 }, () => {
        return { clientId: randomUUID(), jti: randomUUID(), issuedAt: NOW, expiresAt: NOW + 100 };
      });
      const inserted = await Promise.all(
        [grants, grants.toReversed()].map((batch) => insertUsedGrants(counting, batch)),
      );
      expect(inserted.flat()).toHaveLength(64);
    }
    expect(runs).toBe(120);
  });

  it('F17, F18 counts as used when it is older than an epoch that may have lost its row', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aReadyClient(db);
    const [before, after] = [aGrant(client, { claims: { iat: NOW - 5 } }), aGrant(client, { claims: { iat: NOW } })];
    await db.transaction((tx) => refuseEarlierGrants(tx, new Date((NOW - 1) * 1000)));
    // An epoch never sinks.
    await db.transaction((tx) => refuseEarlierGrants(tx, new Date((NOW - 60) * 1000)));
    expect(await ask({ db, now: TEST_NOW }, before)).toMatchObject({ status: 400, code: 'MP-012' });
    expect(await ask({ db, now: TEST_NOW }, after)).toMatchObject({ status: 200 });
  });
});

function failOn(table: string) {
  return (target: object, name: string | symbol): unknown => {
    if (name === table) throw new Error('out of order');
    return Reflect.get(target, name);
  };
}
