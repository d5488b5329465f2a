import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { PersonActor } from '../../context/context.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { ROWS_PER_PAGE } from '../../kernel/pages.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { countQueries } from '../../testing/count-queries.ts';
import { walkPages } from '../../testing/pages.ts';
import { anOrganisation } from '../../testing/parties.ts';
import {
  aChangeRequest,
  anApprovedRequest,
  aRequest,
  aRequestStory,
  manyRequests,
  type RequestStory,
} from '../../testing/requests.ts';
import { aSystem } from '../../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { forwardRequest } from '../forwarding/forward-request.ts';
import type { AnyRequest } from '../model.ts';
import { rejectRequest } from '../reject-request.ts';
import { HANDLED_STATES } from './in-state.ts';
import { countWaitingRequests, listRequests, type RequestListQuery } from './list-requests.ts';
import { countVendorRequests, listVendorRequests, type VendorRequestsQuery } from './list-vendor-requests.ts';

describe.each(ENGINES)('lists of requests on %s', (engine) => {
  let db: Db;
  let story: RequestStory;

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
  });

  const day = (days: number) => new Date(TEST_NOW.getTime() + days * DAY_MS);
  const idOf = ({ request }: { readonly request: AnyRequest }) => request.id;
  const ofVendor = (query: Partial<VendorRequestsQuery> = {}, now = TEST_NOW) =>
    listVendorRequests(as({ db, now }, story.vendor), { vendorOrgNo: story.vendor.orgNo, ...query });
  const ofCustomer = (
    query: Partial<RequestListQuery> = {},
    reader: PersonActor = story.pia,
    now = TEST_NOW,
    from = db,
  ) => listRequests(as({ db: from, now }, reader), { partyUuid: story.customer.uuid, tab: 'waiting', ...query });
  const reject = (request: AnyRequest) =>
    rejectRequest(as({ db, now: TEST_NOW }, story.pia), {
      kind: request.kind,
      id: request.id,
      party: { uuid: story.customer.uuid },
    });

  /** Requests and change requests, more of each than a page holds, all sent at one time. */
  const sendMany = async () => {
    const done = await anApprovedRequest(story);
    const first = await aRequest(story);
    const change = await aChangeRequest(story, done.id);
    const waiting = [
      first.id,
      change.id,
      ...(await manyRequests(db, first, ROWS_PER_PAGE + 7)),
      ...(await manyRequests(db, change, ROWS_PER_PAGE + 7)),
    ];
    return { done: done.id, first: first.id, waiting };
  };

  it('F27 come to their vendor in pages without loss or repeats', async () => {
    const { done, waiting } = await sendMany();
    const all = [done, ...waiting];
    const { rows, total } = await ofVendor();
    expect([rows.length, total]).toEqual([ROWS_PER_PAGE, all.length]);
    const seen = await walkPages(
      (after) => ofVendor({ after }),
      idOf,
      async (pages) => {
        if (pages === 1) await aRequest(story, {}, day(1));
      },
    );
    expect([...seen].sort()).toEqual([...all].sort());
    const newest = await aRequest(story, {}, day(2));
    expect((await ofVendor()).rows[0]?.request.id).toBe(newest.id);
  });

  it('F27 come to their customer in pages without loss or repeats, though some are answered meanwhile', async () => {
    const { done, waiting } = await sendMany();
    const handled = new Set<string>();
    const read = (after?: string) => ofCustomer({ after });
    const seen = await walkPages(read, idOf, async (pages) => {
      const { rows, next } = await read();
      if (pages > 1) return;
      for (const { request } of rows.filter(({ request }) => request.id === next)) await reject(request);
      const unread = (await read(next)).rows.slice(0, 2);
      for (const { request } of unread) {
        await reject(request);
        handled.add(request.id);
      }
    });
    expect([...seen].sort()).toEqual(waiting.filter((id) => !handled.has(id)).sort());
    const now = day(200);
    const later = await walkPages((after) => ofCustomer({ tab: 'handled', after }, story.pia, now), idOf);
    expect([...later].sort()).toEqual([...waiting, done].sort());
  });

  it('begins anew after the request of somebody else', async () => {
    const foreign = await aRequest(await aRequestStory(db));
    const own = await aRequest(story);
    expect((await ofVendor({ after: foreign.id })).rows.map(idOf)).toEqual([own.id]);
    expect((await ofCustomer({ after: foreign.id })).rows.map(idOf)).toEqual([own.id]);
  });

  it('says of every row what its state is, and finds each under that state alone', async () => {
    await everyRow();
    const found = new Map<string, string>();
    for (const state of ['waiting', ...HANDLED_STATES] as const) {
      const { rows, total } = await ofVendor({ state }, day(0));
      expect(total).toBeGreaterThan(0);
      for (const row of rows) {
        expect([row.request.kind, row.request.status, row.state]).toEqual([
          row.request.kind,
          row.request.status,
          state,
        ]);
        expect(found.has(row.request.id)).toBe(false);
        found.set(row.request.id, state);
      }
      const own = state === 'waiting' ? await ofCustomer() : await ofCustomer({ tab: 'handled', state });
      expect(own.rows.map(idOf).sort()).toEqual(rows.map(idOf).sort());
    }
    const { total } = await ofVendor();
    expect(found.size).toBe(total);
    const waiting = (await ofVendor({ state: 'waiting' })).total;
    expect((await ofCustomer({ tab: 'handled' })).total).toBe(total - waiting);
    expect(await countWaitingRequests(as({ db, now: TEST_NOW }, story.pia), story.customer.uuid)).toBe(waiting);
  });

  /** A row of either table for each status, put away or not, on both sides of the deadline, with a living and an ended system user. */
  const everyRow = async () => {
    const { systemUserRequests, changeRequests, systemUsers } = db.tables;
    const users = [await anApprovedRequest(story), await anApprovedRequest(story)];
    const changes = [];
    for (const user of users) changes.push(await aChangeRequest(story, user.id));
    await db
      .update(systemUsers)
      .set({ isDeleted: true, liveKey: null })
      .where(eq(systemUsers.id, users[1]?.id ?? ''));
    const rows = (['New', 'Accepted', 'Rejected', 'Denied', 'Timedout'] as const).flatMap((status) =>
      [false, true].flatMap((isDeleted) => [-180, -181].map((age) => ({ status, isDeleted, createdAt: day(age) }))),
    );
    for (const request of [await aRequest(story), ...changes]) {
      const table = request.kind === 'change' ? changeRequests : systemUserRequests;
      const ids = await manyRequests(db, request, rows.length);
      for (const [index, row] of rows.entries())
        await db
          .update(table)
          .set(row)
          .where(eq(table.id, ids[index] ?? ''));
    }
  };

  it('are found by who is asked, or by who asks and for which system, and by the reference', async () => {
    const customer = await anOrganisation(db, { name: 'RØR OG VANN AS' });
    const system = await aSystem(db, {
      vendorOrgNo: story.vendor.orgNo,
      rights: story.system.rights,
      accessPackages: story.system.accessPackages,
      name: { nb: 'Årsregn', nn: 'Årsrekn', en: 'Annual' },
    });
    const elsewhere = await aRequest(story, { partyOrgNo: customer.orgNo, externalRef: 'K_1' });
    const here = await aRequest(story, { systemId: system.systemId, externalRef: 'avdeling-vest' });
    const change = await aChangeRequest(story, (await anApprovedRequest(story)).id);
    for (const [query, ids] of [
      ['rør og', [elsewhere.id]],
      [customer.orgNo, [elsewhere.id]],
      ['k_1', [elsewhere.id]],
      ['k%1', []],
      ['VEST', [here.id]],
    ] as const) {
      const { rows, total } = await ofVendor({ query });
      expect([query, rows.map(idOf), total]).toEqual([query, ids, ids.length]);
    }
    for (const [query, ids] of [
      ['årsrekn', [here.id]],
      ['annual', [here.id]],
      ['VEST', [here.id]],
      [story.vendor.orgNo, [change.id, here.id].sort()],
      ['rør og', []],
    ] as const) {
      const { rows, total } = await ofCustomer({ query });
      expect([query, rows.map(idOf).sort(), total]).toEqual([query, ids, ids.length]);
    }
  });

  it('show and count for somebody who may not answer what he has sent on himself', async () => {
    const { first } = await sendMany();
    await forwardRequest(as({ db, now: TEST_NOW }, story.jonas), { kind: 'standard', id: first });
    expect(await countWaitingRequests(as({ db, now: TEST_NOW }, story.jonas), story.customer.uuid)).toBe(1);
    const page = await ofCustomer({}, story.jonas);
    expect([page.rows.map(idOf), page.total]).toEqual([[first], 1]);
  });

  it('count for the vendor all, what waits and since when', async () => {
    const vendor = as({ db, now: day(181) }, story.vendor);
    const count = () => countVendorRequests(vendor, { vendorOrgNo: story.vendor.orgNo });
    expect(await count()).toEqual({ all: 0, waiting: 0, waitingSince: undefined });
    await aRequest(story);
    const change = await aChangeRequest(story, (await anApprovedRequest(story)).id);
    await manyRequests(db, await aRequest(story, {}, day(9)), 3);
    await manyRequests(db, await aRequest(story, {}, day(5)), 3);
    expect(await count()).toEqual({ all: 11, waiting: 8, waitingSince: day(5) });
    await db
      .update(db.tables.changeRequests)
      .set({ createdAt: day(2) })
      .where(eq(db.tables.changeRequests.id, change.id));
    expect(await count()).toEqual({ all: 11, waiting: 9, waitingSince: day(2) });
    const foreign = as({ db, now: TEST_NOW }, (await aRequestStory(db)).vendor);
    await expect(countVendorRequests(foreign, { vendorOrgNo: story.vendor.orgNo })).rejects.toMatchObject({
      status: 403,
    });
  });

  it('take few queries for each row of a page', async () => {
    const change = await aChangeRequest(story, (await anApprovedRequest(story)).id);
    const request = await aRequest(story);
    const queriesFor = async (count: number) => {
      await manyRequests(db, request, count);
      await manyRequests(db, change, count);
      const counted = countQueries(db);
      await ofCustomer({}, story.pia, TEST_NOW, counted.db);
      return counted.count();
    };
    const few = await queriesFor(1);
    expect((await queriesFor(10)) - few).toBeLessThanOrEqual(20 * 3);
  });
});
