import type { Db } from '#db/open.ts';
import type { Activity, ActivityPage, ActivityQuery } from '../../audit/list-activity.ts';
import type { Context } from '../../context/context.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { readActivity } from '../../parties/read-activity.ts';
import { findSystem } from '../../register/find-system.ts';
import type { Texts } from '../../register/model.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';
import { selectRequest } from '../store.ts';

/** What an event is about, when it has a page of its own in the portal. */
export type ActivitySubject = {
  readonly kind: 'request' | 'change-request' | 'system-user';
  readonly id: string;
  readonly systemName: Texts;
  readonly externalRef: string;
};

/** An event as the organisation's own activity page shows it; machines are named by their organisation. */
export type OwnActivity = Activity & { readonly subject: ActivitySubject | undefined };

/**
 * Lists what has happened for an organisation, newest first, with the names of systems and of those who did it.
 * @throws BareError 401, 403 without access management
 */
export async function listOwnActivity(
  context: Context,
  query: Omit<ActivityQuery, 'side'>,
): Promise<{ readonly items: readonly OwnActivity[]; readonly next: ActivityPage['next'] }> {
  const { items, next } = await readActivity(context, { ...query, side: 'party' });
  const subjects = new Map<string, ActivitySubject | undefined>();
  const named: OwnActivity[] = [];
  for (const event of items) {
    if (!subjects.has(event.subjectId)) subjects.set(event.subjectId, await findSubject(context.db, event));
    named.push({ ...event, subject: subjects.get(event.subjectId) });
  }
  return { items: await withNames(context.db, named), next };
}

/**
 * Lists the same for a file: a longer stretch, without looking up what each event is about.
 * @throws BareError 401, 403 without access management
 */
export async function exportOwnActivity(context: Context, query: Omit<ActivityQuery, 'side'>): Promise<ActivityPage> {
  const { items, next } = await readActivity(context, { ...query, side: 'party' });
  return { items: await withNames(context.db, items), next };
}

async function findSubject(db: Db, { subjectType, subjectId }: Activity): Promise<ActivitySubject | undefined> {
  switch (subjectType) {
    case 'request':
    case 'change-request': {
      const kind = subjectType === 'request' ? 'standard' : 'change';
      const request = await selectRequest(db, { kind, id: subjectId });
      return request && describe(db, subjectType, request);
    }
    case 'systemuser': {
      const user = await findSystemUser(db, subjectId);
      return user && describe(db, 'system-user', user);
    }
    default:
      return undefined;
  }
}

async function describe(
  db: Db,
  kind: ActivitySubject['kind'],
  of: {
    readonly id: string;
    readonly systemId: string;
    readonly systemInternalId: string;
    readonly externalRef: string;
  },
): Promise<ActivitySubject> {
  const system = await findSystem(db, { internalId: of.systemInternalId });
  const systemName = system?.name ?? { nb: of.systemId, nn: of.systemId, en: of.systemId };
  return { kind, id: of.id, systemName, externalRef: of.externalRef };
}

async function withNames<Event extends Activity>(db: Db, events: readonly Event[]): Promise<readonly Event[]> {
  const orgNos = new Set(events.filter(({ actorKind }) => actorKind === 'organisation').map((each) => each.actorName));
  const names = new Map<string, string>();
  for (const orgNo of orgNos) names.set(orgNo, (await findOrganisation(db, orgNo))?.name ?? orgNo);
  return events.map((event) => ({ ...event, actorName: names.get(event.actorName) ?? event.actorName }));
}
