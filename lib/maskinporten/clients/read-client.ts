import type { Context } from '../../context/context.ts';
import { READ_CLIENTS } from '../administration/authority.ts';
import { findClientKeys } from '../client-keys/find-client-keys.ts';
import type { ClientKey } from '../client-keys/model.ts';
import type { Client } from './model.ts';
import { assertOwnClient } from './own-client.ts';

/** A client with the keys registered on it. */
export type ClientWithKeys = { readonly client: Client; readonly keys: readonly ClientKey[] };

/** Reads a client of the caller's organisation, active or not. @throws BareError 401, 403 · ProblemError 404 */
export async function readClient(context: Context, input: { readonly clientId: string }): Promise<ClientWithKeys> {
  const client = await assertOwnClient(context, input.clientId, READ_CLIENTS);
  return { client, keys: await findClientKeys(context.db, client.clientId) };
}
