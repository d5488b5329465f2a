import type { ActivityPage, ActivityQuery } from '../../audit/list-activity.ts';
import type { Context } from '../../context/context.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { readActivity } from '../../parties/read-activity.ts';
import { type DescribedEvent, withActors, withSubjects } from './describe-events.ts';

/** A page of events with the names of the vendors and clients in them, by number. */
type OwnActivityPage = {
  readonly items: readonly DescribedEvent[];
  readonly next: ActivityPage['next'];
  readonly names: ReadonlyMap<string, string>;
};

/**
 * Lists what has happened for an organisation, newest first, with the names of systems and of those who did it.
 * @throws BareError 401, 403 without access management
 */
export async function listOwnActivity(context: Context, query: Omit<ActivityQuery, 'side'>): Promise<OwnActivityPage> {
  const { items, next } = await readActivity(context, { ...query, side: 'party' });
  const names = await findOrganisationNames(
    context.db,
    items.flatMap(({ vendorOrgNo, clientOrgNo }) => [vendorOrgNo ?? '', clientOrgNo ?? '']),
  );
  return { items: await withSubjects(context.db, await withActors(context.db, items)), next, names };
}
