import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import type { ClientWithKeys } from '../clients/read-client.ts';
import { changeKeys, type KeysInput } from './change-keys.ts';

/**
 * Removes one key; grants signed with it are refused at once, tokens already out stay valid until they expire.
 * @throws BareError 401, 403 · ProblemError 404 `client_not_found` or `key_not_found`, 412
 */
export function deleteKey(context: Context, input: KeysInput & { readonly kid: string }): Promise<ClientWithKeys> {
  return changeKeys(context, input, (present) => {
    const kept = present.filter(({ kid }) => kid !== input.kid);
    if (kept.length === present.length) throw administrationProblem('key_not_found');
    return kept;
  });
}

/** Removes every key of a client. @throws BareError 401, 403 · ProblemError 404, 412 */
export function deleteKeySet(context: Context, input: KeysInput): Promise<ClientWithKeys> {
  return changeKeys(context, input, () => []);
}
