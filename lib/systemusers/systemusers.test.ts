import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { DAY_MS } from '../kernel/durations.ts';
import type { Organisation } from '../parties/model.ts';
import type { RegisteredSystem } from '../register/model.ts';
import { TEST_NOW } from '../testing/context.ts';
import { anOrganisation, anOrgNo } from '../testing/parties.ts';
import { aSystem, aSystemUser } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { grantPackages, grantRights, revokePackages, revokeRights } from './delegate.ts';
import { delegationsOf } from './delegations.ts';
import { endSystemUser } from './end-system-user.ts';
import { explainLookup } from './explain-lookup.ts';
import { findLiveSystemUser, findSystemUser } from './find-system-user.ts';
import { lookupSystemUser } from './lookup-system-user.ts';

describe.each(ENGINES)('system users on %s', (engine) => {
  let db: Db;
  let system: RegisteredSystem;
  let party: Organisation;

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    system = await aSystem(db);
    party = await anOrganisation(db);
  });

  const end = (id: string) =>
    db.transaction((tx) => endSystemUser(tx, { id, at: TEST_NOW, byName: 'RASK TESTPERSON' }));

  it('keeps one live user for each system, customer and reference', async () => {
    const first = await aSystemUser(db, { system, party });
    await expect(aSystemUser(db, { system, party })).rejects.toMatchObject({ code: 'AUTH-00004' });
    await expect(aSystemUser(db, { system, party, userType: 'agent' })).rejects.toMatchObject({ code: 'AUTH-00004' });
    await expect(aSystemUser(db, { system, party, externalRef: 'REF' })).resolves.toMatchObject({ externalRef: 'REF' });
    await expect(aSystemUser(db, { system, party, externalRef: 'ref' })).resolves.toMatchObject({ externalRef: 'ref' });
    await end(first.id);
    await expect(aSystemUser(db, { system, party })).resolves.toMatchObject({ isDeleted: false });
  });

  it('lets one of twenty parallel creations of the same triple win', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => aSystemUser(db, { system, party })));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'AUTH-00004' });
    }
    expect(await db.$count(db.tables.systemUsers)).toBe(1);
  });

  it('numbers parallel changes without gaps of visibility or repeats', async () => {
    await Promise.all(
      Array.from({ length: 15 }, async () => aSystemUser(db, { system, party, externalRef: randomUUID() })),
    );
    const rows = await db.select({ n: db.tables.systemUsers.sequenceNo }).from(db.tables.systemUsers);
    expect(new Set(rows.map((row) => row.n)).size).toBe(15);
  });

  it('adds to rights it has, takes away whole resources, and counts every change', async () => {
    const user = await aSystemUser(db, { system, party, rights: [{ resourceId: 'krav', actions: ['read'] }] });
    const before = (await findSystemUser(db, user.id))?.sequenceNo ?? 0;
    await db.transaction(async (tx) => {
      await grantRights(
        tx,
        user.id,
        [
          { resourceId: 'krav', actions: ['read', 'write'] },
          { resourceId: 'mva', actions: ['read'] },
        ],
        TEST_NOW,
      );
      await grantPackages(tx, user.id, ['urn:b', 'urn:a'], TEST_NOW);
      await grantPackages(tx, user.id, ['urn:a'], TEST_NOW);
    });
    expect(await delegationsOf(db, user.id)).toEqual({
      rights: [
        { resourceId: 'krav', actions: ['read', 'write'] },
        { resourceId: 'mva', actions: ['read'] },
      ],
      packages: ['urn:a', 'urn:b'],
    });
    await db.transaction(async (tx) => {
      await revokeRights(tx, user.id, ['krav', 'never held'], TEST_NOW);
      await revokePackages(tx, user.id, ['urn:b'], TEST_NOW);
    });
    expect(await delegationsOf(db, user.id)).toEqual({
      rights: [{ resourceId: 'mva', actions: ['read'] }],
      packages: ['urn:a'],
    });
    expect((await findSystemUser(db, user.id))?.sequenceNo).toBeGreaterThan(before);
  });

  it('keeps all of fifteen parallel grants on one resource', async () => {
    const user = await aSystemUser(db, { system, party });
    const actions = Array.from({ length: 15 }, (_, n) => `action-${String(n).padStart(2, '0')}`);
    await Promise.all(
      actions.map((action) =>
        db.transaction((tx) => grantRights(tx, user.id, [{ resourceId: 'krav', actions: [action] }], TEST_NOW)),
      ),
    );
    const { rights } = await delegationsOf(db, user.id);
    expect(rights.map((right) => [...right.actions].sort())).toEqual([actions]);
  });

  it('gives nothing to one that has ended', async () => {
    const user = await aSystemUser(db, { system, party });
    await end(user.id);
    const late = db.transaction((tx) => grantPackages(tx, user.id, ['urn:a'], TEST_NOW));
    await expect(late).rejects.toMatchObject({ code: 'AUTH-00015' });
    expect(await delegationsOf(db, user.id)).toEqual({ rights: [], packages: [] });
  });

  it('Q-37 revokes all that was delegated when it ends, whatever the system lists, once', async () => {
    const rights = [{ resourceId: 'dropped-from-the-system', actions: ['read'] }];
    const user = await aSystemUser(db, { system, party, rights, packages: ['urn:a'] });
    const { sequenceNo } = (await findSystemUser(db, user.id)) ?? user;
    const endings = await Promise.all(Array.from({ length: 5 }, () => end(user.id)));
    expect(endings.filter(Boolean)).toHaveLength(1);
    const ended = await findSystemUser(db, user.id);
    expect(ended).toMatchObject({ isDeleted: true, deletedByName: 'RASK TESTPERSON', deletedAt: TEST_NOW });
    expect(ended?.sequenceNo).toBeGreaterThan(sequenceNo);
    expect(await delegationsOf(db, user.id)).toEqual({ rights: [], packages: [] });
    const triple = { systemInternalId: system.internalId, partyOrgNo: party.orgNo, externalRef: party.orgNo };
    expect(await findLiveSystemUser(db, triple)).toBeUndefined();
  });

  describe('a look-up by client', () => {
    const query = (differences: object = {}) => ({
      clientId: system.clientIds[0] ?? '',
      vendorOrgNo: system.vendorOrgNo,
      ownerOrgNo: party.orgNo,
      ...differences,
    });

    it.each(['standard', 'agent'] as const)('finds the %s user, also under a reference', async (userType) => {
      const plain = await aSystemUser(db, { system, party, userType });
      const named = await aSystemUser(db, { system, party, userType, externalRef: 'cust-42' });
      expect((await lookupSystemUser(db, query()))?.id).toBe(plain.id);
      expect((await lookupSystemUser(db, query({ externalRef: '' })))?.id).toBe(plain.id);
      expect((await lookupSystemUser(db, query({ externalRef: 'cust-42' })))?.id).toBe(named.id);
    });

    it('finds nothing for another client, vendor, owner or reference', async () => {
      await aSystemUser(db, { system, party });
      const others = [{ clientId: 'x' }, { vendorOrgNo: anOrgNo() }, { ownerOrgNo: anOrgNo() }, { externalRef: 'x' }];
      for (const other of others) expect(await lookupSystemUser(db, query(other))).toBeUndefined();
    });

    it('B22 finds nothing from the moment that the user has ended', async () => {
      const user = await aSystemUser(db, { system, party });
      await end(user.id);
      expect(await lookupSystemUser(db, query())).toBeUndefined();
      expect(await explainLookup({ db, now: TEST_NOW }, query())).toBe('withdrawn');
    });

    it('B23 finds nothing on a deleted or suspended system, nor for a client that moved to another one', async () => {
      await aSystemUser(db, { system, party });
      const { systems, systemClients } = db.tables;
      const set = (change: object) => db.update(systems).set(change).where(eq(systems.internalId, system.internalId));
      await set({ isSuspended: true });
      expect(await lookupSystemUser(db, query())).toBeUndefined();
      expect(await explainLookup({ db, now: TEST_NOW }, query())).toBe('system-suspended');
      await set({ isSuspended: false, isDeleted: true });
      expect(await lookupSystemUser(db, query())).toBeUndefined();
      await set({ isDeleted: false });
      const next = await aSystem(db, { vendorOrgNo: system.vendorOrgNo, clientIds: [] });
      await db.update(systemClients).set({ systemInternalId: next.internalId });
      expect(await lookupSystemUser(db, query())).toBeUndefined();
      expect(await explainLookup({ db, now: TEST_NOW }, query())).toBe('nothing');
    });

    it('explains the caller’s own affairs', async () => {
      expect(await explainLookup({ db, now: TEST_NOW }, query({ clientId: 'unknown' }))).toBe(
        'client-not-on-any-system',
      );
      expect(await explainLookup({ db, now: TEST_NOW }, query())).toBe('nothing');
      await aWaitingRequest(party.orgNo);
      expect(await explainLookup({ db, now: TEST_NOW }, query())).toBe('request-waiting');
      expect(await explainLookup({ db, now: TEST_NOW }, query({ externalRef: 'other' }))).toBe('request-waiting');
      await aSystemUser(db, { system, party, externalRef: 'cust-42' });
      expect(await explainLookup({ db, now: TEST_NOW }, query({ externalRef: 'other' }))).toBe('other-reference');
      expect(await explainLookup({ db, now: TEST_NOW }, query())).toBe('request-waiting');
    });

    it('calls the very user that was asked for withdrawn, also beside another one in use', async () => {
      const ended = await aSystemUser(db, { system, party, externalRef: 'ended' });
      await end(ended.id);
      await aSystemUser(db, { system, party, externalRef: 'in-use' });
      expect(await explainLookup({ db, now: TEST_NOW }, query({ externalRef: 'ended' }))).toBe('withdrawn');
      expect(await explainLookup({ db, now: TEST_NOW }, query({ externalRef: 'never' }))).toBe('other-reference');
    });

    it('does not call a request waiting that nobody can answer any more', async () => {
      await aWaitingRequest(party.orgNo);
      const { REQUEST_EXPIRY_DAYS } = env();
      const deadline = TEST_NOW.getTime() + REQUEST_EXPIRY_DAYS * DAY_MS;
      expect(await explainLookup({ db, now: new Date(deadline) }, query())).toBe('request-waiting');
      expect(await explainLookup({ db, now: new Date(deadline + 1) }, query())).toBe('nothing');
    });

    it('A25 says the same of a customer of another vendor as of a customer with nothing', async () => {
      const foreign = await aSystem(db);
      await aSystemUser(db, { system: foreign, party });
      const nobody = await anOrganisation(db);
      expect(await explainLookup({ db, now: TEST_NOW }, query())).toBe('nothing');
      expect(await explainLookup({ db, now: TEST_NOW }, query({ ownerOrgNo: nobody.orgNo }))).toBe('nothing');
      const theirs = query({ clientId: foreign.clientIds[0] });
      expect(await explainLookup({ db, now: TEST_NOW }, theirs)).toBe('client-not-on-any-system');
    });

    async function aWaitingRequest(externalRef: string) {
      await db.insert(db.tables.systemUserRequests).values({
        id: randomUUID(),
        kind: 'standard',
        systemInternalId: system.internalId,
        systemId: system.systemId,
        vendorOrgNo: system.vendorOrgNo,
        partyOrgNo: party.orgNo,
        partyUuid: party.uuid,
        partyId: party.partyId,
        externalRef,
        integrationTitle: 'x',
        rights: [],
        accessPackages: [],
        status: 'New',
        escalated: false,
        isDeleted: false,
        sequenceNo: 1,
        createdAt: TEST_NOW,
        updatedAt: TEST_NOW,
      });
    }
  });
});
