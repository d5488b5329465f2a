import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { ROWS_PER_PAGE } from '../kernel/pages.ts';
import type { Organisation } from '../parties/model.ts';
import { TEST_NOW } from '../testing/context.ts';
import { walkPages } from '../testing/pages.ts';
import { anOrganisation } from '../testing/parties.ts';
import { aSystem, aSystemUser, manySystemUsers } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { endSystemUser } from './end-system-user.ts';
import { countOwned, listOwned, OWN_COLUMNS, type OwnedQuery } from './list-owned.ts';

describe.each(ENGINES)('an organisation’s own system users on %s', (engine) => {
  let db: Db;
  let party: Organisation;

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    party = await anOrganisation(db);
  });

  const list = (query: Partial<OwnedQuery> = {}) =>
    listOwned(db, party.orgNo, { ended: false, by: 'created', descending: true, language: 'nb', ...query });
  const references = async (query: Partial<OwnedQuery>) =>
    (await list(query)).rows.map(({ externalRef }) => externalRef);
  const end = (id: string, at = TEST_NOW) => db.transaction((tx) => endSystemUser(tx, { id, at, byName: 'PIA' }));
  const named = (name: string) => ({ nb: name, nn: name, en: name });
  const minutes = (count: number) => new Date(TEST_NOW.getTime() + count * 60_000);

  const orders = OWN_COLUMNS.flatMap((by) => [false, true].map((descending) => ({ by, descending })));
  it.each(orders)('F27 come in pages without loss or repeats by $by, descending: $descending', async (order) => {
    const ids: string[] = [];
    for (const name of ['Ål', 'Anker', 'Ærlig', 'Anker']) {
      const vendor = await anOrganisation(db, { name: `${name} AS` });
      const system = await aSystem(db, { vendorOrgNo: vendor.orgNo, name: named(name) });
      ids.push(...(await manySystemUsers(db, { system, party, count: ROWS_PER_PAGE - 1 })));
    }
    const { systemUsers } = db.tables;
    for (const [index, id] of ids.entries()) {
      if (index % 7 === 0)
        await db
          .update(systemUsers)
          .set({ lastTokenAt: minutes(index % 3) })
          .where(eq(systemUsers.id, id));
    }
    const first = await list(order);
    const gone = ids.filter((id) => !first.rows.some((row) => row.id === id))[0] ?? '';
    const seen = await walkPages(
      (after) => list({ ...order, after }),
      ({ id }) => id,
      async (pages) => {
        if (pages > 1) return;
        await end(gone);
        await end(first.rows.at(-1)?.id ?? '');
        await aSystemUser(db, { system: await aSystem(db), party });
      },
    );
    const stayed = seen.filter((id) => ids.includes(id));
    expect([...stayed].sort()).toEqual(ids.filter((id) => id !== gone).sort());
    expect(new Set(seen).size).toBe(seen.length);
    expect(await countOwned(db, party.orgNo, { ended: false })).toBe(ids.length - 1);
    expect((await list({ ...order, ended: true })).total).toBe(2);
  });

  it.each([false, true])('F27 go on after a row whose system is gone with it, descending: %s', async (descending) => {
    const ids: string[] = [];
    for (const index of Array.from({ length: 2 * ROWS_PER_PAGE }, (_, at) => at)) {
      const system = await aSystem(db, { name: named(`System ${String(index).padStart(3, '0')}`) });
      ids.push(...(await manySystemUsers(db, { system, party, count: 1 })));
    }
    const order = { by: 'system', descending } as const;
    const seen = await walkPages(
      (after) => list({ ...order, after }),
      ({ id }) => id,
      async () => {
        await end((await list(order)).rows.at(-1)?.id ?? '');
      },
    );
    expect(seen).toEqual(descending ? ids.toReversed() : ids);
  });

  it('stands in the order of the alphabet, of its making, or of its last use', async () => {
    for (const [index, name] of ['Åpen', 'øre', 'Zebra', 'Ære'].entries()) {
      const vendor = await anOrganisation(db, { name: `${'dcba'[index]} AS` });
      const system = await aSystem(db, { vendorOrgNo: vendor.orgNo, name: named(name) });
      const { id } = await aSystemUser(db, { system, party, externalRef: name });
      const { systemUsers } = db.tables;
      const used = [{}, { lastTokenAt: minutes(1) }, { lastDecisionAt: minutes(2), lastTokenAt: minutes(0) }, {}][
        index
      ];
      await db
        .update(systemUsers)
        .set({ createdAt: minutes(index), ...used })
        .where(eq(systemUsers.id, id));
    }
    expect(await references({ by: 'system', descending: false })).toEqual(['Zebra', 'Ære', 'øre', 'Åpen']);
    expect(await references({ by: 'vendor', descending: false })).toEqual(['Ære', 'Zebra', 'øre', 'Åpen']);
    expect(await references({ by: 'created', descending: true })).toEqual(['Ære', 'Zebra', 'øre', 'Åpen']);
    expect((await references({ by: 'used', descending: true })).slice(0, 2)).toEqual(['Zebra', 'øre']);
    for (const user of (await list({ by: 'created', descending: false })).rows) await end(user.id, minutes(10));
    expect(await references({})).toEqual([]);
    expect(await references({ ended: true, by: 'used', descending: true })).toHaveLength(4);
  });

  it('is narrowed to what was there by an instant and has not been used since, in every order', async () => {
    const { systemUsers } = db.tables;
    const ids: Record<string, string> = {};
    for (const [reference, createdAt, used] of [
      ['never', -2, {}],
      ['token before', -2, { lastTokenAt: minutes(-1) }],
      ['token since', -2, { lastTokenAt: minutes(0) }],
      ['decision since', -2, { lastTokenAt: minutes(-1), lastDecisionAt: minutes(1) }],
      ['decision before', -2, { lastDecisionAt: minutes(-1) }],
      ['made since', 0, {}],
      ['ended', -2, {}],
    ] as const) {
      const { id } = await aSystemUser(db, { system: await aSystem(db), party, externalRef: reference });
      ids[reference] = id;
      const row = { createdAt: minutes(createdAt), ...used };
      await db.update(systemUsers).set(row).where(eq(systemUsers.id, id));
    }
    await end(ids.ended ?? '');
    const unused = { ended: false, unusedSince: TEST_NOW };
    for (const by of OWN_COLUMNS) {
      const found = [...(await references({ ...unused, by }))].sort();
      expect(found).toEqual(['decision before', 'never', 'token before']);
    }
    expect(await countOwned(db, party.orgNo, unused)).toBe(3);
    const before = await references({ ...unused, by: 'system' });
    await db
      .update(systemUsers)
      .set({ lastTokenAt: minutes(2) })
      .where(eq(systemUsers.id, ids[before[0] ?? ''] ?? ''));
    expect(await references({ ...unused, by: 'system', after: ids[before[0] ?? ''] })).toEqual(before.slice(1));
  });

  it('is found by what system and vendor are called, by label and by reference', async () => {
    const vendor = await anOrganisation(db, { name: 'ØRNEN AS' });
    const system = await aSystem(db, { vendorOrgNo: vendor.orgNo, name: { nb: 'Årsregn', nn: 'x', en: 'y' } });
    await aSystemUser(db, { system, party, externalRef: 'A_1', integrationTitle: 'Merkelapp' });
    await aSystemUser(db, { system: await aSystem(db), party, externalRef: 'B' });
    for (const [query, total] of [
      ['årsregn', 1],
      ['ørnen', 1],
      ['MERKE', 1],
      ['a_1', 1],
      ['a%', 0],
      ['smart', 1],
    ] as const) {
      expect([query, (await list({ query })).total]).toEqual([query, total]);
      expect([query, (await list({ query, by: 'system' })).rows.length]).toEqual([query, total]);
    }
    expect((await list({ query: 'årsregn', language: 'en' })).total).toBe(0);
  });
});
