import { describe, expect, it } from 'vitest';
import { countQueries } from '../../testing/count-queries.ts';
import { anOrganisation } from '../../testing/parties.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { organisationNames } from './organisation-names.ts';

describe.each(ENGINES)('the names of organisations on %s', (engine) => {
  it('are found by one query, and a number that nobody has is its own name', async () => {
    const { db } = await openTestDatabase(engine);
    const [one, other] = [await anOrganisation(db), await anOrganisation(db)];
    const counting = countQueries(db);
    const names = await organisationNames(counting.db, [one.orgNo, other.orgNo, one.orgNo, '999999999']);
    expect([...names]).toEqual([
      [one.orgNo, one.name],
      [other.orgNo, other.name],
      ['999999999', '999999999'],
    ]);
    expect(counting.count()).toBe(1);
  });
});
