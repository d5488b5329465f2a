// A process of its own that delivers the events of a shared database: one message for each round, and one when it is over.
import { openDatabase } from '#db/open.ts';
import { deliver } from './webhooks.ts';

const { db } = openDatabase(process.env.DATABASE_URL ?? '');

process.on('message', async () => {
  await deliver(db);
  process.send?.('done');
});
process.send?.('ready');
