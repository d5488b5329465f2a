import type { ActivityPage, ActivityQuery } from '../../audit/list-activity.ts';
import type { Context } from '../../context/context.ts';
import { readActivity } from '../../parties/read-activity.ts';
import { type DescribedEvent, withActors, withSubjects } from './describe-events.ts';

/**
 * Lists what has happened for an organisation, newest first, with the names of systems and of those who did it.
 * @throws BareError 401, 403 without access management
 */
export async function listOwnActivity(
  context: Context,
  query: Omit<ActivityQuery, 'side'>,
): Promise<{ readonly items: readonly DescribedEvent[]; readonly next: ActivityPage['next'] }> {
  const { items, next } = await exportOwnActivity(context, query);
  return { items: await withSubjects(context.db, items), next };
}

/**
 * Lists the same for a file: a longer stretch, without looking up what each event is about.
 * @throws BareError 401, 403 without access management
 */
export async function exportOwnActivity(context: Context, query: Omit<ActivityQuery, 'side'>): Promise<ActivityPage> {
  const { items, next } = await readActivity(context, { ...query, side: 'party' });
  return { items: await withActors(context.db, items), next };
}
