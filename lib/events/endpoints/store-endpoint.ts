import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/open.ts';
import { sealSecret } from '../secret.ts';
import { insertEndpoint } from './store.ts';

/** Adds an address that hears of everything about the systems, inside the caller's transaction, with a secret that it has. */
export async function storeEndpoint(
  tx: Transaction,
  endpoint: {
    readonly vendorOrgNo: string;
    readonly url: string;
    readonly systemIds: readonly string[];
    readonly secret: string;
    readonly at: Date;
  },
): Promise<void> {
  const { secret, at, ...rest } = endpoint;
  await insertEndpoint(tx, { ...rest, id: randomUUID(), eventTypes: [], secretSealed: sealSecret(secret) }, at);
}
