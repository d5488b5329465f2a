import { describe, expect, it } from 'vitest';
import { ROWS_PER_PAGE } from '../../kernel/pages.ts';
import { anAdministrator } from '../../testing/administration.ts';
import { anOrganisationActor, as, TEST_NOW } from '../../testing/context.ts';
import { aClientWithKey } from '../../testing/maskinporten.ts';
import { walkPages } from '../../testing/pages.ts';
import { anOrganisation } from '../../testing/parties.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { searchClients } from './search-clients.ts';

describe.each(ENGINES)('a search for clients on %s', (engine) => {
  it('comes in pages by name, each client with its keys, and finds by name and id', async () => {
    const { db } = await openTestDatabase(engine);
    const owner = await anOrganisation(db);
    const other = await anOrganisation(db);
    const context = as({ db, now: TEST_NOW }, anAdministrator(owner.orgNo));
    const nameOf = (index: number) => `Ærfugl ${String(index).padStart(3, '0')}`;
    const ids: string[] = [];
    for (let index = 0; index <= ROWS_PER_PAGE; index += 1) {
      const name = nameOf(ROWS_PER_PAGE - index);
      ids.push((await aClientWithKey(db, { orgNo: owner.orgNo, name, active: index > 0 })).clientId);
    }
    await aClientWithKey(db, { orgNo: other.orgNo, name: 'Ærfugl hos naboen' });
    const seen = await walkPages(
      (after) => searchClients(context, { after }),
      ({ client }) => client.clientId,
    );
    expect(seen).toEqual(ids.toReversed());

    const found = await searchClients(context, { query: 'ÆRFUGL 007' });
    expect(found).toMatchObject({ total: 1, next: undefined, rows: [{ client: { name: nameOf(7) } }] });
    expect(found.rows[0]?.keys).toHaveLength(1);
    expect((await searchClients(context, { query: ids[3] })).rows.map(({ client }) => client.clientId)).toEqual([
      ids[3],
    ]);
    expect(await searchClients(context, { query: 'naboen' })).toMatchObject({ total: 0, rows: [] });
  });

  it('is refused to who does not administer clients', async () => {
    const { db } = await openTestDatabase(engine);
    const owner = await anOrganisation(db);
    const stranger = as({ db, now: TEST_NOW }, anOrganisationActor({ orgNo: owner.orgNo, scopes: new Set() }));
    await expect(searchClients(stranger, {})).rejects.toMatchObject({ status: 403 });
  });
});
