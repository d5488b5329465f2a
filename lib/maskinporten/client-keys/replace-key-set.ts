import type { Context } from '../../context/context.ts';
import { WRITE_CLIENTS } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { assertOwnClient } from '../clients/own-client.ts';
import type { ClientWithKeys } from '../clients/read-client.ts';
import { assertCertified } from './certified-keys.ts';
import { changeKeys, type KeysInput } from './change-keys.ts';
import { CLIENT_KEYS_MAX } from './model.ts';
import { parsePostedKey, toClientKey } from './new-key.ts';
import { type JwkCandidate, refusePrivate } from './public-key.ts';

/**
 * Puts a whole set of keys in place of the one that is there: what is not in it is removed at once.
 * @throws BareError 401, 403 · ProblemError 400 `private_key`, `invalid_key`, `too_many_keys`, `duplicate_kid`,
 * `key_in_use`, 404, 412
 * @see `maskinporten.md` §12.7
 */
export async function replaceKeySet(
  context: Context,
  input: KeysInput & { readonly keys: readonly JwkCandidate[] },
): Promise<ClientWithKeys> {
  const own = await assertOwnClient(context, input.clientId, WRITE_CLIENTS);
  for (const candidate of input.keys) refusePrivate(candidate);
  if (input.keys.length > CLIENT_KEYS_MAX) throw administrationProblem('too_many_keys', { field: 'keys' });
  const posted = input.keys.map(parsePostedKey);
  await assertCertified(context, own, posted);
  return changeKeys(context, input, (present, client) =>
    posted.map((key) => {
      const sameName = present.find(({ kid }) => kid === key.jwk.kid);
      return toClientKey(context, client, key, sameName);
    }),
  );
}
