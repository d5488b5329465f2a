// `npm run bench -- million`: what a million tokens leave behind in the portal's memory and database.
import { statSync } from 'node:fs';
import { makeRequests, newClients, storeClients, tokenRequest } from './clients.ts';
import { printTable, ratio, runLoad, startPortal } from './processes.ts';

const TOKENS = 1_000_000;
/** So few that the last of them is used well before it expires. */
const PORTION = 25_000;
const PORTIONS_PER_ROW = 4;
const PORTION_MAX_SECONDS = 100;
const CONNECTIONS = 16;
const AT_REST_MAX_MIB = 250;
/** How much larger the process may be after the last tenth than after the first. */
const GROWTH_MAX = 1.1;

/** Prints the resident memory at rest and after each tenth; throws when it is too large, or grows with the tokens. */
export async function benchMillion(databaseUrl: string): Promise<void> {
  const clients = await newClients();
  await storeClients(databaseUrl, clients);
  const portal = await startPortal(databaseUrl);
  const atRest = Number(portal.memory());
  const after: number[] = [];
  const rows: string[][] = [];
  try {
    for (let portion = 1; portion <= TOKENS / PORTION; portion += 1) {
      const requests = await makeRequests(PORTION, clients, (client) => tokenRequest(portal, client));
      const { ok, failed, firstFailure } = await runLoad({
        port: portal.port,
        connections: CONNECTIONS,
        seconds: PORTION_MAX_SECONDS,
        requests,
        expectedStatus: 200,
      });
      if (failed > 0 || ok < requests.length) throw new Error(`void: ${ok} of ${requests.length}: ${firstFailure}`);
      if (portion % PORTIONS_PER_ROW !== 0) continue;
      after.push(Number(portal.memory()));
      rows.push([String(portion * PORTION), portal.memory(), sizeOf(databaseUrl)]);
      console.log(rows.at(-1)?.join('  '));
    }
  } finally {
    portal.stop();
  }
  console.log(`\nresident at rest: ${atRest} MiB\n`);
  printTable(['tokens', 'RSS MiB', 'database MiB'], rows);
  const [first = 0, last = 0] = [after[0], after.at(-1)];
  console.log(`\nresident memory, after the last tenth to after the first: ${ratio(last, first)}`);
  if (atRest > AT_REST_MAX_MIB) throw new Error(`more than ${AT_REST_MAX_MIB} MiB at rest`);
  if (last > first * GROWTH_MAX) throw new Error('the process grows with the tokens it has given');
}

function sizeOf(databaseUrl: string): string {
  return (statSync(databaseUrl.replace(/^file:/, '')).size / 2 ** 20).toFixed(0);
}
