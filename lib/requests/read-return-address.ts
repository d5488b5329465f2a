import type { Context } from '../context/context.ts';
import type { RequestKind } from './model.ts';
import { redirectTarget } from './redirect.ts';
import { selectRequest } from './store.ts';

/**
 * Reads where somebody who has answered a request and logged out is sent. Open to everybody: it gives away nothing but an
 * address from the vendor's own list, and only of a request that has been answered.
 * @returns `undefined` when there is none, or it is no longer on the list.
 * @see altinn-api.md §11
 */
export async function readReturnAddress(
  context: Context,
  key: { readonly kind: RequestKind; readonly id: string },
): Promise<string | undefined> {
  const request = await selectRequest(context.db, key);
  if (!request || request.isDeleted || request.status === 'New') return undefined;
  return (await redirectTarget(context.db, request))?.url;
}
