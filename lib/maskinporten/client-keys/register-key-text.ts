import type { Context } from '../../context/context.ts';
import { WRITE_CLIENTS } from '../administration/authority.ts';
import { assertOwnClient } from '../clients/own-client.ts';
import type { ClientWithKeys } from '../clients/read-client.ts';
import type { KeysInput } from './change-keys.ts';
import { findClientKeys } from './find-client-keys.ts';
import { readKeyText } from './key-text.ts';
import type { ClientKey } from './model.ts';
import { parsePublicKey, thumbprintOf } from './public-key.ts';
import { putKey } from './put-key.ts';

/**
 * Adds a key from pasted text, whatever its form. A key without a name gets the one it has on the client already, or
 * its thumbprint.
 * @throws BareError 401, 403 · ProblemError 400, 404, 412; see `putKey`
 */
export async function registerKeyText(
  context: Context,
  input: KeysInput & { readonly text: string },
): Promise<ClientWithKeys & { readonly key: ClientKey }> {
  await assertOwnClient(context, input.clientId, WRITE_CLIENTS);
  const candidate = readKeyText(input.text);
  if (typeof candidate.kid === 'string') {
    return putKey(context, { ...input, kid: candidate.kid, jwk: candidate });
  }
  const { kid, ...unnamed } = candidate;
  const thumbprint = thumbprintOf(parsePublicKey({ ...unnamed, kid: 'unnamed' }));
  const present = await findClientKeys(context.db, input.clientId);
  const name = present.find((key) => key.thumbprint === thumbprint)?.kid ?? thumbprint;
  return putKey(context, { ...input, kid: name, jwk: unnamed });
}
