import type { Db, Transaction } from '#db/open.ts';
import { type Client, type ClientDetails, DEFAULT_CLIENT_DETAILS } from './model.ts';
import { bumpVersion, insertClient, selectClient, selectClientForUpdate, selectOwners } from './store.ts';

/** Finds a client by its id, active or not. */
export function findClient(db: Db, clientId: string): Promise<Client | undefined> {
  return selectClient(db, clientId);
}

/** Finds a client and holds it until the transaction ends, so that changes of its keys take turns. */
export function lockClient(tx: Transaction, clientId: string): Promise<Client | undefined> {
  return selectClientForUpdate(tx, clientId);
}

/** The organisations that own those clients, by client id; unknown ids are left out. */
export function ownersOfClients(db: Db, clientIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return selectOwners(db, clientIds);
}

/** Notes a change of the client's keys, so that caches and ETags see it. @returns the new version. */
export function markKeysChanged(tx: Transaction, clientId: string, at: Date): Promise<number> {
  return bumpVersion(tx, clientId, { keysUpdatedAt: at });
}

/** Notes a change of what shows with the client, so that ETags see it. @returns the new version. */
export function markChanged(tx: Transaction, clientId: string, at: Date): Promise<number> {
  return bumpVersion(tx, clientId, { updatedAt: at });
}

/** Adds a Maskinporten client inside the caller's transaction. @returns `false` when the id is taken. */
export function storeClient(
  tx: Transaction,
  client: {
    readonly clientId: string;
    readonly orgNo: string;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly supplierOrgNo?: string;
    readonly accessTokenLifetime?: number;
    readonly integrationType?: string;
    readonly details?: Partial<ClientDetails>;
    readonly at: Date;
  },
): Promise<boolean> {
  return insertClient(tx, {
    clientId: client.clientId,
    orgNo: client.orgNo,
    supplierOrgNo: client.supplierOrgNo,
    name: client.name,
    active: true,
    integrationType: client.integrationType ?? 'maskinporten',
    scopes: client.scopes,
    accessTokenLifetime: client.accessTokenLifetime ?? 0,
    details: { ...DEFAULT_CLIENT_DETAILS, ...client.details },
    version: 1,
    keysUpdatedAt: undefined,
    lastUsedAt: undefined,
    createdAt: client.at,
    updatedAt: client.at,
  });
}
