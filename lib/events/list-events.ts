import type { ActivityPlace } from '../audit/list-activity.ts';
import type { Context } from '../context/context.ts';
import { assertSomeVendor } from '../register/assert-vendor.ts';
import type { VendorEvent } from './model.ts';
import { selectEvents } from './store.ts';

/** How many events a page has. */
const PAGE_SIZE = 50;

/** A page of events, and the place where the next one begins. */
export type EventPage = { readonly items: readonly VendorEvent[]; readonly next: ActivityPlace | undefined };

/** Lists the caller's own events, newest first, whether or not anybody was told. @throws BareError 401, 403 */
export async function listEvents(
  context: Context,
  { before }: { readonly before?: ActivityPlace | undefined } = {},
): Promise<EventPage> {
  const { orgNo } = await assertSomeVendor(context);
  const found = await selectEvents(context.db, orgNo, { before, limit: PAGE_SIZE + 1 });
  const last = found.length > PAGE_SIZE ? found[PAGE_SIZE - 1] : undefined;
  return { items: found.slice(0, PAGE_SIZE).map(({ event }) => event), next: last?.place };
}
