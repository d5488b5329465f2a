import type { Context } from '../../context/context.ts';
import { assertChanging, ownEndpoint, recordEndpoint } from './own-endpoint.ts';
import { deleteEndpoint } from './store.ts';

/**
 * Removes an address; what waits for it is never sent.
 * @throws BareError 401, 403 · ProblemError 403 agreement-missing, 404 `webhook_not_found`
 */
export async function removeEndpoint(context: Context, { endpointId }: { readonly endpointId: string }): Promise<void> {
  const vendorOrgNo = await assertChanging(context);
  await context.db.transaction(async (tx) => {
    const endpoint = await ownEndpoint({ db: tx }, vendorOrgNo, endpointId);
    if (await deleteEndpoint(tx, endpointId)) {
      await recordEndpoint(tx, context, { did: 'removed', endpoint, before: endpoint });
    }
  });
}
