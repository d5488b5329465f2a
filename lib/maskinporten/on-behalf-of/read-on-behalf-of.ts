import type { Context } from '../../context/context.ts';
import { READ_ON_BEHALF_OF } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import type { Client } from '../clients/model.ts';
import { assertOwnClient } from '../clients/own-client.ts';
import { nameOnBehalfOf } from './find-on-behalf-of.ts';
import { type NamedOnBehalfOf, valueIn } from './model.ts';
import { selectOnBehalfOf } from './store.ts';

/** An entry with the client that it stands on. */
export type OnBehalfOfClient = { readonly client: Client; readonly entry: NamedOnBehalfOf };

/**
 * Lists in whose name a client acts; inactive entries only when asked for.
 * @throws BareError 401, 403 · ProblemError 404 `client_not_found`
 */
export async function listOnBehalfOf(
  context: Context,
  input: { readonly clientId: string; readonly inactive: boolean },
): Promise<readonly NamedOnBehalfOf[]> {
  const { clientId } = await assertOwnClient(context, input.clientId, READ_ON_BEHALF_OF);
  const entries = await selectOnBehalfOf(context.db, [clientId], input.inactive ? {} : { active: true });
  return nameOnBehalfOf(context.db, entries);
}

/**
 * Reads one entry of a client, active or not.
 * @throws BareError 401, 403 · ProblemError 404 `client_not_found`, `on_behalf_of_not_found`
 */
export async function readOnBehalfOf(
  context: Context,
  input: { readonly clientId: string; readonly id: string },
): Promise<OnBehalfOfClient> {
  const client = await assertOwnClient(context, input.clientId, READ_ON_BEHALF_OF);
  const onBehalfOf = valueIn(client.clientId, input.id);
  const found = await selectOnBehalfOf(context.db, [client.clientId], { onBehalfOf });
  const [entry] = await nameOnBehalfOf(context.db, found);
  if (!entry) throw administrationProblem('on_behalf_of_not_found');
  return { client, entry };
}
