import type { ActivityPage, ActivityQuery } from '../audit/list-activity.ts';
import type { Context } from '../context/context.ts';
import { findOrganisationNames } from './find-party.ts';
import { readActivity } from './read-activity.ts';

/** A page of an owner's activity with the names of the organisations in it, by number. */
type OwnerActivityPage = ActivityPage & { readonly names: ReadonlyMap<string, string> };

/**
 * Reads what has happened to what a service owner owns, newest first. A machine, and a customer whose people stay with
 * it, is named by its organisation.
 * @throws BareError 401, 403 without technical administration
 */
export async function readOwnerActivity(
  context: Context,
  query: Omit<ActivityQuery, 'side'>,
): Promise<OwnerActivityPage> {
  const { items, next } = await readActivity(context, { ...query, side: 'owner' });
  const names = await findOrganisationNames(
    context.db,
    items.flatMap(({ actorName, partyOrgNo, vendorOrgNo }) => [actorName, partyOrgNo ?? '', vendorOrgNo ?? '']),
  );
  const doerOf = (actorName: string, partyOrgNo = '') => names.get(actorName || partyOrgNo) ?? actorName;
  return {
    items: items.map((event) => ({ ...event, actorName: doerOf(event.actorName, event.partyOrgNo) })),
    next,
    names,
  };
}
