import type { Context } from '../../context/context.ts';
import { assertSomeVendor } from '../../register/assert-vendor.ts';
import { ownEndpoint } from '../endpoints/own-endpoint.ts';
import type { LoggedDelivery } from './model.ts';
import { selectLog } from './store.ts';

/** How many deliveries the log goes back. */
const LOG_MAX = 50;

/**
 * Lists what was sent to one of the caller's own addresses or waits for it, newest first.
 * @throws BareError 401, 403 · ProblemError 404 `webhook_not_found`
 */
export async function listDeliveries(
  context: Context,
  { endpointId }: { readonly endpointId: string },
): Promise<readonly LoggedDelivery[]> {
  const { orgNo } = await assertSomeVendor(context);
  const endpoint = await ownEndpoint(context, orgNo, endpointId);
  return selectLog(context.db, endpoint.id, { limit: LOG_MAX });
}
