import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import type { PersonActor } from '../../../context/context.ts';
import { giveRole } from '../../../parties/create-party.ts';
import type { Organisation } from '../../../parties/model.ts';
import { as, TEST_NOW } from '../../../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../../../testing/parties.ts';
import { aListedPackage, aSystem, aSystemUser } from '../../../testing/systems.ts';
import { ENGINES, newTestDatabaseUrl } from '../../../testing/test-database.ts';
import type { SystemUser } from '../../model.ts';
import { clientDelegationsOf } from '../client-delegations.ts';
import { readClientJob } from './read-client-job.ts';
import { type ClientJobOrder, startClientJob } from './start-client-job.ts';
import { workOnClientJobs } from './work-on-client-jobs.ts';

const CLOCK = () => TEST_NOW;

describe.each(ENGINES)('a job with many clients on %s', (engine) => {
  let url: string;
  let db: Db;
  let owner: Organisation;
  let administrator: PersonActor;
  let user: SystemUser;
  let clients: Organisation[];

  beforeEach(async () => {
    url = await newTestDatabaseUrl(engine);
    ({ db } = openDatabase(url));
    owner = await anOrganisation(db, { name: 'REGNSKAP AS' });
    administrator = actorOf(await aPerson(db, { at: owner, roles: ['KLADM'] }));
    const tax = await aListedPackage(db);
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'regnskapsforer', packageUrn: tax, hasAccess: true, mayDelegate: true });
    user = await aSystemUser(db, { system: await aSystem(db), party: owner, userType: 'agent', packages: [tax] });
    clients = [];
    for (let index = 0; index < 5; index += 1) clients.push(await aClient(db, owner));
  });

  const key = () => ({ party: { uuid: owner.uuid }, systemUserId: user.id });
  const start = (order: Partial<ClientJobOrder> = {}, actor: PersonActor = administrator) =>
    startClientJob(as({ db, now: TEST_NOW }, actor), { ...key(), change: 'add', clientUuids: 'all', ...order });
  const progress = () => readClientJob(as({ db, now: TEST_NOW }, administrator), key());
  const connected = async () => (await clientDelegationsOf(db, user.id)).map(({ clientUuid }) => clientUuid);

  it('connects all, and then takes all away again', async () => {
    expect(await start()).toBe(5);
    expect(await progress()).toMatchObject({ total: 5, done: 0, failed: [], isRunning: true });
    expect(await connected()).toEqual([]);
    expect(await workOnClientJobs(db, CLOCK)).toBe(5);
    expect(await progress()).toMatchObject({ change: 'add', total: 5, done: 5, failed: [], isRunning: false });
    expect(await connected()).toHaveLength(5);
    expect(await start()).toBe(0);
    expect(await start({ change: 'remove' })).toBe(5);
    await workOnClientJobs(db, CLOCK);
    expect(await connected()).toEqual([]);
  });

  it('says of each client that was refused why, and does the others', async () => {
    const [first] = clients;
    const stranger = await anOrganisation(db, { name: 'FREMMED AS' });
    await start({ clientUuids: [first?.uuid ?? '', stranger.uuid] });
    await workOnClientJobs(db, CLOCK);
    expect(await progress()).toMatchObject({
      total: 2,
      done: 1,
      failed: [{ client: { name: 'FREMMED AS' }, code: 'AUTH-00079' }],
    });
    expect(await connected()).toEqual([first?.uuid]);
  });

  it('does every client once when two processes work at it', async () => {
    const other = openDatabase(url);
    await start();
    await Promise.all([workOnClientJobs(db, CLOCK), workOnClientJobs(other.db, CLOCK)]);
    await other.close();
    expect(await connected()).toHaveLength(5);
    const events = await db.select().from(db.tables.auditEvents);
    expect(events.filter(({ action }) => action === 'client.added')).toHaveLength(5);
    const started = events.filter(({ action }) => action === 'client-round.started');
    expect(started).toMatchObject([{ subjectType: 'systemuser', after: { change: 'add', clients: 5 } }]);
  });

  it('is finished by the next process when one was killed half-way', async () => {
    await start();
    const fails = { left: 2 };
    const dying = new Proxy(db, {
      get: (target, name) => {
        if (name === 'transaction' && fails.left-- === 0) throw new Error('killed');
        return Reflect.get(target, name);
      },
    });
    await expect(workOnClientJobs(dying, CLOCK)).rejects.toThrow('killed');
    expect(await progress()).toMatchObject({ total: 5, done: 2, isRunning: true });
    await workOnClientJobs(db, CLOCK);
    expect(await progress()).toMatchObject({ total: 5, done: 5, isRunning: false });
  });

  it('stops at the first client after the person has lost the power', async () => {
    await start();
    await db.delete(db.tables.partyRoles).where(eq(db.tables.partyRoles.toUuid, administrator.partyUuid));
    await workOnClientJobs(db, CLOCK);
    expect(await connected()).toEqual([]);
    const items = await db.select().from(db.tables.clientJobItems);
    expect(new Set(items.map(({ code }) => code))).toEqual(new Set(['403']));
  });

  it('is ordered and read by client administrators of the owner only', async () => {
    const employee = actorOf(await aPerson(db, { at: owner, roles: ['ANSATT'] }));
    const stranger = actorOf(await aPerson(db, { at: await anOrganisation(db), roles: ['KLADM'] }));
    for (const actor of [employee, stranger]) {
      await expect(start({}, actor)).rejects.toMatchObject({ status: 403 });
      await expect(readClientJob(as({ db, now: TEST_NOW }, actor), key())).rejects.toMatchObject({ status: 403 });
    }
    await expect(start({ clientUuids: Array.from({ length: 2001 }, (_, index) => `${index}`) })).rejects.toMatchObject({
      status: 400,
    });
    expect(await progress()).toBeUndefined();
  });
});

async function aClient(db: Db, owner: Organisation): Promise<Organisation> {
  const client = await anOrganisation(db);
  await db.transaction((tx) =>
    giveRole(tx, { fromUuid: client.uuid, toUuid: owner.uuid, role: 'regnskapsforer', at: TEST_NOW }),
  );
  return client;
}
