import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { findSystem } from '../register/find-system.ts';
import { assertVendor } from './assert-vendor.ts';
import { type ChangeRequest, PAGE_SIZE, type SystemUserRequest } from './model.ts';
import { REQUEST_READ } from './scopes.ts';
import { type Filter, selectChangeRequests, selectRequests } from './store.ts';

/** A page of a list; `next` is where the following page begins to look, absent on the last one. */
export type RequestPage<Item> = { readonly items: readonly Item[]; readonly next: number | undefined };

type Place = { readonly systemId: string; readonly after?: number | undefined };

/**
 * Lists a system's requests of one type, oldest first, fifty a page; no item is lost or repeated between pages.
 * @throws BareError 401, 403 · ProblemError AUTH-00011 unknown or another vendor's system.
 */
export async function listRequestsOfSystem(
  context: Context,
  input: Place & { readonly kind: 'standard' | 'agent' },
): Promise<RequestPage<SystemUserRequest>> {
  const filter = await pageOf(context, input);
  return toPage(await selectRequests(context.db, { ...filter, kinds: [input.kind] }));
}

/**
 * Lists a system's change requests like `listRequestsOfSystem`.
 * @throws BareError 401, 403 · ProblemError AUTH-00011.
 */
export async function listChangeRequestsOfSystem(context: Context, input: Place): Promise<RequestPage<ChangeRequest>> {
  return toPage(await selectChangeRequests(context.db, await pageOf(context, input)));
}

async function pageOf(context: Context, { systemId, after }: Place): Promise<Filter> {
  const vendorOrgNo = await assertVendor(context, REQUEST_READ);
  const system = await findSystem(context.db, { systemId });
  if (system?.vendorOrgNo !== vendorOrgNo) throw authProblem('AUTH-00011');
  // One more than fits tells whether there is a next page.
  return { systemInternalId: system.internalId, afterSequenceNo: after ?? 0, limit: PAGE_SIZE + 1 };
}

function toPage<Item extends { readonly sequenceNo: number }>(found: readonly Item[]): RequestPage<Item> {
  const items = found.slice(0, PAGE_SIZE);
  return { items, next: found.length > items.length ? items.at(-1)?.sequenceNo : undefined };
}
