import { describe, expect, it } from 'vitest';
import { createPerson } from '../parties/create-party.ts';
import { TEST_NOW } from '../testing/context.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { findSyntheticPerson } from './synthetic-login.ts';

const PIA = '14837912092';

describe.each(ENGINES)('the test log-in on %s', (engine) => {
  it('N7 finds a synthetic person by number, with or without spaces', async () => {
    const { db, person } = await aRegister(engine);
    expect(await findSyntheticPerson(db, { personNo: PIA })).toEqual(person);
    expect(await findSyntheticPerson(db, { personNo: ' 148379 120 92 ' })).toEqual(person);
    expect(await findSyntheticPerson(db, { personUuid: person.uuid })).toEqual(person);
  });

  it('B30 refuses every number that could belong to somebody, registered or not', async () => {
    const { db } = await aRegister(engine);
    const real = aNumberOfMonth('03');
    await createPerson(db, { personNo: real, name: 'Ekte Person', at: TEST_NOW });
    await expect(findSyntheticPerson(db, { personNo: real })).rejects.toThrow('notSynthetic');
    expect(JSON.stringify(await db.select().from(db.tables.parties))).not.toContain(real);
  });

  it('B30 refuses a person chosen from the list whose number could be real', async () => {
    const { db } = await aRegister(engine);
    const real = await createPerson(db, { personNo: aNumberOfMonth('11'), name: 'Ekte Person', at: TEST_NOW });
    await expect(findSyntheticPerson(db, { personUuid: real.uuid })).rejects.toThrow('notSynthetic');
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['14837912093', 'malformed'],
    ['1483791209', 'malformed'],
    ['１４８３７９１２０９２', 'malformed'],
    ['02919423172', 'unknown'],
  ])('refuses %j as %s', async (personNo, refusal) => {
    const { db } = await aRegister(engine);
    await expect(findSyntheticPerson(db, { personNo })).rejects.toThrow(refusal);
  });

  it('knows nobody by an id that is not in the register', async () => {
    const { db } = await aRegister(engine);
    await expect(findSyntheticPerson(db, { personUuid: 'none' })).rejects.toThrow('unknown');
  });
});

async function aRegister(engine: (typeof ENGINES)[number]) {
  const { db } = await openTestDatabase(engine);
  const person = await createPerson(db, { personNo: PIA, name: 'Pia Strøm', at: TEST_NOW });
  return { db, person };
}

/** A number with right control digits in a month of the calendar, made here so that none stands in the code. */
function aNumberOfMonth(month: string): string {
  for (let serial = 100; ; serial += 1) {
    const nine = `15${month}70${serial}`;
    const first = control(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = control(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
}

function control(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (11 - (sum % 11)) % 11;
}
