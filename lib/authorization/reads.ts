import type { Db } from '#db/open.ts';
import { findOrganisation, findParty, findPerson } from '../parties/find-party.ts';
import type { Party } from '../parties/model.ts';
import { findGoverned } from '../resources/find-policy.ts';
import { findMainUnit, readHoldings } from './holdings.ts';
import type { PartyKey, Subject } from './model.ts';
import { selectActingSystemUser, selectClientDelegations, selectPackages } from './store.ts';

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
  return {
    governed: (id: string) => once(`resource ${id}`, () => findGoverned(db, id)),
    party: (key: PartyKey) => once(`party ${JSON.stringify(key)}`, () => findByKey(db, key)),
    person: (key: (Subject & { kind: 'person' })['key']) =>
      once(`person ${JSON.stringify(key)}`, () => findPerson(db, key)),
    mainUnit: (party: Party) =>
      once(`main unit ${party.uuid}`, async () =>
        party.kind === 'organisation' ? findMainUnit(db, party) : undefined,
      ),
    holdings: (party: Party, holderUuid: string) =>
      once(`holdings ${party.uuid} ${holderUuid}`, () => readHoldings(db, party, holderUuid)),
    systemUser: (id: string, resourceId: string) =>
      once(`system user ${id} ${resourceId}`, () => selectActingSystemUser(db, id, resourceId)),
    packages: (systemUserId: string) => once(`packages ${systemUserId}`, () => selectPackages(db, systemUserId)),
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
