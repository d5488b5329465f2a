import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import { replaceKeySet } from '../client-keys/replace-key-set.ts';
import { createClient } from '../clients/create-client.ts';
import type { ClientWithKeys } from '../clients/read-client.ts';
import { findScopes, scopesGrantedTo } from '../scopes/find-scope.ts';
import { type Consumer, consumerOf } from './consumers.ts';
import type { SharingClientBody } from './schema.ts';

/**
 * Makes a client that is ready for use: with scopes that its organisation has access to, and with its keys if it is to
 * have any; all of it or nothing.
 * @throws BareError 401, 403 · ProblemError 400 `access_missing`, and what `createClient` and `replaceKeySet` throw
 * @see `maskinporten.md` §12.9
 */
export async function createSharingClient(context: Context, input: SharingClientBody): Promise<ClientWithKeys> {
  const consumer = await consumerOf(context, input.consumerOrgNo);
  await assertAccessible(consumer, input.client.settings.scopes);
  return context.db.transaction(async (tx) => {
    const inside = { ...consumer.context, db: tx };
    const client = await createClient(inside, input.client);
    if (input.keys.length === 0) return { client, keys: [] };
    return replaceKeySet(inside, { clientId: client.clientId, keys: input.keys });
  });
}

async function assertAccessible({ orgNo, context: { db } }: Consumer, names: readonly string[]): Promise<void> {
  const granted = await scopesGrantedTo(db, orgNo, names);
  const open = new Set((await findScopes(db, names)).flatMap((scope) => (scope.accessibleForAll ? [scope.name] : [])));
  const closed = names.filter((name) => !granted.has(name) && !open.has(name));
  if (closed.length === 0) return;
  throw administrationProblem('access_missing', { field: 'scopes', detail: closed.slice(0, 20).join(' ') });
}
