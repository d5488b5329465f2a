import { describe, expect, it } from 'vitest';
import { findOrganisation } from '../../parties/find-party.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { actorOf, aPerson } from '../../testing/parties.ts';
import { anApprovedRequest, aRequestStory } from '../../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { listVendorActivity } from './list-vendor-activity.ts';

describe.each(ENGINES)('the activity of a vendor on %s', (engine) => {
  it('names systems, customers and its own machines, and leaves the customers’ people to the customer', async () => {
    const { db } = await openTestDatabase(engine);
    const story = await aRequestStory(db);
    const { id } = await anApprovedRequest(story);
    await db.insert(db.tables.rolePackages).values({
      role: 'TEKN',
      packageUrn: 'urn:altinn:accesspackage:maskinporten-administrator',
      hasAccess: true,
      mayDelegate: false,
    });
    const { orgNo } = story.vendor;
    const kvikk = actorOf(await aPerson(db, { at: await findOrganisation(db, orgNo), roles: ['TEKN'] }));

    const { items } = await listVendorActivity(as({ db, now: TEST_NOW }, kvikk), { orgNo });
    const about = {
      customer: `TEST ${story.customer.orgNo}`,
      subject: { kind: 'request', id, systemName: story.system.name },
    };
    expect(items.find(({ action }) => action === 'request.created')).toMatchObject({
      actorName: `TEST ${orgNo}`,
      ...about,
    });
    expect(items.find(({ action }) => action === 'request.approved')).toMatchObject({ actorName: '', ...about });
    await expect(listVendorActivity(as({ db, now: TEST_NOW }, story.pia), { orgNo })).rejects.toMatchObject({
      status: 403,
    });
  });
});
