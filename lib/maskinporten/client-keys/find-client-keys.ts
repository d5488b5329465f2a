import type { Db, Transaction } from '#db/open.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { markKeysChanged } from '../clients/find-client.ts';
import { CLIENT_KEY_LIFETIME_DAYS, type ClientKey } from './model.ts';
import { type JwkCandidate, parsePublicKey, thumbprintOf } from './public-key.ts';
import { saveKey, selectKeys, selectKeysOfClients } from './store.ts';

/** The keys registered on a client, oldest first, expired ones too. */
export function findClientKeys(db: Db, clientId: string): Promise<readonly ClientKey[]> {
  return selectKeys(db, clientId);
}

/** The keys of several clients in one read, by client id. */
export async function findKeysOfClients(
  db: Db,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ClientKey[]>> {
  return Map.groupBy(await selectKeysOfClients(db, clientIds), (key) => key.clientId);
}

/** The latest instant at which a key posted at `at` may end. */
export function latestExpiry(at: Date): Date {
  return new Date(at.getTime() + CLIENT_KEY_LIFETIME_DAYS * DAY_MS);
}

/**
 * Puts a public key on a client inside the caller's transaction; a year's life unless said. Counts nothing and
 * compares with nobody. @throws ProblemError 400 for a key that the API would refuse.
 */
export async function storeClientKey(
  tx: Transaction,
  key: {
    readonly clientId: string;
    readonly jwk: JwkCandidate;
    readonly expiresAt?: Date;
    readonly at: Date;
  },
): Promise<void> {
  const jwk = parsePublicKey(key.jwk);
  await saveKey(tx, {
    clientId: key.clientId,
    kid: jwk.kid,
    jwk,
    thumbprint: thumbprintOf(jwk),
    expiresAt: key.expiresAt ?? latestExpiry(key.at),
    lastUsedAt: undefined,
    createdAt: key.at,
    updatedAt: key.at,
  });
  await markKeysChanged(tx, key.clientId, key.at);
}
