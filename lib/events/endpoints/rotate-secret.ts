import type { Context } from '../../context/context.ts';
import { newSecret, sealSecret } from '../secret.ts';
import type { CreatedEndpoint } from './create-endpoint.ts';
import { SECRET_OVERLAP_MS } from './model.ts';
import { assertChanging, ownEndpoint, recordEndpoint } from './own-endpoint.ts';
import { replaceSecret } from './store.ts';

/**
 * Gives an address a new secret. For a day everything is signed with both, so that the vendor can change in its own time.
 * @throws BareError 401, 403 · ProblemError 403 agreement-missing, 404 `webhook_not_found`
 */
export async function rotateSecret(
  context: Context,
  { endpointId }: { readonly endpointId: string },
): Promise<CreatedEndpoint> {
  const vendorOrgNo = await assertChanging(context);
  const secret = newSecret();
  const previousUntil = new Date(context.now.getTime() + SECRET_OVERLAP_MS);
  const endpoint = await context.db.transaction(async (tx) => {
    const own = await ownEndpoint({ db: tx }, vendorOrgNo, endpointId);
    await replaceSecret(tx, endpointId, { sealed: sealSecret(secret), previousUntil, at: context.now });
    await recordEndpoint(tx, context, { did: 'secret-rotated', endpoint: own });
    return own;
  });
  return { endpoint, secret };
}
