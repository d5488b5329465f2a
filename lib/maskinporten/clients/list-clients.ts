import type { Context } from '../../context/context.ts';
import { assertAdministrator, READ_CLIENTS } from '../administration/authority.ts';
import { findKeysOfClients } from '../client-keys/find-client-keys.ts';
import type { ClientWithKeys } from './read-client.ts';
import { selectClientsOf } from './store.ts';

/**
 * Lists the clients that the caller's organisation owns or supplies, oldest first; inactive ones only when asked for.
 * @throws BareError 401, 403
 */
export async function listClients(
  context: Context,
  input: { readonly inactive: boolean },
): Promise<readonly ClientWithKeys[]> {
  const orgNo = await assertAdministrator(context, READ_CLIENTS);
  const clients = await selectClientsOf(context.db, orgNo, input.inactive ? undefined : true);
  const keys = await findKeysOfClients(
    context.db,
    clients.map(({ clientId }) => clientId),
  );
  return clients.map((client) => ({ client, keys: keys.get(client.clientId) ?? [] }));
}
