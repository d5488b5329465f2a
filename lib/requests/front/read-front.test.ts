import { describe, expect, it } from 'vitest';
import { as, TEST_NOW } from '../../testing/context.ts';
import { countQueries } from '../../testing/count-queries.ts';
import { anOrganisation } from '../../testing/parties.ts';
import { aRequestStory } from '../../testing/requests.ts';
import { aSystem, aSystemUser } from '../../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { listFrontSystems, listFrontSystemUsers } from './read-front.ts';

const UNKNOWN_VENDOR = '999999999';

describe.each(ENGINES)("the lists of the portal's older front end on %s", (engine) => {
  it('call a vendor by its name, or by its number when nobody knows it, in as many queries for many as for one', async () => {
    const { db } = await openTestDatabase(engine);
    const story = await aRequestStory(db);
    const key = { party: { partyId: story.customer.partyId }, userType: 'standard' } as const;
    const read = async () => {
      const counting = countQueries(db);
      const context = as({ db: counting.db, now: TEST_NOW }, story.pia);
      const vendors = [
        ...(await listFrontSystems(context)).map(({ vendorName }) => vendorName),
        ...(await listFrontSystemUsers(context, key)).map(({ system }) => system?.vendorName),
      ];
      return { vendors, queries: counting.count() };
    };
    const own = await aSystem(db, { vendorOrgNo: story.vendor.orgNo, isVisible: true });
    await aSystemUser(db, { system: own, party: story.customer });
    const few = await read();
    expect(few.vendors).toEqual(Array(2).fill(`TEST ${story.vendor.orgNo}`));
    for (const { orgNo } of [await anOrganisation(db), await anOrganisation(db), { orgNo: UNKNOWN_VENDOR }]) {
      const system = await aSystem(db, { vendorOrgNo: orgNo, isVisible: true });
      await aSystemUser(db, { system, party: story.customer });
    }
    const many = await read();
    expect(many.vendors).toHaveLength(2 * 4);
    expect(many.vendors.filter((vendor) => vendor === UNKNOWN_VENDOR)).toHaveLength(2);
    expect(many.queries).toBe(few.queries);
  });
});
