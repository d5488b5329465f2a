import type { ActivityPage, ActivityQuery } from '../../audit/list-activity.ts';
import type { Context } from '../../context/context.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { readActivity } from '../../parties/read-activity.ts';
import { type DescribedEvent, withActors, withSubjects } from './describe-events.ts';

/** An event as its vendor's activity page shows it; `customer` is the name of the organisation that it concerns. */
export type VendorEvent = DescribedEvent & { readonly customer: string | undefined };

/**
 * Lists what has happened with a vendor's clients, systems and customers, newest first. Names of customers' people stay
 * with them.
 * @throws BareError 401, 403 without technical administration
 */
export async function listVendorActivity(
  context: Context,
  query: Omit<ActivityQuery, 'side'>,
): Promise<{ readonly items: readonly VendorEvent[]; readonly next: ActivityPage['next'] }> {
  const { items, next } = await readActivity(context, { ...query, side: 'vendor' });
  const names = await findOrganisationNames(
    context.db,
    items.flatMap(({ partyOrgNo }) => partyOrgNo ?? []),
  );
  const described = await withSubjects(context.db, await withActors(context.db, items));
  return {
    items: described.map((event) => ({ ...event, customer: names.get(event.partyOrgNo ?? '') ?? event.partyOrgNo })),
    next,
  };
}
