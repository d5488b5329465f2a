import { inArray, or, type SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { ActivityPage, ActivityQuery } from '../audit/list-activity.ts';
import type { Context } from '../context/context.ts';
import { findOrganisationNames, orgNosLike } from './find-party.ts';
import { readActivity } from './read-activity.ts';

/** A page of an owner's activity with the names of the organisations in it, by number. */
type OwnerActivityPage = ActivityPage & { readonly names: ReadonlyMap<string, string> };

/**
 * Reads what has happened to what a service owner owns, newest first. A machine, and a customer whose people stay with
 * it, is named by its organisation.
 * @param query.party only what concerns customers and vendors with this in their name or at the front of their number
 * @throws BareError 401, 403 without technical administration
 */
export async function readOwnerActivity(
  context: Context,
  { party, ...query }: Omit<ActivityQuery, 'side' | 'among'> & { readonly party?: string },
): Promise<OwnerActivityPage> {
  const among = party ? concerning(context.db, party) : undefined;
  const { items, next } = await readActivity(context, { ...query, side: 'owner', among });
  const names = await findOrganisationNames(
    context.db,
    items.flatMap(({ actorName, partyOrgNo = '', vendorOrgNo = '', ownerOrgNo = '', onBehalfOf = '' }) => [
      actorName,
      partyOrgNo,
      vendorOrgNo,
      ownerOrgNo,
      onBehalfOf,
    ]),
  );
  const doerOf = (actorName: string, partyOrgNo = '') => names.get(actorName || partyOrgNo) ?? actorName;
  return {
    items: items.map((event) => ({ ...event, actorName: doerOf(event.actorName, event.partyOrgNo) })),
    next,
    names,
  };
}

function concerning(db: Db, party: string): SQL | undefined {
  const { partyOrgNo, vendorOrgNo } = db.tables.auditEvents;
  return or(...[partyOrgNo, vendorOrgNo].map((side) => inArray(side, orgNosLike(db, party))));
}
