import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { ROWS_PER_PAGE } from '../../kernel/pages.ts';
import { listCustomers } from '../../systemusers/customers/list-customers.ts';
import { grantPackages, grantRights, revokeRights } from '../../systemusers/delegate.ts';
import { aProtectedResource } from '../../testing/authorization.ts';
import { anOrganisationActor, as, TEST_NOW } from '../../testing/context.ts';
import { countQueries } from '../../testing/count-queries.ts';
import { walkPages } from '../../testing/pages.ts';
import { anOrganisation } from '../../testing/parties.ts';
import { aChangeRequest, aRequestStory, type RequestStory } from '../../testing/requests.ts';
import { aListedResource, aRight, aSystem, aSystemUser, manySystemUsers } from '../../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { countMissing } from './count-missing.ts';
import { listCustomersToAsk, readCustomersToAsk } from './list-customers-to-ask.ts';
import type { CustomerToAsk } from './model.ts';
import { isLacking, whatToAsk } from './what-to-ask.ts';

describe.each(ENGINES)('customers that miss something on %s', (engine) => {
  let db: Db;
  let context: Context;
  let story: RequestStory;
  let vendorOrgNo: string;

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
    vendorOrgNo = story.vendor.orgNo;
    context = as({ db, now: TEST_NOW }, story.vendor);
  });

  const list = (after?: string, query = '') => listCustomersToAsk(context, { vendorOrgNo, after, query });
  const idOf = ({ customer }: CustomerToAsk) => customer.user.id;
  /** The customer gives all that the system needs. */
  const giveAll = (id: string) =>
    db.transaction(async (tx) => {
      await grantRights(tx, id, [{ resourceId: story.resourceId, actions: ['read'] }], TEST_NOW);
      await grantPackages(tx, id, [story.packageUrn], TEST_NOW);
    });

  it('F27 come in pages without loss or repeats, while some give what they lacked and others come', async () => {
    const { system, customer: party } = story;
    const ids = await manySystemUsers(db, { system, party, count: 2 * ROWS_PER_PAGE + 2 });
    const gone = ids.at(-2) ?? '';
    const seen = await walkPages(list, idOf, async (pages) => {
      if (pages > 1) return;
      for (const id of [ids[0], ids[ROWS_PER_PAGE - 1], gone]) await giveAll(id ?? '');
      ids.push(...(await manySystemUsers(db, { system, party, count: 1, from: ids.length })));
    });
    expect(seen).toEqual(ids.filter((id) => id !== gone));
    expect(await countMissing(context, { vendorOrgNo })).toBe(ids.length - 3);
  });

  it('F27 are counted as each of them is judged, whatever it misses and has been asked for', async () => {
    const { system, customer: party, resourceId, packageUrn, clientPackageUrn } = story;
    const app = await aListedResource(db, { identifier: `app_skd_app-${randomUUID()}` });
    const closed = await aListedResource(db, { delegable: false });
    const other = await aSystem(db, { vendorOrgNo, rights: [aRight(app), aRight(closed)] });
    const rights = [{ resourceId, actions: ['read'] }];
    const whole = { packages: [packageUrn], rights };
    const of = async (details: Omit<Parameters<typeof aSystemUser>[1], 'party' | 'system'>, at = system) =>
      aSystemUser(db, { system: at, party, externalRef: randomUUID(), ...details });
    await of(whole);
    await of({ rights });
    await of({ packages: [packageUrn] });
    await of({ userType: 'agent', packages: [clientPackageUrn, packageUrn] });
    const agent = await of({ userType: 'agent', packages: [packageUrn] });
    const asked = await of({ packages: [packageUrn] });
    await aChangeRequest(story, asked.id, { requiredRights: [aRight(resourceId)], unwantedAccessPackages: [] });
    const late = await of({ packages: [packageUrn] });
    const lateRequest = await aChangeRequest(story, late.id, {
      requiredRights: [aRight(resourceId)],
      unwantedAccessPackages: [],
    });
    const { changeRequests } = db.tables;
    const createdAt = new Date(TEST_NOW.getTime() - 1000 * DAY_MS);
    await db.update(changeRequests).set({ createdAt }).where(eq(changeRequests.id, lateRequest.id));
    await of({ rights: [{ resourceId: app, actions: ['read'] }] }, other);
    await of({}, other);
    const askedForApp = await of({}, other);
    const appRequest = await aChangeRequest(story, late.id, { unwantedAccessPackages: [packageUrn] });
    const [, , name = ''] = app.split('_');
    const byName = {
      resource: [
        { id: 'urn:altinn:org', value: 'skd' },
        { id: 'urn:altinn:app', value: name },
      ],
    };
    await db
      .update(changeRequests)
      .set({ systemUserId: askedForApp.id, requiredRights: [byName] })
      .where(eq(changeRequests.id, appRequest.id));

    const { rows: customers } = await listCustomers(context, { vendorOrgNo });
    const judged = await whatToAsk(db, customers, TEST_NOW);
    const missing = judged.filter(({ customer }) => customer.missing > 0);
    const askable = missing.filter(({ toAsk }) => isLacking(toAsk));
    const page = await list();
    expect(page.rows).toEqual(missing);
    expect(page.missing).toMatchObject({ all: missing.length, canBeAsked: askable.length });
    expect(page.total).toBe(missing.length);
    expect(await countMissing(context, { vendorOrgNo })).toBe(missing.length);
    expect([missing.length, askable.length]).toEqual([8, 4]);
    expect(missing.map(idOf)).toContain(agent.id);
    const all = await readCustomersToAsk(context, { vendorOrgNo, systemUserIds: 'all' });
    expect(all).toEqual(askable);
    expect(await readCustomersToAsk(context, { vendorOrgNo, systemUserIds: missing.map(idOf) })).toEqual(askable);
  });

  it('F27 are found by a search, and still counted without it', async () => {
    const { system, customer: party } = story;
    await manySystemUsers(db, { system, party, count: 3 });
    await manySystemUsers(db, { system, party: await anOrganisation(db, { name: 'ØDE ELV AS' }), count: 2 });
    expect(await list(undefined, 'øde')).toMatchObject({ total: 2, missing: { all: 5, canBeAsked: 5 } });
    expect((await list(undefined, 'øde')).rows.map(({ customer }) => customer.name)).toEqual(
      Array.from({ length: 2 }, () => 'ØDE ELV AS'),
    );
    expect(await list(undefined, 'nobody')).toMatchObject({ total: 0, rows: [], missing: { all: 5 } });
  });

  it('F27 takes as many queries for many as for one', async () => {
    const queries = async () => {
      const counting = countQueries(db);
      await listCustomersToAsk({ ...context, db: counting.db }, { vendorOrgNo });
      await countMissing({ ...context, db: counting.db }, { vendorOrgNo });
      return counting.count();
    };
    await manySystemUsers(db, { system: story.system, party: story.customer, count: 1 });
    const few = await queries();
    for (let index = 0; index < 3; index += 1) {
      const system = await aSystem(db, { vendorOrgNo, rights: [aRight(await aProtectedResource(db))] });
      await manySystemUsers(db, { system, party: await anOrganisation(db), count: ROWS_PER_PAGE });
    }
    expect(await queries()).toBe(few);
  });

  it('F27 are counted anew after any change of a system user, of what a system needs, or of the catalogue', async () => {
    const { system, customer: party, packageUrn } = story;
    const [id = ''] = await manySystemUsers(db, { system, party, count: 2 });
    const missing = () => countMissing(context, { vendorOrgNo });
    expect(await missing()).toBe(2);
    await giveAll(id);
    expect(await missing()).toBe(1);
    await manySystemUsers(db, { system, party, count: 1, from: 2 });
    expect(await missing()).toBe(2);
    await db.transaction((tx) => revokeRights(tx, id, [story.resourceId], TEST_NOW));
    expect(await missing()).toBe(3);
    const { accessPackages, systems } = db.tables;
    await db.update(systems).set({ rights: [] }).where(eq(systems.internalId, system.internalId));
    expect(await missing()).toBe(2);
    await db.update(accessPackages).set({ isAssignable: false }).where(eq(accessPackages.urn, packageUrn));
    expect(await missing()).toBe(0);
  });

  it('is for the vendor alone', async () => {
    const stranger = as(context, anOrganisationActor({ orgNo: story.customer.orgNo }));
    for (const read of [listCustomersToAsk, countMissing]) {
      await expect(read(stranger, { vendorOrgNo })).rejects.toMatchObject({ status: 403 });
    }
    const wanted = { vendorOrgNo, systemUserIds: 'all' } as const;
    await expect(readCustomersToAsk(stranger, wanted)).rejects.toMatchObject({ status: 403 });
  });
});
