import type { Context } from '../../context/context.ts';
import { WRITE_CLIENTS } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { assertOwnClient } from '../clients/own-client.ts';
import type { ClientWithKeys } from '../clients/read-client.ts';
import { assertCertified } from './certified-keys.ts';
import { changeKeys, type KeysInput } from './change-keys.ts';
import type { ClientKey } from './model.ts';
import { parsePostedKey, toClientKey } from './new-key.ts';
import { type JwkCandidate, refusePrivate } from './public-key.ts';

/**
 * Adds a key to a client beside those that are there, or renews or replaces the one of that name.
 * @throws BareError 401, 403 · ProblemError 400, 404, 412; see `replaceKeySet`
 */
export async function putKey(
  context: Context,
  input: KeysInput & { readonly kid: string; readonly jwk: JwkCandidate },
): Promise<ClientWithKeys & { readonly key: ClientKey }> {
  const own = await assertOwnClient(context, input.clientId, WRITE_CLIENTS);
  refusePrivate(input.jwk);
  const { kid = input.kid } = input.jwk;
  if (kid !== null && kid !== input.kid) {
    throw administrationProblem('invalid_key', { field: 'kid', detail: 'kid differs from the one in the path.' });
  }
  const posted = parsePostedKey({ ...input.jwk, kid: input.kid });
  await assertCertified(context, own, [posted]);
  const changed = await changeKeys(context, input, (present, client) => {
    const sameName = present.find((key) => key.kid === input.kid);
    return [...present.filter((key) => key !== sameName), toClientKey(context, client, posted, sameName)];
  });
  return { ...changed, key: keyOf(changed, input.kid) };
}

/** The key of that name in a set. @throws ProblemError 404 `key_not_found` */
export function keyOf({ keys }: ClientWithKeys, kid: string): ClientKey {
  const key = keys.find((candidate) => candidate.kid === kid);
  if (!key) throw administrationProblem('key_not_found');
  return key;
}
