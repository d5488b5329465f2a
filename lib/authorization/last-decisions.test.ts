import { expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { noteTokens } from '../systemusers/note-tokens.ts';
import { TEST_NOW } from '../testing/context.ts';
import { anOrganisation } from '../testing/parties.ts';
import { aSystem, aSystemUser } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { flushDecisions, stampDecision } from './last-decisions.ts';

/** Enough for the two to meet. */
const ROUNDS = 10;

it.each(ENGINES)('stamps of decisions and of tokens never wait for each other on %s', async (engine) => {
  const { db } = await openTestDatabase(engine);
  const [system, party] = [await aSystem(db), await anOrganisation(db)];
  const ids: string[] = [];
  for (let n = 0; n < 20; n += 1) ids.push((await aSystemUser(db, { system, party, externalRef: `ref-${n}` })).id);
  let runs = 0;
  const counting: Db = {
    ...db,
    transaction: (work) =>
      db.transaction((tx) => {
        runs += 1;
        return work(tx);
      }),
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = new Date(TEST_NOW.getTime() + round * 60_000);
    for (const id of ids) stampDecision(counting, id, at);
    await Promise.all([flushDecisions(counting), counting.transaction((tx) => noteTokens(tx, ids, at))]);
  }
  expect(runs).toBe(2 * ROUNDS);
});
