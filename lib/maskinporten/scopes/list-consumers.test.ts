import { beforeAll, describe, expect, it } from 'vitest';
import { ROWS_PER_PAGE } from '../../kernel/pages.ts';
import { anAdministration } from '../../testing/administration.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { anAccess, aScope } from '../../testing/maskinporten.ts';
import { anOrganisation } from '../../testing/parties.ts';
import { ENGINES } from '../../testing/test-database.ts';
import { findConsumers } from './find-consumers.ts';
import { listConsumers } from './list-consumers.ts';

const MANY = ROWS_PER_PAGE + 10;

describe.each(ENGINES)('those who use a scope on %s', (engine) => {
  let at: Awaited<ReturnType<typeof anAdministration>>;
  let scope: string;
  const list = (query: object = {}, actor = at.as) =>
    listConsumers(as({ db: at.db, now: TEST_NOW }, actor), { scope, state: 'APPROVED', ...query });

  beforeAll(async () => {
    at = await anAdministration(engine);
    scope = await aScope(at.db, { name: `${at.prefix}:much-used`, ownerOrgNo: at.owner });
    for (let index = 0; index < MANY; index += 1) {
      await anAccess(at.db, scope, (await anOrganisation(at.db, { name: `BRUKER ${index}` })).orgNo);
    }
    await anAccess(at.db, scope, at.other, 'REQUESTED');
  });

  it('F27 come in pages without loss or repeats, each state apart', async () => {
    const first = await list();
    const second = await list({ after: first.next });
    const names = [...first.rows, ...second.rows].map(({ consumerName }) => consumerName);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([ROWS_PER_PAGE, 10, undefined]);
    expect(new Set(names).size).toBe(MANY);
    expect([first.total, second.total]).toEqual([MANY, MANY]);
    expect((await list({ state: 'REQUESTED' })).rows).toMatchObject([{ consumerName: 'NABO AS', state: 'REQUESTED' }]);
  });

  it('are found by name and by number', async () => {
    const { rows, total } = await list({ query: 'bruker 7' });
    expect([rows.map(({ consumerName }) => consumerName), total]).toEqual([['BRUKER 7'], 1]);
    expect((await list({ query: rows[0]?.consumerOrgNo })).total).toBe(1);
    expect(await list({ query: 'nabo' })).toEqual({ rows: [], total: 0, next: undefined });
  });

  it('are known among some numbers, wherever they stand in the list', async () => {
    const { rows } = await list({ after: (await list()).next });
    const last = rows.at(-1)?.consumerOrgNo ?? '';
    const context = as({ db: at.db, now: TEST_NOW }, at.as);
    expect(await findConsumers(context, { scope, orgNos: [last, at.other] })).toEqual(new Set([last]));
  });

  it('are told to nobody but the owner', async () => {
    await expect(list({}, at.asOther)).rejects.toMatchObject({ status: 403 });
    const foreign = findConsumers(as({ db: at.db, now: TEST_NOW }, at.asOther), { scope, orgNos: [at.other] });
    await expect(foreign).rejects.toMatchObject({ status: 403 });
  });
});
