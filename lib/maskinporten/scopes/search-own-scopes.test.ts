import { beforeAll, describe, expect, it } from 'vitest';
import { ROWS_PER_PAGE } from '../../kernel/pages.ts';
import { anAdministration } from '../../testing/administration.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { anAccess, aScope } from '../../testing/maskinporten.ts';
import { walkPages } from '../../testing/pages.ts';
import { ENGINES } from '../../testing/test-database.ts';
import { defaultScopeSettings } from './model.ts';
import { searchOwnScopes } from './search-own-scopes.ts';

const MANY = ROWS_PER_PAGE + 10;

describe.each(ENGINES)('an owner’s list of scopes on %s', (engine) => {
  let at: Awaited<ReturnType<typeof anAdministration>>;
  let names: string[];
  const search = (query: Parameters<typeof searchOwnScopes>[1] = {}, actor = at.as) =>
    searchOwnScopes(as({ db: at.db, now: TEST_NOW }, actor), query);
  const namesOf = async (query: Parameters<typeof searchOwnScopes>[1]) =>
    (await search(query)).rows.map(({ scope }) => scope.name);

  beforeAll(async () => {
    at = await anAdministration(engine);
    const nameOf = (index: number) => `${at.prefix}:listed/${index}`;
    names = Array.from({ length: MANY }, (_, index) => nameOf(index)).sort();
    for (const name of names) {
      const details = { ...defaultScopeSettings(name).details, description: `Beskrivelse av ${name}` };
      await aScope(at.db, { name, ownerOrgNo: at.owner, active: name !== nameOf(3), details });
    }
    await anAccess(at.db, nameOf(5), at.other, 'REQUESTED');
    await anAccess(at.db, nameOf(6), at.other);
  });

  it('F27 comes in pages without loss or repeats', async () => {
    const seen = await walkPages(
      (after) => search({ after, query: 'listed' }),
      ({ scope }) => scope.name,
    );
    expect(seen).toEqual(names);
    expect((await search({ query: 'listed' })).total).toBe(MANY);
  });

  it('finds words of a description in any case', async () => {
    expect(await namesOf({ query: 'BESKRIVELSE AV ' })).toHaveLength(ROWS_PER_PAGE);
    expect(await namesOf({ query: 'listed/59' })).toEqual([`${at.prefix}:listed/59`]);
  });

  it.each([
    ['asked', 5],
    ['inactive', 3],
  ] as const)('is narrowed to those in the state %s', async (state, index) => {
    expect(await namesOf({ state, query: 'listed' })).toEqual([`${at.prefix}:listed/${index}`]);
  });

  it('counts who has access and who waits, on the page alone', async () => {
    const { rows } = await search({ query: 'listed/5' });
    expect(rows.find(({ scope }) => scope.name.endsWith('/5'))).toMatchObject({ approved: 0, requested: 1 });
    const { total } = await search({ state: 'active', query: 'listed' });
    expect(total).toBe(MANY - 1);
  });

  it('holds nothing of anybody else', async () => {
    expect((await search({ query: 'listed' }, at.asOther)).total).toBe(0);
  });
});
