// `npm run bench -- token`: our token endpoint, oidc-provider, the floor under both, and bare crypto, alternating in one run.
import { randomUUID } from 'node:crypto';
import { bareCrypto } from './bare-crypto.ts';
import { type BenchClient, FORM, makeRequests, newClients, SCOPE, storeClients, tokenRequest } from './clients.ts';
import { signJwt } from './keys.ts';
import { httpRequest } from './load.ts';
import { median, printTable, ratio, runLoad, startFloor, startPeer, startPortal, type Target } from './processes.ts';

/** Many short rounds: what else the machine does comes and goes within seconds. */
const ROUNDS = 9;
const SECONDS = 2;
/** As long as the rates go on rising: V8 optimises what runs often, ours having more code than the others. */
const WARM_UP_SECONDS = 10;
const CONNECTIONS = 16;
/** How many more requests are made than bare crypto could answer, so that no server uses them up. */
const SURPLUS = 1.6;
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Prints a row for each round and server, and at the end the ratios, which alone mean something on a shared machine. */
export async function benchToken(databaseUrl: string): Promise<void> {
  const clients = await newClients();
  await storeClients(databaseUrl, clients);
  const ours = await startPortal(databaseUrl);
  const peer = await startPeer(clients);
  const floor = await startFloor();
  console.log(`resident at rest: ours ${ours.memory()} MiB, oidc-provider ${peer.memory()} MiB\n`);
  const rates: Record<string, number[]> = { ours: [], peer: [], floor: [], crypto: [] };
  const p99: Record<string, number[]> = { ours: [], peer: [], floor: [] };
  const cost: Record<string, number[]> = { ours: [], peer: [], floor: [] };
  const rows: string[][] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const seconds = round === 0 ? WARM_UP_SECONDS : SECONDS;
      const crypto = await bareCrypto(CONNECTIONS, seconds);
      const turns = [
        ['ours', ours, tokenRequest],
        ['peer', peer, peerRequest],
        ['floor', floor, tokenRequest],
      ] as const;
      for (const turn of turns.keys()) {
        // Each goes first in its turn, for what has just been done leaves its marks.
        const [name, target, make] = turns[(round + turn) % turns.length] ?? turns[0];
        const requests = await makeRequests(seconds * crypto * SURPLUS, clients, (client) => make(target, client));
        const cpuBefore = target.cpu();
        const result = await runLoad({
          port: target.port,
          connections: CONNECTIONS,
          seconds,
          requests,
          expectedStatus: 200,
        });
        if (result.failed > 0)
          throw new Error(`void: ${name} answered ${result.failed} times not 200: ${result.firstFailure}`);
        if (result.ok >= requests.length) throw new Error(`void: ${name} used up its requests`);
        if (round === 0) continue;
        rates[name]?.push(result.perSecond);
        p99[name]?.push(result.p99);
        const cpuEach = ((target.cpu() - cpuBefore) / result.ok) * 1000;
        cost[name]?.push(cpuEach);
        rows.push([
          String(round),
          name,
          result.perSecond.toFixed(0),
          result.p50.toFixed(1),
          result.p99.toFixed(1),
          '0',
          cpuEach.toFixed(0),
          target.memory(),
        ]);
      }
      if (round === 0) continue;
      rates.crypto?.push(crypto);
      rows.push([String(round), 'bare crypto', crypto.toFixed(0), '', '', '', '', '']);
    }
  } finally {
    ours.stop();
    peer.stop();
    floor.stop();
  }
  printTable(['round', 'server', 'per s', 'p50 ms', 'p99 ms', 'errors', 'CPU µs each', 'RSS MiB'], rows);
  console.log(`\nrate, ours to oidc-provider (in memory): ${ratio(median(rates.ours), median(rates.peer))}`);
  console.log(`rate, ours to bare sign and verify:      ${ratio(median(rates.ours), median(rates.crypto))}`);
  console.log(`rate, the floor to oidc-provider:        ${ratio(median(rates.floor), median(rates.peer))}`);
  console.log(`rate, the floor to bare sign and verify: ${ratio(median(rates.floor), median(rates.crypto))}`);
  console.log(`p99, ours to oidc-provider:              ${ratio(median(p99.ours), median(p99.peer))}`);
  console.log(`CPU a token, ours to oidc-provider:      ${ratio(median(cost.ours), median(cost.peer))}`);
}

async function peerRequest(target: Target, client: BenchClient): Promise<Buffer> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { aud: target.origin, iss: client.id, sub: client.id, iat: now, exp: now + 120, jti: randomUUID() };
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    scope: SCOPE,
    client_assertion_type: ASSERTION,
    client_assertion: await signJwt(client.key, claims),
  });
  return httpRequest('POST', '/token', FORM, body.toString());
}
