import type { Db } from '#db/open.ts';
import type { Activity } from '../../audit/list-activity.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { findSystem } from '../../register/find-system.ts';
import type { Texts } from '../../register/model.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';
import { selectChangeRequest, selectSystemUserRequest } from '../store.ts';

/** The request or system user that an event is about. */
export type EventSubject = {
  readonly kind: 'request' | 'change-request' | 'system-user';
  readonly id: string;
  readonly systemName: Texts;
  readonly externalRef: string;
};

/** An event with what it is about; `undefined` when that is neither a request nor a system user. */
export type DescribedEvent = Activity & { readonly subject: EventSubject | undefined };

/** Completes events with what they are about; each thing is looked up once. */
export async function withSubjects<Event extends Activity>(
  db: Db,
  events: readonly Event[],
): Promise<readonly (Event & DescribedEvent)[]> {
  const subjects = new Map<string, EventSubject | undefined>();
  const described: (Event & DescribedEvent)[] = [];
  for (const event of events) {
    if (!subjects.has(event.subjectId)) subjects.set(event.subjectId, await findSubject(db, event));
    described.push({ ...event, subject: subjects.get(event.subjectId) });
  }
  return described;
}

/** Names the machines among those who did it by their organisation. */
export async function withActors<Event extends Activity>(db: Db, events: readonly Event[]): Promise<readonly Event[]> {
  const machines = events.filter(({ actorKind }) => actorKind === 'organisation');
  const names = await organisationNames(
    db,
    machines.map(({ actorName }) => actorName),
  );
  return events.map((event) => ({ ...event, actorName: names.get(event.actorName) ?? event.actorName }));
}

/** The names of organisations by number; one that the register does not know is left out. */
export async function organisationNames(db: Db, orgNos: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const orgNo of new Set(orgNos)) {
    const organisation = await findOrganisation(db, orgNo);
    if (organisation) names.set(orgNo, organisation.name);
  }
  return names;
}

async function findSubject(db: Db, { subjectType, subjectId }: Activity): Promise<EventSubject | undefined> {
  switch (subjectType) {
    case 'request': {
      const request = await selectSystemUserRequest(db, subjectId);
      return request && describe(db, subjectType, request);
    }
    case 'change-request': {
      const request = await selectChangeRequest(db, subjectId);
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
  kind: EventSubject['kind'],
  of: {
    readonly id: string;
    readonly systemId: string;
    readonly systemInternalId: string;
    readonly externalRef: string;
  },
): Promise<EventSubject> {
  const system = await findSystem(db, { internalId: of.systemInternalId });
  const systemName = system?.name ?? { nb: of.systemId, nn: of.systemId, en: of.systemId };
  return { kind, id: of.id, systemName, externalRef: of.externalRef };
}
