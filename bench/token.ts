// `npm run bench -- token`: our token endpoint, oidc-provider, and bare crypto, alternating in one run.
import { createPublicKey, type JsonWebKey, randomUUID, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { openDatabase } from '#db/open.ts';
import { storeClientKey } from '#lib/maskinporten/client-keys/find-client-keys.ts';
import { storeClient } from '#lib/maskinporten/clients/find-client.ts';
import { storeScope } from '#lib/maskinporten/scopes/find-scope.ts';
import { storeScopeAccess } from '#lib/maskinporten/scopes/store-scope-access.ts';
import { type BenchKey, inParallel, newKey, signJwt } from './keys.ts';
import { httpRequest } from './load.ts';
import { median, printTable, runLoad, startPeer, startPortal, type Target } from './processes.ts';

const ROUNDS = 3;
const SECONDS = 5;
const WARM_UP_SECONDS = 2;
const CONNECTIONS = 16;
/** More than any server here can use up in a round. */
const REQUESTS_PER_SECOND = 5000;
const CLIENTS = 20;
const SCOPE = 'bench:read';
const ORG = '313300307';
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

type Client = { readonly id: string; readonly key: BenchKey };

export async function benchToken(databaseUrl: string): Promise<void> {
  const clients = await inParallel(CLIENTS, async () => ({ id: randomUUID(), key: await newKey() }));
  await prepareDatabase(databaseUrl, clients);
  const ours = await startPortal(databaseUrl);
  const peer = await startPeer(clients);
  const rates: Record<string, number[]> = { ours: [], peer: [], crypto: [] };
  const p99: Record<string, number[]> = { ours: [], peer: [] };
  const rows: string[][] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const seconds = round === 0 ? WARM_UP_SECONDS : SECONDS;
      for (const [name, target, make] of [
        ['ours', ours, ourRequest],
        ['peer', peer, peerRequest],
      ] as const) {
        const requests = await inParallel(seconds * REQUESTS_PER_SECOND, (index) =>
          make(target, clients[index % CLIENTS] ?? clients[0]),
        );
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
        rows.push([
          String(round),
          name,
          result.perSecond.toFixed(0),
          result.p50.toFixed(1),
          result.p99.toFixed(1),
          '0',
          target.memory(),
        ]);
      }
      const crypto = await bareCrypto(clients[0]?.key, seconds);
      if (round === 0) continue;
      rates.crypto?.push(crypto);
      rows.push([String(round), 'bare crypto', crypto.toFixed(0), '', '', '', '']);
    }
  } finally {
    ours.stop();
    peer.stop();
  }
  printTable(['round', 'server', 'per s', 'p50 ms', 'p99 ms', 'errors', 'RSS MiB'], rows);
  const [own, other, crypto] = [median(rates.ours), median(rates.peer), median(rates.crypto)];
  console.log(`\nratio to oidc-provider (in memory): ${(own / other).toFixed(2)}`);
  console.log(`ratio to bare sign and verify:      ${(own / crypto).toFixed(2)}`);
  console.log(`p99 ratio to oidc-provider:         ${(median(p99.ours) / median(p99.peer)).toFixed(2)}`);
}

async function prepareDatabase(url: string, clients: readonly Client[]): Promise<void> {
  const database = openDatabase(url);
  await database.migrate();
  const at = new Date();
  await database.db.transaction(async (tx) => {
    await storeScope(tx, { name: SCOPE, ownerOrgNo: ORG, description: 'bench', at });
    await storeScopeAccess(tx, { scope: SCOPE, consumerOrgNo: ORG, at });
    for (const { id, key } of clients) {
      await storeClient(tx, { clientId: id, orgNo: ORG, name: 'bench', scopes: [SCOPE], at });
      await storeClientKey(tx, { clientId: id, jwk: key.publicJwk as Record<string, unknown>, at });
    }
  });
  await database.close();
}

async function ourRequest(target: Target, client: Client | undefined): Promise<Buffer> {
  if (!client) throw new Error('no client');
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: `${target.origin}/`,
    iss: client.id,
    scope: SCOPE,
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
  };
  const body = new URLSearchParams({ grant_type: GRANT, assertion: await signJwt(client.key, claims) });
  return httpRequest('POST', '/token', FORM, body.toString());
}

async function peerRequest(target: Target, client: Client | undefined): Promise<Buffer> {
  if (!client) throw new Error('no client');
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

/** One verification and one signature per round trip, sixteen at a time: what no token endpoint can beat. */
async function bareCrypto(key: BenchKey | undefined, seconds: number): Promise<number> {
  if (!key) throw new Error('no key');
  const signInPool = promisify(sign);
  const publicKey = createPublicKey({ key: key.publicJwk as JsonWebKey, format: 'jwk' });
  const data = Buffer.alloc(500, 'x');
  const signature = sign('sha256', data, key.privateKey);
  const endsAt = performance.now() + seconds * 1000;
  let done = 0;
  const work = async () => {
    while (performance.now() < endsAt) {
      verify('sha256', data, publicKey, signature);
      await signInPool('sha256', data, key.privateKey);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return done / seconds;
}
