import { describe, expect, it } from 'vitest';
import { ROWS_PER_PAGE } from '../kernel/pages.ts';
import { walkPages } from '../testing/pages.ts';
import { anOrganisation } from '../testing/parties.ts';
import { aSystem } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { countSystems, searchSystems } from './search-systems.ts';

describe.each(ENGINES)('a search for systems on %s', (engine) => {
  it('F27 comes in pages without loss or repeats, while systems come and go', async () => {
    const { db } = await openTestDatabase(engine);
    const { orgNo: vendorOrgNo } = await anOrganisation(db);
    const idOf = (index: number) => `${vendorOrgNo}_${String(index).padStart(3, '0')}`;
    for (let index = 0; index < 2 * ROWS_PER_PAGE + 1; index += 1) {
      await aSystem(db, { vendorOrgNo, systemId: idOf(index) });
    }
    await aSystem(db);
    const seen = await walkPages(
      (after) => searchSystems(db, { vendorOrgNo }, { after }),
      ({ systemId }) => systemId,
      async (pages) => {
        if (pages === 1) await aSystem(db, { vendorOrgNo, systemId: idOf(999) });
      },
    );
    expect(seen).toEqual([...Array.from({ length: 2 * ROWS_PER_PAGE + 1 }, (_, index) => idOf(index)), idOf(999)]);
    expect(await countSystems(db, { vendorOrgNo })).toBe(seen.length);
    expect((await searchSystems(db, { vendorOrgNo }, {})).total).toBe(seen.length);
  });

  it('finds them by name in any language, by id and by vendor', async () => {
    const { db } = await openTestDatabase(engine);
    const vendor = await anOrganisation(db, { name: 'ØRNEN AS' });
    const vendorOrgNo = vendor.orgNo;
    const system = await aSystem(db, { vendorOrgNo, name: { nb: 'Årsregn', nn: 'Årsrekn', en: 'Annual' } });
    const hidden = await aSystem(db, { vendorOrgNo, isVisible: false });
    const open = await aSystem(db, { isVisible: true });
    await aSystem(db, { vendorOrgNo, isDeleted: true });
    const search = async (query: string) =>
      (await searchSystems(db, { vendorOrgNo, visible: true }, { query })).rows.map(({ systemId }) => systemId);
    for (const query of ['årsrekn', 'ANNUAL', system.systemId]) expect(await search(query)).toEqual([system.systemId]);
    expect(await search('ørnen')).toEqual([system.systemId, hidden.systemId].sort());
    expect(await search('')).toEqual([system.systemId, hidden.systemId, open.systemId].sort());
    expect(await search('nothing')).toEqual([]);
  });
});
