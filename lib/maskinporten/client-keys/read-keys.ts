import type { Context } from '../../context/context.ts';
import { type ClientWithKeys, readClient } from '../clients/read-client.ts';
import type { ClientKey } from './model.ts';
import { keyOf } from './put-key.ts';

/** Reads the keys of a client, expired ones too. @throws BareError 401, 403 · ProblemError 404 `client_not_found` */
export function readKeySet(context: Context, input: { readonly clientId: string }): Promise<ClientWithKeys> {
  return readClient(context, input);
}

/** Reads one key of a client. @throws BareError 401, 403 · ProblemError 404 `client_not_found`, `key_not_found` */
export async function readKey(
  context: Context,
  input: { readonly clientId: string; readonly kid: string },
): Promise<ClientWithKeys & { readonly key: ClientKey }> {
  const found = await readClient(context, input);
  return { ...found, key: keyOf(found, input.kid) };
}
