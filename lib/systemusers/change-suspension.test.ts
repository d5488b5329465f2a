import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { approveChangeRequest } from '../requests/approve-change-request.ts';
import { createRequest } from '../requests/create-request.ts';
import { readRequestLetter } from '../requests/letter/read-request-letter.ts';
import { withdrawAgentSystemUser, withdrawSystemUser } from '../requests/withdraw-system-user.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import {
  aChangeRequest,
  anApprovedRequest,
  aRequestOf,
  aRequestStory,
  type RequestStory,
} from '../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { resumeSystemUser, suspendSystemUser } from './change-suspension.ts';
import { delegationsOf } from './delegations.ts';
import { explainLookup } from './explain-lookup.ts';
import { findSystemUser } from './find-system-user.ts';
import { lookupSystemUser } from './lookup-system-user.ts';

/** Enough for two that run at once to meet in every order. */
const ROUNDS = 5;
const LATER = new Date(TEST_NOW.getTime() + 60_000);

describe.each(ENGINES)('the suspension of a system user on %s', (engine) => {
  let db: Db;
  let story: RequestStory;

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
  });

  const at = (actor: Parameters<typeof as>[1], now = TEST_NOW) => as({ db, now }, actor);
  const key = (systemUserId: string) => ({ party: { uuid: story.customer.uuid }, systemUserId });
  const suspensionOf = async (id: string) => (await findSystemUser(db, id))?.suspension;
  const eventsOf = async (id: string) => {
    const { vendorEvents } = db.tables;
    return db.select().from(vendorEvents).where(eq(vendorEvents.orderKey, id)).orderBy(vendorEvents.number);
  };
  const trailOf = async (id: string) => {
    const { auditEvents } = db.tables;
    return db.select().from(auditEvents).where(eq(auditEvents.subjectId, id)).orderBy(auditEvents.id);
  };
  const queryOf = (externalRef: string) => ({
    clientId: story.system.clientIds[0] ?? '',
    vendorOrgNo: story.vendor.orgNo,
    ownerOrgNo: story.customer.orgNo,
    externalRef,
  });

  it.each(['standard', 'agent'] as const)(
    'keeps a %s one from being found, and gives back exactly what it had',
    async (kind) => {
      const { id, externalRef } = await anApprovedRequest(story, kind === 'agent' ? { kind } : {});
      const held = await delegationsOf(db, id);
      const before = await findSystemUser(db, id);
      await suspendSystemUser(at(story.pia), key(id));
      expect(await suspensionOf(id)).toEqual({ at: TEST_NOW, byName: story.pia.name });
      expect(await lookupSystemUser(db, queryOf(externalRef))).toBeUndefined();
      expect(await explainLookup({ db, now: TEST_NOW }, queryOf(externalRef))).toBe('suspended');
      expect(await delegationsOf(db, id)).toEqual(held);
      await resumeSystemUser(at(story.flink, LATER), key(id));
      const after = await findSystemUser(db, id);
      expect(await lookupSystemUser(db, queryOf(externalRef))).toEqual(after);
      expect(await delegationsOf(db, id)).toEqual(held);
      expect(after).toEqual({ ...before, sequenceNo: after?.sequenceNo, updatedAt: LATER });
      expect(after?.sequenceNo).toBeGreaterThan(before?.sequenceNo ?? 0);
    },
  );

  it('is written down and told once, however often somebody presses', async () => {
    const { id } = await anApprovedRequest(story);
    await suspendSystemUser(at(story.pia), key(id));
    await suspendSystemUser(at(story.flink, LATER), key(id));
    expect(await suspensionOf(id)).toEqual({ at: TEST_NOW, byName: story.pia.name });
    await resumeSystemUser(at(story.flink, LATER), key(id));
    await resumeSystemUser(at(story.pia, LATER), key(id));
    const rows = (await trailOf(id)).slice(-2);
    const sides = {
      partyOrgNo: story.customer.orgNo,
      onBehalfOf: story.customer.orgNo,
      vendorOrgNo: story.vendor.orgNo,
    };
    const suspended = { suspendedAt: TEST_NOW.toISOString() };
    expect(rows).toMatchObject([
      {
        action: 'systemuser.suspended',
        actorName: story.pia.name,
        ...sides,
        before: { suspendedAt: null },
        after: suspended,
      },
      {
        action: 'systemuser.resumed',
        actorName: story.flink.name,
        ...sides,
        before: suspended,
        after: { suspendedAt: null },
      },
    ]);
    expect((await eventsOf(id)).slice(1).map(({ type, data }) => [type, data.status])).toEqual([
      ['no.systembruker.systemuser.suspended', 'Suspended'],
      ['no.systembruker.systemuser.resumed', 'Accepted'],
    ]);
    const told = JSON.stringify(await eventsOf(id));
    expect(told).not.toContain(story.pia.name);
  });

  it('is decided by those who may withdraw, for the organisation’s own system users alone', async () => {
    const { id } = await anApprovedRequest(story);
    const other = await aRequestStory(db);
    const foreign = await anApprovedRequest(other);
    for (const change of [suspendSystemUser, resumeSystemUser]) {
      for (const actor of [story.jonas, story.stranger, story.vendor]) {
        await expect(change(at(actor), key(id))).rejects.toMatchObject({ status: 403 });
      }
      await expect(change(at({ kind: 'anonymous' }), key(id))).rejects.toMatchObject({ status: 401 });
      await expect(change(at(story.pia), key(foreign.id))).rejects.toMatchObject({ code: 'AUTH-00024' });
      await expect(change(at(story.pia), key('nothing'))).rejects.toMatchObject({ code: 'AUTH-00015', status: 404 });
    }
    expect(await suspensionOf(id)).toBeUndefined();
    expect(await suspensionOf(foreign.id)).toBeUndefined();
  });

  it('I10 is one suspension when several press at once, and none is left when all resume', async () => {
    const { id } = await anApprovedRequest(story);
    for (const [change, did] of [
      [suspendSystemUser, 'suspended'],
      [resumeSystemUser, 'resumed'],
    ] as const) {
      await Promise.all([story.pia, story.flink, story.pia, story.flink].map((actor) => change(at(actor), key(id))));
      expect((await trailOf(id)).filter(({ action }) => action === `systemuser.${did}`)).toHaveLength(1);
    }
    expect(await suspensionOf(id)).toBeUndefined();
  });

  it('ends with the system user: whoever comes first, it is withdrawn', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await anApprovedRequest(story);
      const presses = [
        () => suspendSystemUser(at(story.flink), key(id)),
        () => withdrawSystemUser(at(story.pia), key(id)),
      ];
      if (round % 2 === 1) presses.reverse();
      const outcomes = await Promise.allSettled(presses.map((press) => press()));
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'AUTH-00015' });
      }
      expect(await findSystemUser(db, id)).toMatchObject({ isDeleted: true, suspension: undefined });
    }
  });

  it.each(['standard', 'agent'] as const)(
    'does not keep a %s one from being withdrawn, and then nothing brings it back',
    async (kind) => {
      const { id, externalRef } = await anApprovedRequest(story, kind === 'agent' ? { kind } : {});
      await suspendSystemUser(at(story.pia), key(id));
      await (kind === 'agent' ? withdrawAgentSystemUser : withdrawSystemUser)(at(story.pia), key(id));
      expect(await findSystemUser(db, id)).toMatchObject({ isDeleted: true, suspension: undefined });
      expect(await explainLookup({ db, now: TEST_NOW }, queryOf(externalRef))).toBe('withdrawn');
      await expect(resumeSystemUser(at(story.pia), key(id))).rejects.toMatchObject({ code: 'AUTH-00015' });
    },
  );

  it('AUTH-00004 leaves its place taken, whoever wants it', async () => {
    const { id, externalRef } = await anApprovedRequest(story);
    await suspendSystemUser(at(story.pia), key(id));
    const again = createRequest(at(story.vendor), aRequestOf(story, { externalRef }));
    await expect(again).rejects.toMatchObject({ code: 'AUTH-00004' });
  });

  it('outlasts the approval of a change, and the letter says so before', async () => {
    const { id } = await anApprovedRequest(story);
    await suspendSystemUser(at(story.pia), key(id));
    const change = await aChangeRequest(story, id);
    expect(await readRequestLetter(at(story.pia), change.id)).toMatchObject({ state: 'waiting', isSuspended: true });
    await approveChangeRequest(at(story.pia), { ...key(id), id: change.id });
    expect((await delegationsOf(db, id)).packages).toEqual([]);
    expect(await suspensionOf(id)).toBeDefined();
  });

  it('is said of the very reference that is asked for, and of no other', async () => {
    const { id } = await anApprovedRequest(story, { externalRef: 'suspended' });
    await anApprovedRequest(story, { externalRef: 'in-use' });
    await suspendSystemUser(at(story.pia), key(id));
    expect(await explainLookup({ db, now: TEST_NOW }, queryOf('suspended'))).toBe('suspended');
    expect(await explainLookup({ db, now: TEST_NOW }, queryOf('never'))).toBe('other-reference');
    expect((await lookupSystemUser(db, queryOf('in-use')))?.externalRef).toBe('in-use');
  });

  it('A25 is no other vendor’s to know', async () => {
    const foreign = await aRequestStory(db);
    const { id, externalRef } = await anApprovedRequest(story);
    await suspendSystemUser(at(story.pia), key(id));
    const query = {
      ...queryOf(externalRef),
      clientId: foreign.system.clientIds[0] ?? '',
      vendorOrgNo: foreign.vendor.orgNo,
    };
    expect(await explainLookup({ db, now: TEST_NOW }, query)).toBe('nothing');
  });
});
