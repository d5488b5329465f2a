// `npm run bench -- refusals`: forged signatures at full speed, and what they cost a client that behaves.
import Sqlite from 'better-sqlite3';
import { makeRequests, newClients, storeClients, tokenRequest } from './clients.ts';
import { runLoad, startPortal } from './processes.ts';

const SECONDS = 10;
const FLOOD_CONNECTIONS = 14;
const GOOD_CONNECTIONS = 2;
const FORGED = 500;
const GOOD = 5_000;
const GOOD_P99_MAX_MS = 250;

/** Prints how the good client fared; throws when it fared badly or a refusal was written anywhere. */
export async function benchRefusals(databaseUrl: string): Promise<void> {
  const clients = await newClients();
  await storeClients(databaseUrl, clients);
  const target = await startPortal(databaseUrl);
  try {
    const forged = await makeRequests(FORGED, clients, (client) => tokenRequest(target, client, { isForged: true }));
    const good = await makeRequests(GOOD, clients, (client) => tokenRequest(target, client));
    const before = rowsOf(databaseUrl);
    const common = { port: target.port, seconds: SECONDS };
    const [flood, served] = await Promise.all([
      runLoad({ ...common, connections: FLOOD_CONNECTIONS, requests: forged, repeat: true, expectedStatus: 400 }),
      runLoad({ ...common, connections: GOOD_CONNECTIONS, requests: good, expectedStatus: 200 }),
    ]);
    if (flood.failed > 0) throw new Error(`a forged grant was not refused as it should: ${flood.firstFailure}`);
    if (served.failed > 0) throw new Error(`the good client was refused: ${served.firstFailure}`);
    const after = rowsOf(databaseUrl);
    console.log(`refused for each token served: ${(flood.ok / served.ok).toFixed(1)}`);
    console.log(`good client: p50 ${served.p50.toFixed(1)} ms, p99 ${served.p99.toFixed(1)} ms`);
    console.log(
      `rows written: replay ${after.grants - before.grants} for ${served.ok} tokens, audit ${after.audit - before.audit}`,
    );
    if (after.grants - before.grants !== served.ok) throw new Error('the flood reached the replay guard');
    if (after.audit !== before.audit) throw new Error('the flood reached the audit trail');
    if (served.p99 > GOOD_P99_MAX_MS) throw new Error(`the good client's p99 is above ${GOOD_P99_MAX_MS} ms`);
  } finally {
    target.stop();
  }
}

function rowsOf(databaseUrl: string): { readonly grants: number; readonly audit: number } {
  const database = new Sqlite(databaseUrl.replace(/^file:/, ''), { readonly: true });
  const countOf = (table: string) => database.prepare(`select count(*) from ${table}`).pluck().get() as number;
  const rows = { grants: countOf('used_grants'), audit: countOf('audit_events') };
  database.close();
  return rows;
}
