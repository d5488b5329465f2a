import type { Context } from '../../context/context.ts';
import { assertSomeVendor } from '../../register/assert-vendor.ts';
import type { Endpoint } from './model.ts';
import { ownEndpoint } from './own-endpoint.ts';
import { selectEndpoints } from './store.ts';

/** Lists the caller's own addresses, oldest first. @throws BareError 401, 403 */
export async function listEndpoints(context: Context): Promise<readonly Endpoint[]> {
  const { orgNo } = await assertSomeVendor(context);
  return selectEndpoints(context.db, orgNo);
}

/** Reads one of the caller's own addresses. @throws BareError 401, 403 · ProblemError 404 `webhook_not_found` */
export async function readEndpoint(
  context: Context,
  { endpointId }: { readonly endpointId: string },
): Promise<Endpoint> {
  const { orgNo } = await assertSomeVendor(context);
  return ownEndpoint(context, orgNo, endpointId);
}
