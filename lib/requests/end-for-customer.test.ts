import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { PersonActor } from '../context/context.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { delegationsOf } from '../systemusers/delegations.ts';
import { findSystemUser } from '../systemusers/find-system-user.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { anAgreement } from '../testing/onboarding.ts';
import { actorOf, aPerson } from '../testing/parties.ts';
import { anApprovedRequest, aRequest, aRequestStory, type RequestStory } from '../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { approveRequest } from './approve-request.ts';
import { endForCustomer } from './end-for-customer.ts';
import { withdrawSystemUser } from './withdraw-system-user.ts';

const PACKAGE = 'urn:altinn:accesspackage:maskinporten-administrator';

describe.each(ENGINES)('a vendor that ends a system user on %s', (engine) => {
  let db: Db;
  let story: RequestStory;
  let person: PersonActor;

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'TEKN', packageUrn: PACKAGE, hasAccess: true, mayDelegate: false });
    person = await aDeveloperOf(story);
    await anAgreement(db, story.vendor.orgNo);
  });

  const at = (actor: Parameters<typeof as>[1]) => as({ db, now: TEST_NOW }, actor);
  const end = (systemUserId: string, actor = person, vendorOrgNo = story.vendor.orgNo) =>
    endForCustomer(at(actor), { systemUserId, vendorOrgNo });

  async function aDeveloperOf({ vendor }: RequestStory): Promise<PersonActor> {
    const organisation = await findOrganisation(db, vendor.orgNo);
    return actorOf(await aPerson(db, { ...(organisation ? { at: organisation } : {}), roles: ['TEKN'] }));
  }

  async function auditOf(subjectId: string) {
    const { auditEvents } = db.tables;
    return await db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId));
  }

  it('takes everything at once, in the vendor\u2019s name, and the triple is free', async () => {
    const { id } = await anApprovedRequest(story, { externalRef: 'ended' });
    await end(id);
    const vendor = await findOrganisation(db, story.vendor.orgNo);
    expect(await findSystemUser(db, id)).toMatchObject({ isDeleted: true, deletedByName: vendor?.name });
    expect(await delegationsOf(db, id)).toEqual({ rights: [], packages: [] });
    const again = await aRequest(story, { externalRef: 'ended' });
    await approveRequest(at(story.pia), { kind: 'standard', id: again.id, party: { uuid: story.customer.uuid } });
  });

  it('is in the trail of both', async () => {
    const { id } = await anApprovedRequest(story);
    await end(id);
    expect((await auditOf(id)).at(-1)).toMatchObject({
      action: 'systemuser.ended',
      onBehalfOf: story.vendor.orgNo,
      partyOrgNo: story.customer.orgNo,
      vendorOrgNo: story.vendor.orgNo,
    });
  });

  it('tells the vendor\u2019s machines, and the customer\u2019s managers who have an address', async () => {
    const { parties, outbox, vendorEvents } = db.tables;
    await db.update(parties).set({ email: 'pia@example.com' }).where(eq(parties.uuid, story.pia.partyUuid));
    const { id } = await anApprovedRequest(story);
    await db.delete(outbox);
    await end(id);
    expect((await db.select().from(outbox)).map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
      ['pia@example.com', expect.stringContaining('har avsluttet en systembruker')],
    ]);
    const events = await db.select().from(vendorEvents).where(eq(vendorEvents.orderKey, id));
    expect(events.map(({ type }) => type)).toContain('no.systembruker.systemuser.withdrawn');
  });

  it('finds another vendor\u2019s no more than none, and does nothing for the customer', async () => {
    const other = await aRequestStory(db);
    const foreign = await anApprovedRequest(other);
    const { id } = await anApprovedRequest(story);
    await expect(end('nothing')).rejects.toMatchObject({ status: 404 });
    await expect(end(foreign.id)).rejects.toMatchObject({ status: 404 });
    await expect(end(foreign.id, person, other.vendor.orgNo)).rejects.toMatchObject({ status: 403 });
    await expect(end(id, story.pia)).rejects.toMatchObject({ status: 403 });
    for (const one of [id, foreign.id]) expect(await findSystemUser(db, one)).toMatchObject({ isDeleted: false });
  });

  it('ends it once, whoever presses, the vendor twice and the customer in between', async () => {
    const { id } = await anApprovedRequest(story);
    const party = { uuid: story.customer.uuid };
    const pressed = await Promise.allSettled([
      end(id),
      withdrawSystemUser(at(story.pia), { party, systemUserId: id }),
      end(id),
    ]);
    expect([pressed[0].status, pressed[2].status]).toEqual(['fulfilled', 'fulfilled']);
    const ends = (await auditOf(id)).filter(({ action }) => /systemuser\.(ended|withdrawn)/.test(action));
    expect(ends).toHaveLength(1);
  });
});
