import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { bindingProblem } from '../kernel/errors.ts';
import { findSystem } from '../register/find-system.ts';
import { assertVendor } from './assert-vendor.ts';
import { type ChangeRequest, PAGE_SIZE, type RequestKind, type SystemUserRequest } from './model.ts';
import { REQUEST_READ } from './scopes.ts';
import { type Filter, selectChangeRequests, selectRequest, selectRequests } from './store.ts';

/** A page of a list; `next` is the id of its last request, absent on the last page. */
export type RequestPage<Item> = { readonly items: readonly Item[]; readonly next: string | undefined };

type Place = {
  readonly systemId: string;
  /** The request that the page before ended with; it may have been withdrawn since. */
  readonly after?: string | undefined;
};

/**
 * Lists a system's requests of one type, oldest first, fifty a page; no item is lost or repeated between pages.
 * @throws BareError 401, 403 · ProblemError AUTH-00011 unknown or another vendor's system, 400 on `token`
 * (family C) when `after` is not in this list.
 */
export async function listRequestsOfSystem(
  context: Context,
  input: Place & { readonly kind: 'standard' | 'agent' },
): Promise<RequestPage<SystemUserRequest>> {
  const filter = await pageOf(context, input, input.kind);
  return toPage(await selectRequests(context.db, { ...filter, kinds: [input.kind] }));
}

/**
 * Lists a system's change requests like `listRequestsOfSystem`.
 * @throws BareError 401, 403 · ProblemError AUTH-00011, 400 on `token`.
 */
export async function listChangeRequestsOfSystem(context: Context, input: Place): Promise<RequestPage<ChangeRequest>> {
  return toPage(await selectChangeRequests(context.db, await pageOf(context, input, 'change')));
}

async function pageOf(context: Context, { systemId, after }: Place, kind: RequestKind): Promise<Filter> {
  const vendorOrgNo = await assertVendor(context, REQUEST_READ);
  const system = await findSystem(context.db, { systemId });
  if (system?.vendorOrgNo !== vendorOrgNo) throw authProblem('AUTH-00011');
  const last = after === undefined ? undefined : await selectRequest(context.db, { kind, id: after });
  if (after !== undefined && last?.systemInternalId !== system.internalId) {
    throw bindingProblem({ token: ['The token is not valid.'] });
  }
  // One more than fits tells whether there is a next page.
  return { systemInternalId: system.internalId, afterSequenceNo: last?.sequenceNo ?? 0, limit: PAGE_SIZE + 1 };
}

function toPage<Item extends { readonly id: string }>(found: readonly Item[]): RequestPage<Item> {
  const items = found.slice(0, PAGE_SIZE);
  return { items, next: found.length > items.length ? items.at(-1)?.id : undefined };
}
