import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { anApprovedRequest, aRequest, aRequestOf, aRequestStory, type RequestStory } from '../../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { approveRequest } from '../approve-request.ts';
import { createChangeRequest } from '../create-change-request.ts';
import { createRequest } from '../create-request.ts';
import { blockVendor, unblockVendor } from './change-block.ts';
import { listBlockedVendors } from './list-blocked-vendors.ts';

describe.each(ENGINES)('a vendor that is blocked on %s', (engine) => {
  let db: Db;
  let story: RequestStory;
  const at = (actor: Parameters<typeof as>[1]) => as({ db, now: TEST_NOW }, actor);
  const party = () => ({ uuid: story.customer.uuid });
  const key = () => ({ party: party(), vendorOrgNo: story.vendor.orgNo });
  const ask = (externalRef: string) => createRequest(at(story.vendor), aRequestOf(story, { externalRef }));

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
  });

  it('C18 can ask for nothing more until it is unblocked', async () => {
    await blockVendor(at(story.flink), key());
    await blockVendor(at(story.pia), key());
    await expect(ask('a')).rejects.toMatchObject({ status: 403, code: 'REQ-00007' });
    expect(await listBlockedVendors(at(story.pia), party())).toMatchObject([
      { orgNo: story.vendor.orgNo, blockedByName: 'FLINK MURSTEIN', blockedAt: TEST_NOW },
    ]);
    await unblockVendor(at(story.pia), key());
    expect(await ask('a')).toMatchObject({ created: true });
    expect(await listBlockedVendors(at(story.pia), party())).toEqual([]);
    const events = await db.select().from(db.tables.auditEvents);
    expect(events.map(({ action }) => action).filter((action) => action.startsWith('vendor.'))).toEqual([
      'vendor.blocked',
      'vendor.unblocked',
    ]);
  });

  it('C18 can ask for no change either, but keeps what it has and what waits', async () => {
    const approved = await anApprovedRequest(story);
    const waiting = await aRequest(story, { externalRef: 'waiting' });
    await blockVendor(at(story.pia), key());
    const change = {
      correlationId: '7f1a2d0c-5a46-4f0e-9a40-7a4a2f2d8f11',
      systemUserId: approved.id,
      requiredRights: [],
      unwantedRights: story.system.rights,
      requiredAccessPackages: [],
      unwantedAccessPackages: [],
    };
    await expect(createChangeRequest(at(story.vendor), change)).rejects.toMatchObject({ code: 'REQ-00007' });
    await expect(
      approveRequest(at(story.pia), { kind: 'standard', party: party(), id: waiting.id }),
    ).resolves.toBeUndefined();
  });

  it('B9 is blocked only by whoever manages access, and only for the own organisation', async () => {
    for (const actor of [story.jonas, story.stranger]) {
      await expect(blockVendor(at(actor), key())).rejects.toMatchObject({ status: 403 });
      await expect(listBlockedVendors(at(actor), party())).rejects.toMatchObject({ status: 403 });
    }
    await expect(blockVendor(at(story.vendor), key())).rejects.toMatchObject({ status: 403 });
    await expect(blockVendor(at(story.pia), { ...key(), vendorOrgNo: '999999999' })).rejects.toMatchObject({
      status: 404,
    });
    expect(await ask('a')).toMatchObject({ created: true });
  });
});
