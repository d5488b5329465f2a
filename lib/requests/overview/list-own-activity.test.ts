import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { listActivity } from '../../audit/list-activity.ts';
import { recordAudit } from '../../audit/record.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { countQueries } from '../../testing/count-queries.ts';
import { anOrganisation } from '../../testing/parties.ts';
import { anApprovedRequest, aRequest, aRequestStory, type RequestStory } from '../../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { listOwnActivity } from './list-own-activity.ts';
import { readOwnHistory } from './read-own-history.ts';

describe.each(ENGINES)('the activity of an organisation on %s', (engine) => {
  let db: Db;
  let story: RequestStory;
  const read = (actor = story.pia, query: object = {}) =>
    listOwnActivity(as({ db, now: TEST_NOW }, actor), { orgNo: story.customer.orgNo, ...query });

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
    await anApprovedRequest(story);
    await aRequest(story);
  });

  it('names the system that each event is about, and machines by their organisation', async () => {
    const { items } = await read();
    const created = items.find(({ action }) => action === 'request.created');
    expect(created?.subject).toMatchObject({ kind: 'request', systemName: story.system.name });
    expect(created?.actorName).toBe(`TEST ${story.vendor.orgNo}`);
    expect(items.find(({ action }) => action === 'request.approved')?.actorName).toBe(story.pia.name);
  });

  it('names the system of a request for clients, too', async () => {
    const details = { kind: 'agent', rights: undefined, accessPackages: [story.clientPackageUrn] } as const;
    const { id } = await aRequest(story, details);
    const { items } = await read();
    expect(items.find(({ subjectId }) => subjectId === id)?.subject?.systemName).toEqual(story.system.name);
  });

  it('takes hardly more queries for many events than for one', async () => {
    for (let count = 0; count < 5; count += 1) await anApprovedRequest(story);
    const queriesFor = async (limit: number) => {
      const counting = countQueries(db);
      const { items } = await listOwnActivity(as({ db: counting.db, now: TEST_NOW }, story.pia), {
        orgNo: story.customer.orgNo,
        limit,
      });
      return [items.length, counting.count()];
    };
    const [, one] = await queriesFor(1);
    const [events, many] = await queriesFor(50);
    expect(events).toBeGreaterThan(10);
    expect(many).toBeLessThanOrEqual(Number(one) + 2);
  });

  it('can be narrowed to one kind and read on from any event', async () => {
    const { items } = await read(story.pia, { prefixes: ['request.'] });
    expect(items.length).toBeGreaterThan(1);
    expect(items.every(({ action }) => action.startsWith('request.'))).toBe(true);
    const first = await read(story.pia, { prefixes: ['request.'], limit: 1 });
    const rest = await read(story.pia, { prefixes: ['request.'], before: first.next });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  });

  it('names the client that a system user was connected to, and nobody else hears which', async () => {
    const client = await anOrganisation(db);
    const { id } = await anApprovedRequest(story);
    const { customer, vendor } = story;
    await db.transaction((tx) =>
      recordAudit(tx, as({ db: tx, now: TEST_NOW }, story.pia), {
        action: 'client.added',
        subjectType: 'systemuser',
        subjectId: id,
        onBehalfOf: customer.orgNo,
        partyOrgNo: customer.orgNo,
        vendorOrgNo: vendor.orgNo,
        after: { client: client.orgNo },
      }),
    );
    const { items, names } = await read(story.pia, { prefixes: ['client.'] });
    expect(items.map(({ clientOrgNo = '' }) => names.get(clientOrgNo))).toEqual([client.name]);
    expect(items.map(({ vendorOrgNo = '' }) => names.get(vendorOrgNo))).toEqual([`TEST ${vendor.orgNo}`]);
    const [newest] = await readOwnHistory(as({ db, now: TEST_NOW }, story.pia), id);
    expect(newest).toMatchObject({ action: 'client.added', client: client.name });
    const seen = await listActivity(db, { side: 'vendor', orgNo: vendor.orgNo, prefixes: ['client.'] });
    expect(seen.items).toMatchObject([{ action: 'client.added', clientOrgNo: undefined }]);
  });

  it('is closed to people without access management, and to strangers', async () => {
    await expect(read(story.jonas)).rejects.toMatchObject({ status: 403 });
    await expect(read(story.stranger)).rejects.toMatchObject({ status: 403 });
  });
});
