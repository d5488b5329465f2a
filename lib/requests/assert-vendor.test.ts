import { describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { PersonActor } from '../context/context.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { anAgreement } from '../testing/onboarding.ts';
import { actorOf, aPerson } from '../testing/parties.ts';
import { aRequestOf, aRequestStory, type RequestStory } from '../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { createRequest } from './create-request.ts';
import { listVendorRequests } from './overview/list-vendor-requests.ts';

describe.each(ENGINES)('a person who speaks for a vendor on %s', (engine) => {
  it.each([undefined, 'applied', 'refused', 'suspended'] as const)(
    'asks nobody while the agreement is %s',
    async (status) => {
      const { story, ask, kvikk } = await aVendorPerson((await openTestDatabase(engine)).db);
      if (status) await anAgreement(story.db, story.vendor.orgNo, status);
      await expect(ask()).rejects.toMatchObject({ status: 403, code: 'agreement-missing' });
      const list = listVendorRequests(as({ db: story.db, now: TEST_NOW }, kvikk), { vendorOrgNo: story.vendor.orgNo });
      expect((await list).rows).toEqual([]);
    },
  );

  it.each(['test', 'production-applied', 'production'] as const)(
    'asks a customer under an agreement in %s',
    async (status) => {
      const { story, ask } = await aVendorPerson((await openTestDatabase(engine)).db);
      await anAgreement(story.db, story.vendor.orgNo, status);
      expect(await ask()).toMatchObject({ created: true });
    },
  );
});

/** Somebody with technical administration at the vendor of a story, and that person's wish. */
async function aVendorPerson(db: Db) {
  const story: RequestStory = await aRequestStory(db);
  await db.insert(db.tables.rolePackages).values({
    role: 'TEKN',
    packageUrn: 'urn:altinn:accesspackage:maskinporten-administrator',
    hasAccess: true,
    mayDelegate: false,
  });
  const vendor = await findOrganisation(db, story.vendor.orgNo);
  if (!vendor) throw new Error('The vendor is not in the register.');
  const kvikk: PersonActor = actorOf(await aPerson(db, { at: vendor, roles: ['TEKN'] }));
  const ask = () =>
    createRequest(as({ db, now: TEST_NOW }, kvikk), { ...aRequestOf(story), vendorOrgNo: vendor.orgNo });
  return { story, ask, kvikk };
}
