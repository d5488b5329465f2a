import { describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { createOrganisation, createPerson, giveRole } from '../parties/create-party.ts';
import { TEST_NOW } from '../testing/context.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { changeOrganisation } from './change-organisation.ts';
import { endSession, endSessionsOf } from './end-session.ts';
import { findSession } from './find-session.ts';
import { endOf } from './model.ts';
import { startSession } from './start-session.ts';

const MINUTE_MS = 60_000;

describe.each(ENGINES)('a session on %s', (engine) => {
  it('C5 gets a new opaque id at each log-in and keeps only its hash', async () => {
    const { db, login } = await aPersonWith(engine, 1);
    const first = await startSession(db, login, TEST_NOW);
    const second = await startSession(db, login, TEST_NOW);
    expect(first).not.toBe(second);
    const rows = await db.select().from(db.tables.sessions);
    expect(JSON.stringify(rows)).not.toContain(first);
  });

  it('C5 ends after 30 idle minutes', async () => {
    const { db, login } = await aPersonWith(engine, 1);
    const id = await startSession(db, login, TEST_NOW);
    expect(await findSession(db, id, later(30))).toBeDefined();
    expect(await findSession(db, id, later(61))).toBeUndefined();
  });

  it('N8 says when it will end, unused and whatever happens', async () => {
    const { db, login } = await aPersonWith(engine, 1);
    const session = await findSession(db, await startSession(db, login, TEST_NOW), later(10));
    expect(session && endOf(session)).toMatchObject({ idleAt: later(40), finalAt: later(480) });
  });

  it('C5 ends 8 hours after log-in, however busy', async () => {
    const { db, login } = await aPersonWith(engine, 1);
    const id = await startSession(db, login, TEST_NOW);
    for (let minute = 20; minute <= 480; minute += 20) expect(await findSession(db, id, later(minute))).toBeDefined();
    expect(await findSession(db, id, later(481))).toBeUndefined();
  });

  it('C5 can be ended on the server, one or all of a person', async () => {
    const { db, login } = await aPersonWith(engine, 1);
    const [first, second] = [await startSession(db, login, TEST_NOW), await startSession(db, login, TEST_NOW)];
    await endSession(db, first, TEST_NOW);
    expect(await findSession(db, first, TEST_NOW)).toBeUndefined();
    expect(await findSession(db, second, TEST_NOW)).toBeDefined();
    await endSessionsOf(db, login.personUuid, TEST_NOW);
    expect(await findSession(db, second, TEST_NOW)).toBeUndefined();
  });

  it('C5 goes on under one new id, however often the organisation is changed at once', async () => {
    const { db, login, organisations } = await aPersonWith(engine, 2);
    for (let round = 0; round < 3; round += 1) {
      const id = await startSession(db, login, TEST_NOW);
      const changes = [0, 1, 0, 1].map((nr) => changeOrganisation(db, id, organisations[nr]?.uuid ?? '', TEST_NOW));
      const outcomes = await Promise.allSettled(changes);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.map(({ reason }) => reason.status)).toEqual([401, 401, 401]);
    }
  });

  it('acts for the only organisation from the start, and for none of several', async () => {
    const one = await aPersonWith(engine, 1);
    const only = await findSession(one.db, await startSession(one.db, one.login, TEST_NOW), TEST_NOW);
    expect(only?.actingForUuid).toBe(one.organisations[0]?.uuid);
    const two = await aPersonWith(engine, 2);
    const none = await findSession(two.db, await startSession(two.db, two.login, TEST_NOW), TEST_NOW);
    expect(none?.actingForUuid).toBeUndefined();
  });

  it('C5 changes its id, not its age, when the person switches organisation', async () => {
    const { db, login, organisations } = await aPersonWith(engine, 2);
    const before = await startSession(db, login, TEST_NOW);
    const target = organisations[1]?.uuid ?? '';
    const after = await changeOrganisation(db, before, target, later(10));
    expect(await findSession(db, before, later(10))).toBeUndefined();
    expect(await findSession(db, after, later(10))).toMatchObject({ actingForUuid: target, createdAt: TEST_NOW });
  });

  it('C13 refuses an organisation that the person has nothing at', async () => {
    const { db, login } = await aPersonWith(engine, 1);
    const stranger = await createOrganisation(db, { orgNo: '316600603', name: 'Annen AS', at: TEST_NOW });
    const id = await startSession(db, login, TEST_NOW);
    await expect(changeOrganisation(db, id, stranger.uuid, TEST_NOW)).rejects.toMatchObject({ status: 403 });
  });
});

const ORG_NOS = ['314400402', '315500508'];

async function aPersonWith(engine: (typeof ENGINES)[number], count: number) {
  const { db } = await openTestDatabase(engine);
  const person = await createPerson(db, { personNo: '14837912092', name: 'Pia Strøm', at: TEST_NOW });
  const organisations = await Promise.all(ORG_NOS.slice(0, count).map((orgNo) => anEmployer(db, orgNo, person.uuid)));
  const login = { personUuid: person.uuid, authenticationLevel: 4, authenticationMethod: 'test' };
  return { db, login, organisations };
}

async function anEmployer(db: Db, orgNo: string, personUuid: string) {
  return db.transaction(async (tx) => {
    const organisation = await createOrganisation(tx, { orgNo, name: `Virksomhet ${orgNo}`, at: TEST_NOW });
    await giveRole(tx, { fromUuid: organisation.uuid, toUuid: personUuid, role: 'DAGL', at: TEST_NOW });
    return organisation;
  });
}

function later(minutes: number): Date {
  return new Date(TEST_NOW.getTime() + minutes * MINUTE_MS);
}
