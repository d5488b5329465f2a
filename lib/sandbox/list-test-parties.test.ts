import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { ROWS_PER_PAGE } from '../kernel/pages.ts';
import type { Organisation, Person } from '../parties/model.ts';
import { TEST_NOW } from '../testing/context.ts';
import { walkPages } from '../testing/pages.ts';
import { anOrganisation, aPerson, aPersonNo } from '../testing/parties.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { pageTestOrganisations, pageTestPeople } from './list-test-parties.ts';
import { openSandbox, type Sandbox } from './open-sandbox.ts';

describe.each(ENGINES)('the test parties on %s', (engine) => {
  let db: Db;
  let sandbox: Sandbox;
  const personNo = aPersonNo();
  const people: Person[] = [];
  const organisations: Organisation[] = [];

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    const caller = { authorization: `Basic ${btoa('sandbox:sandbox')}`, host: 'localhost:3000' };
    sandbox = openSandbox(caller, { db, now: TEST_NOW });
    for (let count = 0; count <= ROWS_PER_PAGE; count += 1) organisations.push(await anOrganisation(db));
    const at = organisations[0];
    people.push(await aPerson(db, { name: 'STILLE ØRN', personNo, roles: ['DAGL'], ...(at ? { at } : {}) }));
    for (let count = 0; count < ROWS_PER_PAGE; count += 1) people.push(await aPerson(db));
  });

  it('are listed page by page, each once, and counted', async () => {
    const seen = await walkPages(
      (after) => pageTestPeople(sandbox, { after }),
      ({ partyUuid }) => partyUuid,
    );
    expect(seen).toEqual(people.map(({ uuid }) => uuid));
    const first = await pageTestOrganisations(sandbox, {});
    expect([first.rows.length, first.total]).toEqual([ROWS_PER_PAGE, ROWS_PER_PAGE + 1]);
  });

  it.each(['stille ørn', 'ØRN', personNo, `${personNo.slice(0, 6)} ${personNo.slice(6)}`])(
    'people are found by %s',
    async (query) => {
      const { rows, total } = await pageTestPeople(sandbox, { query });
      expect(total).toBe(1);
      expect(rows).toMatchObject([{ pid: personNo, roles: [{ orgNo: organisations[0]?.orgNo, roles: ['DAGL'] }] }]);
    },
  );

  it('a part of a person’s number finds nobody', async () => {
    expect(await pageTestPeople(sandbox, { query: personNo.slice(0, 6) })).toMatchObject({ rows: [], total: 0 });
  });

  it('organisations are found by name and by the front of their number', async () => {
    const last = organisations.at(-1);
    for (const query of [last?.name.toLowerCase(), last?.orgNo, last?.orgNo.replace(/(...)(...)/, '$1 $2 ')]) {
      expect(await pageTestOrganisations(sandbox, { query })).toMatchObject({
        rows: [{ orgNo: last?.orgNo }],
        total: 1,
      });
    }
  });
});
