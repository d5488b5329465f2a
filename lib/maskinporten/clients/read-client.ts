import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { READ_CLIENTS } from '../administration/authority.ts';
import { findClientKeys } from '../client-keys/find-client-keys.ts';
import type { ClientKey } from '../client-keys/model.ts';
import { findOnBehalfOf } from '../on-behalf-of/find-on-behalf-of.ts';
import type { NamedOnBehalfOf } from '../on-behalf-of/model.ts';
import type { Client } from './model.ts';
import { assertOwnClient } from './own-client.ts';

/** A client with the keys registered on it. */
export type ClientWithKeys = { readonly client: Client; readonly keys: readonly ClientKey[] };

/** A client with everything that shows with it: its keys, and in whose name it acts. */
export type WholeClient = ClientWithKeys & { readonly onBehalfOf: readonly NamedOnBehalfOf[] };

/** Reads a client of the caller's organisation, active or not. @throws BareError 401, 403 · ProblemError 404 */
export async function readClient(context: Context, input: { readonly clientId: string }): Promise<WholeClient> {
  const client = await assertOwnClient(context, input.clientId, READ_CLIENTS);
  return completeClient(context.db, client);
}

/** Adds to a client what shows with it. */
export async function completeClient(db: Db, client: Client): Promise<WholeClient> {
  const entries = await findOnBehalfOf(db, [client.clientId]);
  return { client, keys: await findClientKeys(db, client.clientId), onBehalfOf: entries.get(client.clientId) ?? [] };
}
