import type { Context } from '../../context/context.ts';
import { checkChoices, type GivenChoices } from './check-choices.ts';
import type { Endpoint } from './model.ts';
import { assertChanging, ownEndpoint, recordEndpoint } from './own-endpoint.ts';
import { writeEndpoint } from './store.ts';

/**
 * Replaces what a vendor chooses for an address. While it is not active, events wait for it; the secret stays.
 * @throws BareError 401, 403 · ProblemError 403 agreement-missing, 404 `webhook_not_found`, 400 `webhook_url`,
 * `webhook_type`, `webhook_system`
 */
export async function updateEndpoint(
  context: Context,
  { endpointId, active, ...given }: GivenChoices & { readonly endpointId: string; readonly active: boolean },
): Promise<Endpoint> {
  const vendorOrgNo = await assertChanging(context);
  const choices = await checkChoices(context.db, vendorOrgNo, given);
  return context.db.transaction(async (tx) => {
    const before = await ownEndpoint({ db: tx }, vendorOrgNo, endpointId);
    await writeEndpoint(tx, endpointId, { ...choices, active }, context.now);
    const endpoint = await ownEndpoint({ db: tx }, vendorOrgNo, endpointId);
    await recordEndpoint(tx, context, { did: 'changed', endpoint, before });
    return endpoint;
  });
}

/**
 * Pauses an address or lets it go on, and keeps the rest.
 * @throws as `updateEndpoint`
 */
export async function pauseEndpoint(
  context: Context,
  { endpointId, active }: { readonly endpointId: string; readonly active: boolean },
): Promise<Endpoint> {
  const vendorOrgNo = await assertChanging(context);
  return updateEndpoint(context, { ...(await ownEndpoint(context, vendorOrgNo, endpointId)), endpointId, active });
}
