import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import {
  aChangeRequest,
  anApprovedRequest,
  aRequest,
  aRequestOf,
  aRequestStory,
  type RequestStory,
} from '../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { anEndpoint } from '../testing/webhooks.ts';
import { announceExpired } from './announce-expired.ts';
import { approveChangeRequest } from './approve-change-request.ts';
import { approveRequest } from './approve-request.ts';
import { askForChange } from './ask-for-change.ts';
import { createRequest } from './create-request.ts';
import { rejectRequest } from './reject-request.ts';
import { withdrawRequest } from './withdraw-request.ts';
import { withdrawSystemUser } from './withdraw-system-user.ts';

const AFTER_DEADLINE = new Date(TEST_NOW.getTime() + (env().REQUEST_EXPIRY_DAYS + 1) * DAY_MS);

describe.each(ENGINES)('what a vendor’s machines hear on %s', (engine) => {
  let db: Db;
  let story: RequestStory;
  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
  });

  const at = (actor: Parameters<typeof as>[1], now = TEST_NOW) => as({ db, now }, actor);
  const party = () => ({ uuid: story.customer.uuid });
  const answer = (id: string) => ({ kind: 'standard' as const, id, party: party() });
  const heardOf = async (subject: string) => {
    const { vendorEvents } = db.tables;
    return db.select().from(vendorEvents).where(eq(vendorEvents.subject, subject)).orderBy(vendorEvents.number);
  };
  const typesOf = async (subject: string) =>
    (await heardOf(subject)).map(({ type }) => type.replace('no.systembruker.', ''));

  it('is the approval, with what finds the customer again and no word about people', async () => {
    const redirectUrl = 'https://vendor.example/receipt?state=our-42';
    const { id, externalRef } = await aRequest(story, { redirectUrl });
    expect(await heardOf(id)).toEqual([]);
    await approveRequest(at(story.pia), answer(id));
    const [event, ...others] = await heardOf(id);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      type: 'no.systembruker.request.approved',
      vendorOrgNo: story.vendor.orgNo,
      systemId: story.system.systemId,
      orderKey: id,
      data: {
        requestId: id,
        systemUserId: id,
        externalRef,
        systemId: story.system.systemId,
        partyOrgNo: story.customer.orgNo,
        status: 'Accepted',
        state: 'our-42',
      },
    });
    expect(JSON.stringify(event)).not.toContain(story.pia.name);
  });

  it('is the rejection without its reason', async () => {
    const { id } = await aRequest(story);
    await rejectRequest(at(story.pia), { ...answer(id), reason: 'Spør Ola Nordmann' });
    expect(await typesOf(id)).toEqual(['request.rejected']);
    expect(JSON.stringify(await heardOf(id))).not.toContain('Ola');
  });

  it('is one of approval and rejection when both come at once, twenty times over', async () => {
    for (let round = 0; round < 20; round++) {
      const { id } = await aRequest(story);
      const answers = [approveRequest(at(story.pia), answer(id)), rejectRequest(at(story.pia), answer(id))];
      await Promise.allSettled(round % 2 === 0 ? answers : answers.reverse());
      const request = await db
        .select()
        .from(db.tables.systemUserRequests)
        .where(eq(db.tables.systemUserRequests.id, id));
      expect(await typesOf(id)).toEqual([request[0]?.status === 'Accepted' ? 'request.approved' : 'request.rejected']);
    }
  });

  it('is nothing when the answer does not come about', async () => {
    const { id } = await aRequest(story);
    await expect(approveRequest(at(story.flink), answer(id))).rejects.toMatchObject({ status: 403 });
    expect(await heardOf(id)).toEqual([]);
  });

  it('is the vendor’s own withdrawal of a request', async () => {
    const { id } = await aRequest(story);
    await withdrawRequest(at(story.vendor), { what: 'request', id });
    expect(await typesOf(id)).toEqual(['request.withdrawn']);
  });

  it('is the end and the wish of a system user, and the answer to a change, in one order', async () => {
    const { id } = await anApprovedRequest(story);
    await askForChange(at(story.pia), { party: party(), systemUserId: id, text: 'Ring Ola' });
    const change = await aChangeRequest(story, id);
    await approveChangeRequest(at(story.pia), { id: change.id, party: party() });
    await withdrawSystemUser(at(story.pia), { party: party(), systemUserId: id });
    const { vendorEvents } = db.tables;
    const events = await db
      .select()
      .from(vendorEvents)
      .where(eq(vendorEvents.orderKey, id))
      .orderBy(vendorEvents.number);
    expect(events.map(({ type, data }) => [type.replace('no.systembruker.', ''), data.status])).toEqual([
      ['request.approved', 'Accepted'],
      ['systemuser.changewished', 'Accepted'],
      ['changerequest.approved', 'Accepted'],
      ['systemuser.withdrawn', 'Deleted'],
    ]);
    expect(JSON.stringify(events)).not.toContain('Ola');
  });

  it('is the deadline of a request once, whether the clock or the vendor comes upon it first', async () => {
    const [externalRef, otherRef] = [randomUUID(), randomUUID()];
    const { id } = await aRequest(story, { externalRef });
    const { id: other } = await aRequest(story, { externalRef: otherRef });
    const { id: owner } = await anApprovedRequest(story);
    const change = await aChangeRequest(story, owner);
    await announceExpired(db, TEST_NOW);
    expect(await typesOf(id)).toEqual([]);
    await createRequest(at(story.vendor, AFTER_DEADLINE), aRequestOf(story, { externalRef: otherRef }));
    expect(await typesOf(other)).toEqual(['request.expired']);
    expect(await announceExpired(db, AFTER_DEADLINE)).toBeGreaterThan(0);
    expect(await announceExpired(db, AFTER_DEADLINE)).toBe(0);
    await createRequest(at(story.vendor, AFTER_DEADLINE), aRequestOf(story, { externalRef }));
    expect([await typesOf(id), await typesOf(other), await typesOf(change.id)]).toEqual([
      ['request.expired'],
      ['request.expired'],
      ['changerequest.expired'],
    ]);
  });

  it('is the deadline of each request, when rounds have gone before it, and when a clock has been set back', async () => {
    await announceExpired(db, AFTER_DEADLINE);
    await announceExpired(db, TEST_NOW);
    const early = await aRequest(story);
    const dayLater = new Date(TEST_NOW.getTime() + DAY_MS);
    const late = await createRequest(at(story.vendor, dayLater), aRequestOf(story, { externalRef: randomUUID() }));
    await announceExpired(db, new Date(AFTER_DEADLINE.getTime() - 1));
    expect([await typesOf(early.id), await typesOf(late.request.id)]).toEqual([['request.expired'], []]);
    await announceExpired(db, new Date(AFTER_DEADLINE.getTime() + 1));
    expect(await typesOf(late.request.id)).toEqual(['request.expired']);
  });

  it('waits at every address that listens, and at no other', async () => {
    const url = 'https://hooks.example/';
    const all = await anEndpoint(db, story.vendor, { url });
    const own = await anEndpoint(db, story.vendor, { url, systemIds: [story.system.systemId] });
    const other = await anEndpoint(db, story.vendor, { url, eventTypes: ['no.systembruker.request.rejected'] });
    const stranger = await anEndpoint(db, (await aRequestStory(db)).vendor, { url });
    await anApprovedRequest(story);
    const { webhookDeliveries } = db.tables;
    const waiting = (await db.select().from(webhookDeliveries)).map(({ endpointId }) => endpointId);
    expect(waiting.sort()).toEqual([all.endpoint.id, own.endpoint.id].sort());
    expect(waiting).not.toContain(other.endpoint.id);
    expect(waiting).not.toContain(stranger.endpoint.id);
  });
});
