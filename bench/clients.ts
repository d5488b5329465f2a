import { randomUUID } from 'node:crypto';
import { openDatabase } from '#db/open.ts';
import { storeClientKey } from '#lib/maskinporten/client-keys/find-client-keys.ts';
import { storeClient } from '#lib/maskinporten/clients/find-client.ts';
import { storeScope } from '#lib/maskinporten/scopes/find-scope.ts';
import { storeScopeAccess } from '#lib/maskinporten/scopes/store-scope-access.ts';
import { type BenchKey, inParallel, newKey, signJwt } from './keys.ts';
import { httpRequest } from './load.ts';
import type { Target } from './processes.ts';

const CLIENTS = 20;
const ORG = '313300307';
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
export const SCOPE = 'bench:read';
export const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A client of the benchmark, registered with us and with the peer. */
export type BenchClient = { readonly id: string; readonly key: BenchKey };

/** Makes the clients. */
export function newClients(): Promise<readonly BenchClient[]> {
  return inParallel(CLIENTS, async () => ({ id: randomUUID(), key: await newKey() }));
}

/** Makes the database, with the clients and a scope that they may have. */
export async function storeClients(url: string, clients: readonly BenchClient[]): Promise<void> {
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

/** Makes so many requests, the clients taking turns. */
export function makeRequests(
  count: number,
  clients: readonly BenchClient[],
  make: (client: BenchClient) => Promise<Buffer>,
): Promise<Buffer[]> {
  return inParallel(Math.ceil(count), async (index) => {
    const client = clients[index % clients.length];
    if (!client) throw new Error('There are no clients.');
    return make(client);
  });
}

/** A token request with a grant of its own; with `isForged`, one whose signature is of something else. */
export async function tokenRequest(
  target: Target,
  client: BenchClient,
  { isForged = false }: { readonly isForged?: boolean } = {},
): Promise<Buffer> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { aud: `${target.origin}/`, iss: client.id, scope: SCOPE, iat: now, exp: now + 120 };
  const signed = await signJwt(client.key, { ...claims, jti: randomUUID() });
  const [header, payload] = (isForged ? await signJwt(client.key, { ...claims, jti: randomUUID() }) : signed).split(
    '.',
  );
  const assertion = `${header}.${payload}.${signed.split('.')[2]}`;
  return httpRequest('POST', '/token', FORM, new URLSearchParams({ grant_type: GRANT, assertion }).toString());
}
