import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import {
  aChangeRequest,
  anApprovedRequest,
  approveChange,
  aRequestStory,
  type RequestStory,
} from '../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { findWaitingChange } from './overview/find-waiting-change.ts';
import { readOwnSystemUser } from './overview/read-own-system-user.ts';

describe.each(ENGINES)('a change that waits for an answer on %s', (engine) => {
  let db: Db;
  let story: RequestStory;
  let systemUserId: string;

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
    ({ id: systemUserId } = await anApprovedRequest(story));
  });

  const seen = async (now = TEST_NOW) => {
    const { orgNo: vendorOrgNo } = story.vendor;
    const own = await readOwnSystemUser(as({ db, now }, story.pia), systemUserId);
    const vendors = await findWaitingChange(as({ db, now }, story.vendor), { vendorOrgNo, systemUserId });
    return [own.waitingChange?.id, vendors?.id];
  };

  it('stands on the system user’s page of the customer and of the vendor', async () => {
    expect(await seen()).toEqual([undefined, undefined]);
    await aChangeRequest(story, systemUserId);
    const { id } = await aChangeRequest(story, systemUserId);
    expect(await seen()).toEqual([id, id]);
  });

  it('stands there no longer once it is answered', async () => {
    await approveChange(story, await aChangeRequest(story, systemUserId));
    expect(await seen()).toEqual([undefined, undefined]);
  });

  it('stands there no longer past its deadline', async () => {
    await aChangeRequest(story, systemUserId);
    const late = new Date(TEST_NOW.getTime() + (env().REQUEST_EXPIRY_DAYS + 1) * DAY_MS);
    expect(await seen(late)).toEqual([undefined, undefined]);
  });

  it('is not told to another vendor', async () => {
    await aChangeRequest(story, systemUserId);
    const other = await aRequestStory(db);
    const { orgNo: vendorOrgNo } = other.vendor;
    const context = as({ db, now: TEST_NOW }, other.vendor);
    expect(await findWaitingChange(context, { vendorOrgNo, systemUserId })).toBeUndefined();
  });
});
