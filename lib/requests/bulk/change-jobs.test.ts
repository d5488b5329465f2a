import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { PersonActor } from '../../context/context.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { aProtectedResource } from '../../testing/authorization.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { anAgreement } from '../../testing/onboarding.ts';
import { actorOf, anOrganisation, aPerson } from '../../testing/parties.ts';
import { aRequestStory, type RequestStory } from '../../testing/requests.ts';
import { aRight, aSystemUser } from '../../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { resourceIdsIn } from '../contents.ts';
import { selectChangeRequests } from '../store.ts';
import { listCustomersToAsk } from './list-customers-to-ask.ts';
import { readChangeJob } from './read-change-job.ts';
import { type ChangeJobOrder, startChangeJob } from './start-change-job.ts';
import { workOnChangeJobs } from './work-on-change-jobs.ts';

const CLOCK = () => TEST_NOW;

describe.each(ENGINES)('asking many customers for what is missing on %s', (engine) => {
  let db: Db;
  let story: RequestStory;
  let technician: PersonActor;
  let vendorOrgNo: string;
  let users: readonly string[];

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
    vendorOrgNo = story.vendor.orgNo;
    await anAgreement(db, vendorOrgNo);
    const urn = 'urn:altinn:accesspackage:maskinporten-administrator';
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'TEST-TEKNISK', packageUrn: urn, hasAccess: true, mayDelegate: false })
      .onConflictDoNothing();
    const vendor = await findOrganisation(db, vendorOrgNo);
    technician = actorOf(await aPerson(db, { ...(vendor ? { at: vendor } : {}), roles: ['TEST-TEKNISK'] }));
    const made = [];
    for (let index = 0; index < 3; index += 1) made.push(await aUser());
    users = made;
  });

  const aUser = async (differences: Partial<Parameters<typeof aSystemUser>[1]> = {}) => {
    const party = await anOrganisation(db);
    return (await aSystemUser(db, { system: story.system, party, packages: [story.packageUrn], ...differences })).id;
  };
  const at = (actor = technician) => as({ db, now: TEST_NOW }, actor);
  const start = (systemUserIds: ChangeJobOrder['systemUserIds'], actor = technician) =>
    startChangeJob(at(actor), { vendorOrgNo, systemUserIds });
  const progress = () => readChangeJob(at(), { vendorOrgNo });
  const asked = () => selectChangeRequests(db, { vendorOrgNo });

  it('asks each for exactly what it lacks, in the background, and says how far it has come', async () => {
    const whole = await aUser({ rights: [{ resourceId: story.resourceId, actions: ['read'] }] });
    const agent = await aUser({ userType: 'agent', packages: [] });
    expect(await start('all')).toBe(3);
    expect(await progress()).toMatchObject({ total: 3, done: 0, failed: [], isRunning: true });
    expect(await asked()).toEqual([]);
    const { auditEvents } = db.tables;
    const started = await db.select().from(auditEvents).where(eq(auditEvents.action, 'change-round.started'));
    expect(started).toMatchObject([{ actorId: technician.partyUuid, vendorOrgNo, after: { customers: 3 } }]);
    expect(await workOnChangeJobs(db, CLOCK)).toBe(3);
    expect(await progress()).toMatchObject({ total: 3, done: 3, failed: [], isRunning: false });
    const requests = await asked();
    expect(requests.map(({ systemUserId }) => systemUserId).sort()).toEqual([...users].sort());
    expect(requests.map((request) => resourceIdsIn(request.requiredRights))).toEqual(
      users.map(() => [story.resourceId]),
    );
    expect(requests.every((request) => request.requiredAccessPackages.length === 0)).toBe(true);
    const ids = requests.map(({ systemUserId }) => systemUserId);
    expect([ids.includes(whole), ids.includes(agent)]).toEqual([false, false]);
  });

  it('asks nobody twice for the same, but again for what the system needs since', async () => {
    await start('all');
    await workOnChangeJobs(db, CLOCK);
    expect(await start('all')).toBe(0);
    const { rows } = await listCustomersToAsk(at(), { vendorOrgNo });
    expect(rows.every(({ askedAt }) => askedAt?.getTime() === TEST_NOW.getTime())).toBe(true);
    const another = await aProtectedResource(db);
    const rights = [...story.system.rights, aRight(another)];
    const { systems } = db.tables;
    await db.update(systems).set({ rights }).where(eq(systems.internalId, story.system.internalId));
    expect(await start('all')).toBe(3);
    await workOnChangeJobs(db, CLOCK);
    const [newest] = await selectChangeRequests(db, { vendorOrgNo, newestFirst: true });
    expect(newest && resourceIdsIn(newest.requiredRights)).toEqual([another]);
  });

  it('asks the chosen ones only, and never customers of another vendor', async () => {
    const other = await aRequestStory(db);
    const party = await anOrganisation(db);
    const foreign = await aSystemUser(db, { system: other.system, party });
    expect(await start([users[0] ?? '', foreign.id])).toBe(1);
    await workOnChangeJobs(db, CLOCK);
    expect((await asked()).map(({ systemUserId }) => systemUserId)).toEqual([users[0]]);
    expect(await selectChangeRequests(db, { vendorOrgNo: other.vendor.orgNo })).toEqual([]);
  });

  it('leaves out a service that its owner has closed', async () => {
    await db
      .update(db.tables.resources)
      .set({ isDeleted: true })
      .where(eq(db.tables.resources.identifier, story.resourceId));
    expect(await start('all')).toBe(0);
  });

  it('says of each customer that could not be asked why, and asks the others', async () => {
    await start('all');
    const [user] = await db
      .select()
      .from(db.tables.systemUsers)
      .where(eq(db.tables.systemUsers.id, users[1] ?? ''));
    const partyOrgNo = user?.partyOrgNo ?? '';
    await db
      .insert(db.tables.vendorBlocks)
      .values({ partyOrgNo, vendorOrgNo, blockedByName: 'PIA STRØM', blockedAt: TEST_NOW });
    await workOnChangeJobs(db, CLOCK);
    expect(await progress()).toMatchObject({
      total: 3,
      done: 2,
      failed: [{ systemUserId: users[1], name: `TEST ${partyOrgNo}`, code: 'REQ-00007' }],
      isRunning: false,
    });
  });

  it('stops at the first customer after the person has lost the power', async () => {
    await start('all');
    await db.delete(db.tables.partyRoles).where(eq(db.tables.partyRoles.toUuid, technician.partyUuid));
    await workOnChangeJobs(db, CLOCK);
    expect(await asked()).toEqual([]);
    const items = await db.select().from(db.tables.changeJobItems);
    expect(new Set(items.map(({ code }) => code))).toEqual(new Set(['403']));
  });

  it('is ordered and read by people of the vendor only, under an agreement', async () => {
    for (const actor of [story.pia, story.stranger]) {
      await expect(start('all', actor)).rejects.toMatchObject({ status: 403 });
      await expect(readChangeJob(at(actor), { vendorOrgNo })).rejects.toMatchObject({ status: 403 });
      await expect(listCustomersToAsk(at(actor), { vendorOrgNo })).rejects.toMatchObject({ status: 403 });
    }
    await db.delete(db.tables.vendorAgreements);
    await expect(start('all')).rejects.toMatchObject({ status: 403 });
    expect(await progress()).toBeUndefined();
  });
});
