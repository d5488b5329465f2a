// A process of its own that asks for tokens on a shared database: one message with grants, one with their outcomes.
import { openDatabase } from '#db/open.ts';
import { TEST_NOW } from './context.ts';
import { ask } from './maskinporten.ts';

const { db } = openDatabase(process.env.DATABASE_URL ?? '');

process.on('message', async (grants: readonly string[]) => {
  const outcomes = await Promise.all(grants.map((grant) => ask({ db, now: TEST_NOW }, grant)));
  process.send?.(outcomes.map(({ status, code }) => code ?? status));
});
process.send?.('ready');
