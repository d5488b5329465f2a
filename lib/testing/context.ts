import { randomUUID } from 'node:crypto';
import type { Db } from '#db/open.ts';
import type { Actor, Context, OrganisationActor, PersonActor } from '../context/context.ts';
import { openTestDatabase } from './test-database.ts';

/** The instant that tests live in unless they say otherwise. */
export const TEST_NOW = new Date('2026-11-21T12:00:00.000Z');

/** A context on an empty database of its own. */
export async function testContext(
  actor: Actor = { kind: 'anonymous' },
  engine: 'sqlite' | 'postgresql' = 'sqlite',
): Promise<Context> {
  const { db } = await openTestDatabase(engine);
  return { db, now: TEST_NOW, actor };
}

/** The same database and time, seen by somebody else. */
export function as(context: { db: Db; now: Date }, actor: Actor): Context {
  return { db: context.db, now: context.now, actor };
}

/** A machine of an organisation, with every vendor scope unless the test says which. */
export function anOrganisationActor(differences: Partial<OrganisationActor> = {}): OrganisationActor {
  return {
    kind: 'organisation',
    orgNo: '313300307',
    clientId: randomUUID(),
    scopes: new Set([
      'altinn:authentication/systemregister.write',
      'altinn:authentication/systemuser.request.write',
      'altinn:authentication/systemuser.request.read',
    ]),
    prefixes: [],
    exchanged: false,
    ...differences,
  };
}

/** A signed-in person at level 3 with the portal's scope. */
export function aPersonActor(differences: Partial<PersonActor> = {}): PersonActor {
  return {
    kind: 'person',
    partyUuid: randomUUID(),
    partyId: 50_000_001,
    userId: 20_000_001,
    name: 'TEST PERSON',
    authenticationLevel: 3,
    scopes: new Set(['altinn:portal/enduser']),
    ...differences,
  };
}
