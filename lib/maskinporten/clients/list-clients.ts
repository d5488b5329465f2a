import { hasAnyScope } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { assertAdministrator, READ_CLIENTS, withoutSupply } from '../administration/authority.ts';
import { findKeysOfClients } from '../client-keys/find-client-keys.ts';
import { findOnBehalfOf } from '../on-behalf-of/find-on-behalf-of.ts';
import type { WholeClient } from './read-client.ts';
import { selectClientsOf } from './store.ts';

/**
 * Lists the clients that the caller's organisation owns or supplies, oldest first; inactive ones only when asked for.
 * @throws BareError 401, 403
 */
export async function listClients(
  context: Context,
  input: { readonly inactive: boolean },
): Promise<readonly WholeClient[]> {
  const orgNo = await assertAdministrator(context, READ_CLIENTS);
  const found = await selectClientsOf(context.db, orgNo, input.inactive ? undefined : true);
  const { actor } = context;
  const suppliesOnly = actor.kind === 'organisation' && !hasAnyScope(actor, withoutSupply(READ_CLIENTS));
  const clients = found.filter(({ supplierOrgNo }) => !suppliesOnly || supplierOrgNo === orgNo);
  const ids = clients.map(({ clientId }) => clientId);
  const keys = await findKeysOfClients(context.db, ids);
  const onBehalfOf = await findOnBehalfOf(context.db, ids);
  return clients.map((client) => ({
    client,
    keys: keys.get(client.clientId) ?? [],
    onBehalfOf: onBehalfOf.get(client.clientId) ?? [],
  }));
}
