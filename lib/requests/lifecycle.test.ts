import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { delegationsOf } from '../systemusers/delegations.ts';
import { findSystemUser } from '../systemusers/find-system-user.ts';
import { anOrganisationActor, as, TEST_NOW } from '../testing/context.ts';
import { anAgreement } from '../testing/onboarding.ts';
import { actorOf, aPerson } from '../testing/parties.ts';
import { anApprovedRequest, aRequest, aRequestOf, aRequestStory, type RequestStory } from '../testing/requests.ts';
import { aSystem } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { approveRequest } from './approve-request.ts';
import { createOwnSystemUser } from './create-own-system-user.ts';
import { createRequest } from './create-request.ts';
import { listChoosableSystems } from './overview/list-choosable-systems.ts';
import { previewOwnSystemUser } from './overview/preview-own-system-user.ts';
import { readVendorRequest } from './read-vendor-request.ts';
import { withdrawRequest } from './withdraw-request.ts';
import { withdrawAgentSystemUser, withdrawSystemUser } from './withdraw-system-user.ts';

describe.each(ENGINES)('the vendor\u2019s people on %s', (engine) => {
  it('ask for their own vendor when they work with its systems, and for no other', async () => {
    const { db } = await openTestDatabase(engine);
    const story = await aRequestStory(db);
    const packageUrn = 'urn:altinn:accesspackage:maskinporten-administrator';
    await db.insert(db.tables.rolePackages).values({ role: 'TEKN', packageUrn, hasAccess: true, mayDelegate: false });
    const vendor = await findOrganisation(db, story.vendor.orgNo);
    const person = actorOf(await aPerson(db, { ...(vendor ? { at: vendor } : {}), roles: ['TEKN'] }));
    const ask = (actor: typeof person, vendorOrgNo?: string) =>
      createRequest(as({ db, now: TEST_NOW }, actor), { ...aRequestOf(story), vendorOrgNo });
    await expect(ask(person, story.vendor.orgNo)).rejects.toMatchObject({ code: 'agreement-missing' });
    await anAgreement(db, story.vendor.orgNo);
    expect(await ask(person, story.vendor.orgNo)).toMatchObject({ created: true, request: { status: 'New' } });
    await expect(ask(person)).rejects.toMatchObject({ status: 403 });
    await expect(ask(person, story.customer.orgNo)).rejects.toMatchObject({ status: 403 });
    await expect(ask(story.pia, story.vendor.orgNo)).rejects.toMatchObject({ status: 403 });
  });
});

