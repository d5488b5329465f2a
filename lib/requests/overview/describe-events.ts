import type { Db } from '#db/open.ts';
import type { Activity } from '../../audit/list-activity.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findSystems } from '../../register/find-system.ts';
import type { Texts } from '../../register/model.ts';
import { findSystemUsers } from '../../systemusers/find-system-user.ts';
import { selectChangeRequests, selectRequests } from '../store.ts';

/** The request or system user that an event is about. */
export type EventSubject = {
  readonly kind: 'request' | 'change-request' | 'system-user';
  readonly id: string;
  readonly systemName: Texts;
  readonly externalRef: string;
};

/** An event with what it is about; `undefined` when that is neither a request nor a system user. */
export type DescribedEvent = Activity & { readonly subject: EventSubject | undefined };

/** Completes events with what they are about; as many queries for a page of them as for one. */
export async function withSubjects<Event extends Activity>(
  db: Db,
  events: readonly Event[],
): Promise<readonly (Event & DescribedEvent)[]> {
  const idsOf = (type: string) => [...new Set(events.filter((each) => each.subjectType === type).map(subjectIdOf))];
  const filter = (type: string) => ({ ids: idsOf(type), includeDeleted: true, limit: events.length });
  const users = await findSystemUsers(db, idsOf('systemuser'));
  const found = [
    ...(await selectRequests(db, filter('request'))).map((about) => ({ kind: 'request' as const, about })),
    ...(await selectChangeRequests(db, filter('change-request'))).map((about) => ({
      kind: 'change-request' as const,
      about,
    })),
    ...[...users.values()].map((about) => ({ kind: 'system-user' as const, about })),
  ];
  const systems = await findSystems(
    db,
    found.map(({ about }) => about.systemInternalId),
  );
  const subjects = new Map<string, EventSubject>(
    found.map(({ kind, about: { id, systemId, systemInternalId, externalRef } }) => [
      `${kind} ${id}`,
      { kind, id, systemName: systems.get(systemInternalId)?.name ?? named(systemId), externalRef },
    ]),
  );
  return events.map((event) => ({ ...event, subject: subjects.get(`${kindOf(event)} ${event.subjectId}`) }));
}

/** Names the machines among those who did it by their organisation. */
export async function withActors<Event extends Activity>(db: Db, events: readonly Event[]): Promise<readonly Event[]> {
  const machines = events.filter(({ actorKind }) => actorKind === 'organisation');
  const names = await findOrganisationNames(
    db,
    machines.map(({ actorName }) => actorName),
  );
  return events.map((event) => ({ ...event, actorName: names.get(event.actorName) ?? event.actorName }));
}

function subjectIdOf({ subjectId }: Activity): string {
  return subjectId;
}

function kindOf({ subjectType }: Activity): string {
  return subjectType === 'systemuser' ? 'system-user' : subjectType;
}

function named(systemId: string): Texts {
  return { nb: systemId, nn: systemId, en: systemId };
}
