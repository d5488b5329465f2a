import type { Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { WRITE_CLIENTS } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { lockClient, markKeysChanged, ownersOfClients } from '../clients/find-client.ts';
import type { Client } from '../clients/model.ts';
import { assertOwnClient } from '../clients/own-client.ts';
import type { ClientWithKeys } from '../clients/read-client.ts';
import { assertVersion } from '../clients/version.ts';
import { CLIENT_KEYS_MAX, type ClientKey } from './model.ts';
import { removeKeys, saveKey, selectKeys, selectOtherHolders } from './store.ts';

/** Which client, and which version of its keys the caller has seen. */
export type KeysInput = { readonly clientId: string; readonly ifMatch?: string | undefined };

/**
 * Gives a client another set of keys: `change` makes the new one from the present one. Changes of one client take
 * turns, and each gives it a new version.
 * @throws BareError 401, 403 · ProblemError 400 `too_many_keys`, `duplicate_kid`, `key_in_use`, 404, 412, and what
 * `change` throws
 */
export async function changeKeys(
  context: Context,
  input: KeysInput,
  change: (present: readonly ClientKey[], client: Client) => readonly ClientKey[],
): Promise<ClientWithKeys> {
  const own = await assertOwnClient(context, input.clientId, WRITE_CLIENTS);
  return context.db.transaction(async (tx) => {
    const client = await lockClient(tx, own.clientId);
    if (!client) throw administrationProblem('client_not_found');
    assertVersion(client.version, input.ifMatch);
    const before = await selectKeys(tx, client.clientId);
    const after = change(before, client);
    assertSet(after);
    await assertNobodyElses(tx, client, after);
    const kept = new Set(after.map(({ kid }) => kid));
    const gone = before.filter(({ kid }) => !kept.has(kid));
    await removeKeys(
      tx,
      client.clientId,
      gone.map(({ kid }) => kid),
    );
    for (const key of after) if (!before.includes(key)) await saveKey(tx, key);
    const version = await markKeysChanged(tx, client.clientId, context.now);
    await recordAudit(tx, context, {
      action: 'client-keys.changed',
      subjectType: 'client',
      subjectId: client.clientId,
      vendorOrgNo: client.orgNo,
      before: before.map(summary),
      after: after.map(summary),
    });
    return { client: { ...client, version, keysUpdatedAt: context.now }, keys: await selectKeys(tx, client.clientId) };
  });
}

function assertSet(keys: readonly ClientKey[]): void {
  if (keys.length > CLIENT_KEYS_MAX) throw administrationProblem('too_many_keys', { field: 'keys' });
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) {
    throw administrationProblem('duplicate_kid', { field: 'keys' });
  }
}

/** A key that two organisations share would let each pass for the other; of two that add it at once, one comes first. */
async function assertNobodyElses(tx: Transaction, client: Client, keys: readonly ClientKey[]): Promise<void> {
  if (keys.length === 0) return;
  await nextSequence(tx, 'client-keys');
  const thumbprints = keys.map(({ thumbprint }) => thumbprint);
  const holders = await selectOtherHolders(tx, client.clientId, thumbprints);
  const owners = await ownersOfClients(tx, holders);
  if ([...owners.values()].some((orgNo) => orgNo !== client.orgNo)) throw administrationProblem('key_in_use');
}

function summary({ kid, thumbprint, expiresAt, jwk }: ClientKey) {
  return { kid, thumbprint, expiresAt, jwk };
}
