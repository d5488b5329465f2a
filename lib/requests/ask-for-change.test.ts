import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { storeAgreement } from '../onboarding/store-agreement.ts';
import { readCustomer } from '../systemusers/customers/read-customer.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { aChangeRequest, anApprovedRequest, aRequestStory, type RequestStory } from '../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { askForChange } from './ask-for-change.ts';
import { readOwnSystemUser } from './overview/read-own-system-user.ts';

const WISH = 'Vi vil at systemet skal levere mva-meldingen.';

describe.each(ENGINES)('a customer that wants something else on %s', (engine) => {
  let db: Db;
  let story: RequestStory;
  let id: string;
  const at = (actor: Parameters<typeof as>[1], now = TEST_NOW) => as({ db, now }, actor);
  const ask = (actor: Parameters<typeof as>[1], now = TEST_NOW, text = WISH) =>
    askForChange(at(actor, now), { party: { uuid: story.customer.uuid }, systemUserId: id, text });
  const messages = () => db.select().from(db.tables.outbox);

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
    id = (await anApprovedRequest(story)).id;
  });

  it('tells the vendor in its own words, on the page and by a mail that says nothing of them', async () => {
    const contactEmail = 'kunde@vendor.example';
    await db.transaction((tx) =>
      storeAgreement(tx, {
        orgNo: story.vendor.orgNo,
        contactName: 'KVIKK TASTATUR',
        contactEmail,
        purpose: 'Test',
        status: 'test',
        at: TEST_NOW,
      }),
    );
    const before = await messages();
    await ask(story.pia);
    const wish = { text: WISH, at: TEST_NOW, byName: story.pia.name };
    expect((await readOwnSystemUser(at(story.pia), id)).user.wish).toEqual(wish);
    expect((await readCustomer(at(story.vendor), id)).user.wish).toEqual(wish);
    const mails = (await messages()).slice(before.length);
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([contactEmail]);
    expect(mails[0]?.body).toContain(`/vendor/system-users/${id}`);
    expect(mails[0]?.body).not.toContain(WISH);
    const events = await db.select().from(db.tables.auditEvents);
    expect(events.at(-1)).toMatchObject({ action: 'systemuser.change-wished', vendorOrgNo: story.vendor.orgNo });
  });

  it('does so at most once a day, however many tabs are open', async () => {
    const asked = await Promise.allSettled([ask(story.pia), ask(story.pia)]);
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const almost = new Date(TEST_NOW.getTime() + DAY_MS - 1);
    await expect(ask(story.pia, almost)).rejects.toMatchObject({ status: 429, code: 'REQ-00008' });
    await ask(story.pia, new Date(TEST_NOW.getTime() + DAY_MS), '');
    expect((await readOwnSystemUser(at(story.pia), id)).user.wish?.text).toBe('');
  });

  it('is answered by a change request', async () => {
    await ask(story.pia);
    await aChangeRequest(story, id);
    expect((await readOwnSystemUser(at(story.pia), id)).user.wish).toBeUndefined();
  });

  it('is refused to those who may not withdraw it either, and about system users of others', async () => {
    await expect(ask(story.jonas)).rejects.toMatchObject({ status: 403 });
    const other = await aRequestStory(db);
    await expect(
      askForChange(at(other.pia), { party: { uuid: other.customer.uuid }, systemUserId: id, text: WISH }),
    ).rejects.toMatchObject({ code: 'AUTH-00015' });
    expect((await readOwnSystemUser(at(story.pia), id)).user.wish).toBeUndefined();
  });
});