describe.each(ENGINES)('the life of a system user on %s', (engine) => {
  let db: Db;
  let story: RequestStory;

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
  });

  const at = (actor: Parameters<typeof as>[1]) => as({ db, now: TEST_NOW }, actor);
  const ownSystem = (differences: Parameters<typeof aSystem>[1] = {}) =>
    aSystem(db, { rights: story.system.rights, accessPackages: [story.packageUrn], ...differences });
  const party = () => ({ uuid: story.customer.uuid });

  describe('taken into use by the organisation itself', () => {
    it('gets all that the system asks for, under the organisation\u2019s number', async () => {
      const system = await ownSystem();
      const user = await createOwnSystemUser(at(story.pia), { party: party(), systemId: system.systemId });
      expect(user).toMatchObject({
        userType: 'standard',
        externalRef: story.customer.orgNo,
        integrationTitle: system.name.nb,
        createdByName: story.pia.name,
      });
      expect(await delegationsOf(db, user.id)).toEqual({
        rights: [{ resourceId: story.resourceId, actions: ['read', 'write'] }],
        packages: [story.packageUrn],
      });
    });

    it.each([
      ['AUTH-00011', 'a deleted system', { isDeleted: true }],
      ['REQ-00004', 'a suspended system', { isSuspended: true }],
    ])('%s for %s', async (code, _name, change) => {
      const system = await ownSystem(change);
      const create = createOwnSystemUser(at(story.pia), { party: party(), systemId: system.systemId });
      await expect(create).rejects.toMatchObject({ code });
    });

    it('AUTH-00011 unknown, AUTH-00004 twice, AUTH-00064 a package for clients', async () => {
      const input = { party: party(), systemId: 'nothing' };
      await expect(createOwnSystemUser(at(story.pia), input)).rejects.toMatchObject({ code: 'AUTH-00011' });
      const system = await ownSystem();
      await createOwnSystemUser(at(story.pia), { ...input, systemId: system.systemId });
      await expect(createOwnSystemUser(at(story.pia), { ...input, systemId: system.systemId })).rejects.toMatchObject({
        code: 'AUTH-00004',
      });
      const agents = { ...input, systemId: story.system.systemId };
      await expect(createOwnSystemUser(at(story.pia), agents)).rejects.toMatchObject({ code: 'AUTH-00064' });
    });

    it('B10 nothing for a person who cannot give it all, and 403 for those who may not answer', async () => {
      const system = await ownSystem();
      const input = { party: party(), systemId: system.systemId };
      await expect(createOwnSystemUser(at(story.flink), input)).rejects.toMatchObject({ code: 'AUTH-00016' });
      for (const actor of [story.jonas, story.stranger, anOrganisationActor()]) {
        await expect(createOwnSystemUser(at(actor), input)).rejects.toMatchObject({ status: 403 });
      }
      await expect(createOwnSystemUser(at({ kind: 'anonymous' }), input)).rejects.toMatchObject({ status: 401 });
    });

    describe('as its own vendor', () => {
      const own = { isVisible: false } as const;
      const seen = async () =>
        (await listChoosableSystems(at(story.pia), { party: party() })).rows.map(({ system }) => system.systemId);
      const preview = (systemId: string) => previewOwnSystemUser(at(story.pia), { party: party(), systemId });

      it('finds a system that nobody else can see, and takes it into use', async () => {
        const { systemId } = await ownSystem({ ...own, vendorOrgNo: story.customer.orgNo });
        expect(await seen()).toContain(systemId);
        expect(await preview(systemId)).toMatchObject({ canGiveAll: true, vendor: { orgNo: story.customer.orgNo } });
        await createOwnSystemUser(at(story.pia), { party: party(), systemId });
        expect((await preview(systemId)).existingId).toBeDefined();
      });

      it.each<[string, () => Promise<{ systemId: string }>]>([
        ['a hidden system of another vendor', () => ownSystem(own)],
        [
          'a system of its own for clients only',
          () => ownSystem({ ...own, vendorOrgNo: story.customer.orgNo, accessPackages: [story.clientPackageUrn] }),
        ],
        [
          'a suspended system of its own',
          () => ownSystem({ ...own, vendorOrgNo: story.customer.orgNo, isSuspended: true }),
        ],
      ])('does not find %s', async (_name, make) => {
        const { systemId } = await make();
        expect(await seen()).not.toContain(systemId);
        await expect(preview(systemId)).rejects.toMatchObject({ code: 'AUTH-00011' });
      });
    });

    it('makes one of thirty at once', async () => {
      const system = await ownSystem();
      const tries = Array.from({ length: 30 }, () =>
        createOwnSystemUser(at(story.pia), { party: party(), systemId: system.systemId }).then(
          () => 'made',
          (error: { code?: string }) => error.code,
        ),
      );
      const results = await Promise.all(tries);
      expect(results.filter((result) => result === 'made')).toHaveLength(1);
      expect(results.filter((result) => result === 'AUTH-00004')).toHaveLength(29);
    });
  });

  it('REQ-00006 tells a vendor that takes a request back what was answered in that moment, and sweeps nothing away', async () => {
    const { id } = await aRequest(story);
    const answeredJustBefore: Db = Object.assign(Object.create(db), {
      transaction: async <T>(work: Parameters<typeof db.transaction<T>>[0]) => {
        await approveRequest(at(story.pia), { kind: 'standard', id, party: party() });
        return db.transaction(work);
      },
    });
    const withdraw = (through: Db) =>
      withdrawRequest(as({ db: through, now: TEST_NOW }, story.vendor), { what: 'request', id });
    await expect(withdraw(answeredJustBefore)).rejects.toMatchObject({ status: 409, code: 'REQ-00006' });
    expect(await findSystemUser(db, id)).toMatchObject({ isDeleted: false });
    const read = () => readVendorRequest(at(story.vendor), { kind: 'standard', id });
    expect(await read()).toMatchObject({ status: 'Accepted', isDeleted: false });
    await withdraw(db);
    await expect(read()).rejects.toMatchObject({ code: 'AUTH-00010' });
  });

  describe('withdrawn', () => {
    it('loses everything at once, and its request and triple go with it', async () => {
      const request = await anApprovedRequest(story, { externalRef: 'again' });
      const { systems } = db.tables;
      // what the system has dropped since is revoked as well.
      await db.update(systems).set({ rights: [] }).where(eq(systems.internalId, story.system.internalId));
      await withdrawSystemUser(at(story.pia), { party: party(), systemUserId: request.id });
      await db
        .update(systems)
        .set({ rights: story.system.rights })
        .where(eq(systems.internalId, story.system.internalId));
      expect(await findSystemUser(db, request.id)).toMatchObject({ isDeleted: true, deletedByName: story.pia.name });
      expect(await delegationsOf(db, request.id)).toEqual({ rights: [], packages: [] });
      const read = readVendorRequest(at(story.vendor), { kind: 'standard', id: request.id });
      await expect(read).rejects.toMatchObject({ code: 'AUTH-00010' });
      const again = await aRequest(story, { externalRef: 'again' });
      await approveRequest(at(story.pia), { kind: 'standard', id: again.id, party: party() });
    });

    it('leaves one audit row', async () => {
      const request = await anApprovedRequest(story);
      await withdrawSystemUser(at(story.pia), { party: party(), systemUserId: request.id });
      const { auditEvents } = db.tables;
      const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, request.id));
      expect(rows.map((row) => row.action)).toEqual(['request.created', 'request.approved', 'systemuser.withdrawn']);
    });

    it('answers 404 with body 0 when there is none, AUTH-00024 and AUTH-00036 when it is not that', async () => {
      const other = await aRequestStory(db);
      const foreign = await anApprovedRequest(other);
      const agent = await anApprovedRequest(story, {
        kind: 'agent',
        rights: undefined,
        accessPackages: [story.clientPackageUrn],
      });
      const withdraw = (systemUserId: string, actor = story.pia) =>
        withdrawSystemUser(at(actor), { party: party(), systemUserId });
      await expect(withdraw('nothing')).rejects.toMatchObject({ status: 404, body: '0' });
      await expect(withdraw(foreign.id)).rejects.toMatchObject({ code: 'AUTH-00024' });
      await expect(withdraw(agent.id)).rejects.toMatchObject({ code: 'AUTH-00036' });
      await expect(withdraw(foreign.id, story.jonas)).rejects.toMatchObject({ status: 403, body: '' });
      expect(await findSystemUser(db, foreign.id)).toMatchObject({ isDeleted: false });
    });

    it('Q-39 ends an agent and its request only when it may', async () => {
      const agent = await anApprovedRequest(story, {
        kind: 'agent',
        rights: undefined,
        accessPackages: [story.clientPackageUrn],
      });
      const standard = await anApprovedRequest(story);
      const withdraw = (systemUserId: string, facilitatorUuid?: string) =>
        withdrawAgentSystemUser(at(story.pia), { party: party(), systemUserId, facilitatorUuid });
      await expect(withdraw('nothing')).rejects.toMatchObject({ code: 'AUTH-00015' });
      await expect(withdraw(standard.id)).rejects.toMatchObject({ code: 'AUTH-00034' });
      await expect(withdraw(agent.id, 'someone-else')).rejects.toMatchObject({ code: 'AUTH-00024' });
      const key = { kind: 'agent', id: agent.id } as const;
      expect(await readVendorRequest(at(story.vendor), key)).toMatchObject({ status: 'Accepted' });
      await withdraw(agent.id, story.customer.uuid);
      await expect(readVendorRequest(at(story.vendor), key)).rejects.toMatchObject({ code: 'AUTH-00010' });
    });

    it('I10 stays withdrawn when two people press at once', async () => {
      const request = await anApprovedRequest(story);
      const press = (actor: typeof story.pia) =>
        withdrawSystemUser(at(actor), { party: party(), systemUserId: request.id }).then(
          () => 202,
          (error: { status?: number }) => error.status,
        );
      expect((await Promise.all([press(story.pia), press(story.flink), press(story.pia)])).sort()).toEqual([
        202, 404, 404,
      ]);
    });
  });
});
