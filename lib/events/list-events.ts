import type { ActivityPlace } from '../audit/list-activity.ts';
import type { Context } from '../context/context.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { assertSomeVendor } from '../register/assert-vendor.ts';
import type { VendorEvent } from './model.ts';
import { selectEvents } from './store.ts';

/** How many events a page has. */
const PAGE_SIZE = 50;

/** An event with the name of the customer that it is about, when it is about one. */
export type ListedEvent = VendorEvent & { readonly customerName: string | undefined };

/** A page of events, and the place where the next one begins. */
export type EventPage = { readonly items: readonly ListedEvent[]; readonly next: ActivityPlace | undefined };

/** Lists the caller's own events, newest first, whether or not anybody was told. @throws BareError 401, 403 */
export async function listEvents(
  context: Context,
  { before }: { readonly before?: ActivityPlace | undefined } = {},
): Promise<EventPage> {
  const { orgNo } = await assertSomeVendor(context);
  const found = await selectEvents(context.db, orgNo, { before, limit: PAGE_SIZE + 1 });
  const last = found.length > PAGE_SIZE ? found[PAGE_SIZE - 1] : undefined;
  const events = found.slice(0, PAGE_SIZE).map(({ event }) => event);
  const names = new Map<string, string | undefined>();
  for (const orgNo of new Set(events.flatMap(({ data }) => data.partyOrgNo ?? [])))
    names.set(orgNo, (await findOrganisation(context.db, orgNo))?.name);
  const items = events.map((event) => ({ ...event, customerName: names.get(event.data.partyOrgNo ?? '') }));
  return { items, next: last?.place };
}
