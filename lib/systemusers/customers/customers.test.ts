import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { ROWS_PER_PAGE } from '../../kernel/pages.ts';
import type { Organisation } from '../../parties/model.ts';
import type { RegisteredSystem } from '../../register/model.ts';
import { anOrganisationActor, as, TEST_NOW } from '../../testing/context.ts';
import { countQueries } from '../../testing/count-queries.ts';
import { walkPages } from '../../testing/pages.ts';
import { anOrganisation } from '../../testing/parties.ts';
import { aListedResource, aRight, aSystem, manySystemUsers } from '../../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { endSystemUser } from '../end-system-user.ts';
import { countCustomers, countCustomersBySystem, listCustomers, listCustomersFrom } from './list-customers.ts';

describe.each(ENGINES)('a vendor’s customers on %s', (engine) => {
  let db: Db;
  let context: Context;
  let vendorOrgNo: string;
  let system: RegisteredSystem;
  let party: Organisation;

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    vendorOrgNo = (await anOrganisation(db)).orgNo;
    const resourceId = await aListedResource(db);
    system = await aSystem(db, { vendorOrgNo, rights: [aRight(resourceId)] });
    party = await anOrganisation(db);
    context = as({ db, now: TEST_NOW }, anOrganisationActor({ orgNo: vendorOrgNo }));
  });

  const page = (after?: string) => listCustomers(context, { vendorOrgNo, after });
  const idOf = ({ user }: { readonly user: { readonly id: string } }) => user.id;

  it('F27 comes in pages without loss or repeats, while customers come and go', async () => {
    const ids = await manySystemUsers(db, { system, party, count: 3 * ROWS_PER_PAGE });
    const gone = ids.at(-2) ?? '';
    const seen = await walkPages(page, idOf, async (pages) => {
      if (pages > 1) return;
      // One that was read ends, the last one that was read too, and one that was not; a new one comes.
      for (const id of [ids[0], ids[ROWS_PER_PAGE - 1], gone]) {
        await db.transaction((tx) => endSystemUser(tx, { id: id ?? '', at: TEST_NOW, byName: 'PIA' }));
      }
      ids.push(...(await manySystemUsers(db, { system, party, count: 1, from: ids.length })));
    });
    expect(seen).toEqual(ids.filter((id) => id !== gone));
  });

  it('comes as a whole for a file, a part at a time', async () => {
    const ids = await manySystemUsers(db, { system, party, count: 7 });
    const part = (limit: number, after?: string) => listCustomersFrom(context, { vendorOrgNo, limit, after });
    const first = await part(4);
    expect(first.items.map(idOf)).toEqual(ids.slice(0, 4));
    const second = await part(4, first.next);
    expect([second.items.map(idOf), second.next]).toEqual([ids.slice(4), undefined]);
    expect((await part(7)).next).toBe(ids[6]);
    expect(await part(7, ids[6])).toEqual({ items: [], next: undefined });
    const stranger = as({ db, now: TEST_NOW }, anOrganisationActor());
    await expect(listCustomersFrom(stranger, { vendorOrgNo, limit: 1 })).rejects.toMatchObject({ status: 403 });
  });

  it('F27 counts what it lists, as a whole, for a search and for each system', async () => {
    const other = await aSystem(db, { vendorOrgNo });
    const deleted = await aSystem(db, { vendorOrgNo, isDeleted: true });
    await manySystemUsers(db, { system, party, count: ROWS_PER_PAGE + 1 });
    const fjord = await anOrganisation(db, { name: 'ÅPEN FJORD AS' });
    await manySystemUsers(db, { system: other, party: fjord, count: 2 });
    await manySystemUsers(db, { system: deleted, party, count: 3 });
    expect(await countCustomers(context, { vendorOrgNo })).toBe(ROWS_PER_PAGE + 3);
    expect((await page()).total).toBe(ROWS_PER_PAGE + 3);
    const systemInternalIds = [system, other, deleted].map(({ internalId }) => internalId);
    expect(await countCustomersBySystem(context, { vendorOrgNo, systemInternalIds })).toEqual(
      new Map([
        [system.internalId, ROWS_PER_PAGE + 1],
        [other.internalId, 2],
      ]),
    );
    const beginning = party.orgNo.slice(0, 6);
    for (const [query, total] of [
      ['åpen', 2],
      ['REF-50', 1],
      [beginning, ROWS_PER_PAGE + 1 + (fjord.orgNo.includes(beginning) ? 2 : 0)],
      [party.orgNo, ROWS_PER_PAGE + 1],
      ['ref_50', 0],
      ['nobody', 0],
    ] as const) {
      const found = await listCustomers(context, { vendorOrgNo, query });
      expect([query, found.total, found.rows.length]).toEqual([query, total, Math.min(total, ROWS_PER_PAGE)]);
    }
  });

  it('F27 takes as many queries for a full page as for one customer', async () => {
    const queries = async () => {
      const counting = countQueries(db);
      await listCustomers({ ...context, db: counting.db }, { vendorOrgNo });
      return counting.count();
    };
    await manySystemUsers(db, { system, party, count: 1 });
    const few = await queries();
    for (let index = 1; index < 4; index += 1) {
      const another = await aSystem(db, { vendorOrgNo });
      await manySystemUsers(db, { system: another, party: await anOrganisation(db), count: ROWS_PER_PAGE });
    }
    expect(await queries()).toBe(few);
  });

  it('begins anew after a row that is not the vendor’s, and shows nothing to others', async () => {
    await manySystemUsers(db, { system, party, count: 2 });
    const foreign = await manySystemUsers(db, { system: await aSystem(db), party, count: 1 });
    expect((await page(foreign[0])).rows).toHaveLength(2);
    expect((await page('no-such-row')).rows).toHaveLength(2);
    const stranger = as(context, anOrganisationActor({ orgNo: party.orgNo }));
    for (const read of [listCustomers, countCustomers]) {
      await expect(read(stranger, { vendorOrgNo })).rejects.toMatchObject({ status: 403 });
    }
    await db.update(db.tables.systems).set({ isDeleted: true }).where(eq(db.tables.systems.vendorOrgNo, vendorOrgNo));
    expect((await page()).rows).toEqual([]);
  });
});
