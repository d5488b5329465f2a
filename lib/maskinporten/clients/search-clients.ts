import type { Context } from '../../context/context.ts';
import { type PageOf, type PageQuery, pageByName } from '../../kernel/pages.ts';
import { assertAdministrator, READ_CLIENTS } from '../administration/authority.ts';
import { findKeysOfClients } from '../client-keys/find-client-keys.ts';
import type { ClientWithKeys } from './read-client.ts';
import { selectClientsOf } from './store.ts';

/**
 * Finds the clients that the reader's organisation owns or supplies by words of their name or id, inactive ones too, by name.
 * Only those on the page are read with their keys. For pages: a machine that may do less than read everything uses `listClients`.
 * @throws BareError 401, 403
 */
export async function searchClients(
  context: Context,
  { query = '', after }: PageQuery,
): Promise<PageOf<ClientWithKeys>> {
  const orgNo = await assertAdministrator(context, READ_CLIENTS);
  const words = query.toLowerCase();
  const found = (await selectClientsOf(context.db, orgNo, undefined)).filter(({ name, clientId }) =>
    [name, clientId].some((text) => text.toLowerCase().includes(words)),
  );
  const page = pageByName(found, after, ({ name, clientId }) => ({ name, uuid: clientId }));
  const keys = await findKeysOfClients(
    context.db,
    page.rows.map(({ clientId }) => clientId),
  );
  return { ...page, rows: page.rows.map((client) => ({ client, keys: keys.get(client.clientId) ?? [] })) };
}
