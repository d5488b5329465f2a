import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../kernel/durations.ts';
import { UNUSED_AFTER_DAYS } from '../../systemusers/model.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { anApprovedRequest, aRequestStory } from '../../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { listOwnSystemUsers, type OwnView } from './list-own-system-users.ts';

describe.each(ENGINES)('the views of an organisation’s system users on %s', (engine) => {
  it('show what has gone unused for ninety days by itself, and count it beside what is in use', async () => {
    const { db } = await openTestDatabase(engine);
    const story = await aRequestStory(db);
    const used = await anApprovedRequest(story);
    const unused = await anApprovedRequest(story);
    const { systemUsers } = db.tables;
    const noteToken = (id: string, lastTokenAt: Date) =>
      db.update(systemUsers).set({ lastTokenAt }).where(eq(systemUsers.id, id));
    await noteToken(used.id, new Date(TEST_NOW.getTime() + DAY_MS));
    const read = async (view: OwnView, days: number) => {
      const context = as({ db, now: new Date(TEST_NOW.getTime() + days * DAY_MS) }, story.pia);
      const page = await listOwnSystemUsers(context, {
        party: { uuid: story.customer.uuid },
        view,
        by: 'created',
        descending: true,
        language: 'nb',
      });
      return { ...page, rows: page.rows.map(({ user }) => user.id) };
    };
    const later = UNUSED_AFTER_DAYS + 1;
    expect(await read('unused', UNUSED_AFTER_DAYS)).toMatchObject({ rows: [], all: 0, active: 2, unused: 0 });
    expect(await read('unused', later)).toMatchObject({ rows: [unused.id], all: 1, active: 2, unused: 1 });
    expect(await read('active', later)).toMatchObject({ all: 2, active: 2, unused: 1 });
    expect(await read('ended', later)).toMatchObject({ rows: [], all: 0, active: 2, unused: 1 });
    await noteToken(unused.id, new Date(TEST_NOW.getTime() + 2 * DAY_MS));
    expect(await read('unused', later)).toMatchObject({ rows: [], unused: 0 });
  });
});
