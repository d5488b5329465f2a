import type { Db } from '#db/open.ts';
import { findOrganisation, findParty, findPerson } from '../parties/find-party.ts';
import type { Organisation, Party } from '../parties/model.ts';
import { findGoverned, governedBy } from '../resources/find-policy.ts';
import { findMainUnit, readHoldings } from './holdings.ts';
import type { PartyKey, Question, Subject } from './model.ts';
import { type ActingSystemUser, selectActingSystemUser, selectClientDelegations } from './store.ts';

/** The look-ups of one call: each is done once, however many references of a multi-request need it. */
export type Reads = ReturnType<typeof readsOf>;

/** Opens the look-ups of one call. They see the database of now; nothing is kept for the next call. */
export function readsOf(db: Db) {
  const known = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, load: () => Promise<T>): Promise<T> => {
    const found = known.get(key) as Promise<T> | undefined;
    if (found) return found;
    const loading = load();
    known.set(key, loading);
    return loading;
  };
  const systemUser = (id: string, resourceId: string) =>
    once(`system user ${id} ${resourceId}`, () => selectActingSystemUser(db, id, resourceId));
  const party = (key: PartyKey) => once(`party ${JSON.stringify(key)}`, () => findByKey(db, key));
  /** Of a question about a system user most is read together with it. */
  const actingIn = async ({ subject, resourceId }: Question): Promise<ActingSystemUser | undefined> =>
    subject.kind === 'system-user' ? systemUser(subject.id, resourceId) : undefined;
  return {
    /** The resource that is asked about and its policy. */
    governed: async (question: Question) => {
      const acting = await actingIn(question);
      const { resourceId } = question;
      return once(`resource ${resourceId}`, () =>
        acting?.stamps ? governedBy(db, resourceId, acting.stamps) : findGoverned(db, resourceId),
      );
    },
    /** The party that is asked about. */
    partyIn: async (question: Question) => {
      if (!question.party) return undefined;
      const owner = (await actingIn(question))?.owner;
      return owner && isNamedBy(owner, question.party) ? owner : party(question.party);
    },
    party,
    person: (key: (Subject & { kind: 'person' })['key']) =>
      once(`person ${JSON.stringify(key)}`, () => findPerson(db, key)),
    mainUnit: (party: Party) =>
      once(`main unit ${party.uuid}`, async () =>
        party.kind === 'organisation' ? findMainUnit(db, party) : undefined,
      ),
    holdings: (party: Party, holderUuid: string) =>
      once(`holdings ${party.uuid} ${holderUuid}`, () => readHoldings(db, party, holderUuid)),
    systemUser,
    clientDelegations: (systemUserId: string, clientUuids: readonly string[]) =>
      once(`clients ${systemUserId} ${clientUuids.join()}`, () =>
        selectClientDelegations(db, systemUserId, clientUuids),
      ),
  };
}

async function findByKey(db: Db, key: PartyKey): Promise<Party | undefined> {
  if ('orgNo' in key) return findOrganisation(db, key.orgNo);
  if ('personNo' in key) return findPerson(db, key);
  return findParty(db, key);
}

function isNamedBy({ orgNo, uuid, partyId }: Organisation, key: PartyKey): boolean {
  if ('orgNo' in key) return key.orgNo === orgNo;
  if ('uuid' in key) return key.uuid === uuid;
  return 'partyId' in key && key.partyId === partyId;
}
