import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import { env } from '../../config/env.ts';
import type { PersonActor } from '../../context/context.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import type { Organisation } from '../../parties/model.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { anAgreement } from '../../testing/onboarding.ts';
import { actorOf, anOrganisation, anOrgNo, aPerson } from '../../testing/parties.ts';
import { aRequest, aRequestStory, type RequestStory } from '../../testing/requests.ts';
import { aRight, aSystemUser } from '../../testing/systems.ts';
import { ENGINES, newTestDatabaseUrl } from '../../testing/test-database.ts';
import { createRequest } from '../create-request.ts';
import { rejectRequest } from '../reject-request.ts';
import { selectRequests } from '../store.ts';
import { checkLines, type ListOrder } from './check-lines.ts';
import { listRequestJobs, readJobLines, readRequestJob } from './read-request-job.ts';
import { startRequestJob } from './start-request-job.ts';
import { stopRequestJob } from './stop-request-job.ts';
import { workOnRequestJobs } from './work-on-request-jobs.ts';

const CLOCK = () => TEST_NOW;

describe.each(ENGINES)('asking a list of organisations on %s', (engine) => {
  const { PENDING_REQUESTS_MAX } = env();
  let url: string;
  let db: Db;
  let story: RequestStory;
  let technician: PersonActor;
  let vendorOrgNo: string;
  let customers: readonly Organisation[];

  beforeEach(async () => {
    url = await newTestDatabaseUrl(engine);
    ({ db } = openDatabase(url));
    story = await aRequestStory(db);
    vendorOrgNo = story.vendor.orgNo;
    await anAgreement(db, vendorOrgNo);
    const packageUrn = 'urn:altinn:accesspackage:maskinporten-administrator';
    const managing = { role: 'TEST-TEKNISK', packageUrn, hasAccess: true, mayDelegate: false };
    await db.insert(db.tables.rolePackages).values(managing).onConflictDoNothing();
    const vendor = await findOrganisation(db, vendorOrgNo);
    technician = actorOf(await aPerson(db, { ...(vendor ? { at: vendor } : {}), roles: ['TEST-TEKNISK'] }));
    customers = await organisations(4);
  });

  afterEach(() => {
    Object.assign(env(), { PENDING_REQUESTS_MAX });
  });

  const organisations = async (count: number) => {
    const made = [];
    for (let index = 0; index < count; index += 1) made.push(await anOrganisation(db));
    return made;
  };
  const numberOf = (index: number) => customers[index]?.orgNo ?? '';
  const everyone = () => customers.map(({ orgNo }) => orgNo).join('\n');
  const at = (actor = technician) => as({ db, now: TEST_NOW }, actor);
  const order = (differences: Partial<ListOrder> = {}): ListOrder => ({
    vendorOrgNo,
    systemId: story.system.systemId,
    kind: 'standard',
    list: everyone(),
    ...differences,
  });
  const start = (differences: Partial<ListOrder> & { readonly id?: string } = {}, actor = technician) =>
    startRequestJob(at(actor), { id: randomUUID(), ...order(differences) });
  const work = (on: Db = db) => workOnRequestJobs(on, CLOCK);
  const read = (id: string) => readRequestJob(at(), { vendorOrgNo, id });
  const linesOf = async (id: string) => (await readJobLines(at(), { vendorOrgNo, id })).lines;
  const asked = () => selectRequests(db, { vendorOrgNo });

  it('sends each what the one-request verb sends, in the background, and says how far it has come', async () => {
    const id = await start({ list: `${numberOf(0)};kunde-1;Lønn\n${numberOf(1)}` });
    expect(await asked()).toEqual([]);
    expect((await read(id)).job).toMatchObject({ total: 2, counts: { waiting: 2 }, startedBy: technician.name });
    expect(await work()).toBe(2);
    expect((await read(id)).job.counts).toEqual({ waiting: 0, done: 2, known: 0, failed: 0, stopped: 0 });
    const alone = await createRequest(at(), {
      kind: 'standard',
      systemId: story.system.systemId,
      partyOrgNo: numberOf(2),
      rights: [aRight(story.resourceId)],
      accessPackages: [story.packageUrn],
      vendorOrgNo,
    });
    const requests = await asked();
    const { rights, accessPackages, status, redirectUrl } = alone.request;
    expect(requests[1]).toMatchObject({ rights, accessPackages, status, redirectUrl, externalRef: numberOf(1) });
    expect(requests[0]).toMatchObject({ externalRef: 'kunde-1', integrationTitle: 'Lønn', accessPackages });
    expect((await linesOf(id)).map(({ requestId }) => requestId)).toEqual(requests.slice(0, 2).map((each) => each.id));
    const events = (await db.select().from(db.tables.auditEvents)).filter(({ action }) => action === 'request.created');
    expect(events).toHaveLength(3);
    expect(new Set(events.map(({ actorId }) => actorId)).size).toBe(1);
  });

  it('asks for client packages alone when the system user is to act for clients', async () => {
    await start({ kind: 'agent' });
    await work();
    const requests = await asked();
    expect(requests).toHaveLength(4);
    expect(requests.every(({ kind, rights }) => kind === 'agent' && rights.length === 0)).toBe(true);
  });

  it('says before anything is sent which lines will be asked, and of the others why not', async () => {
    const [, waits, rejected, has] = customers;
    const ask = (partyOrgNo = '') => aRequest(story, { partyOrgNo, externalRef: partyOrgNo });
    const waiting = await ask(waits?.orgNo);
    const refused = await ask(rejected?.orgNo);
    if (!has || !rejected) throw new Error('There are customers.');
    const manager = actorOf(await aPerson(db, { at: rejected, roles: ['DAGL'] }));
    await rejectRequest(at(manager), { kind: 'standard', id: refused.id, party: { uuid: rejected.uuid } });
    await aSystemUser(db, { system: story.system, party: has });
    const list = ['Org.nr.', everyone(), anOrgNo(), '12', numberOf(0)].join('\n');
    const { lines } = await checkLines(at(), order({ list }));
    expect(lines.map(({ lineNo, state, code, requestId }) => [lineNo, state, code, requestId])).toEqual([
      [2, 'waiting', undefined, undefined],
      [3, 'known', 'AUTH-00007', waiting.id],
      [4, 'known', 'AUTH-00009', refused.id],
      [5, 'failed', 'AUTH-00004', undefined],
      [6, 'failed', 'AUTH-00000', undefined],
      [7, 'failed', 'number', undefined],
      [8, 'failed', 'twice', undefined],
    ]);
    const id = await start({ list });
    expect(await work()).toBe(1);
    const became = await linesOf(id);
    expect(became.map(({ code }) => code)).toEqual(lines.map(({ code }) => code));
    expect(became[0]?.state).toBe('done');
  });

  it('leads a line to the request that somebody else made meanwhile', async () => {
    const id = await start();
    const meanwhile = await aRequest(story, { partyOrgNo: numberOf(1), externalRef: numberOf(1) });
    await work();
    expect((await linesOf(id))[1]).toMatchObject({ state: 'known', code: 'AUTH-00007', requestId: meanwhile.id });
    expect(await asked()).toHaveLength(4);
  });

  it('is one job when the same press comes from two tabs, and asks nobody twice when two lists do', async () => {
    const id = randomUUID();
    expect(await Promise.all([start({ id }), start({ id })])).toEqual([id, id]);
    expect(await listRequestJobs(at(), { vendorOrgNo })).toHaveLength(1);
    await start();
    await work();
    expect(await asked()).toHaveLength(4);
    const jobs = await listRequestJobs(at(), { vendorOrgNo });
    expect(jobs.map(({ counts }) => [counts.done, counts.known]).sort()).toEqual([
      [0, 4],
      [4, 0],
    ]);
  });

  it('asks every organisation once when two processes work at it', async () => {
    const other = openDatabase(url);
    const id = await start();
    await Promise.all([work(), work(other.db)]);
    await other.close();
    expect(await asked()).toHaveLength(4);
    expect((await read(id)).job.counts).toMatchObject({ done: 4, known: 0 });
  });

  it('is finished by the next process when one was killed half-way', async () => {
    const id = await start();
    const fails = { left: 2 };
    const dying = new Proxy(db, {
      get: (target, name) => {
        if (name === 'transaction' && fails.left-- === 0) throw new Error('killed');
        return Reflect.get(target, name);
      },
    });
    await expect(work(dying)).rejects.toThrow('killed');
    expect((await read(id)).job.counts).toMatchObject({ done: 2, waiting: 2 });
    await work();
    expect((await read(id)).job.counts).toMatchObject({ done: 4, waiting: 0 });
    expect(await asked()).toHaveLength(4);
  });

  it('asks nobody more once it is stopped, also without an agreement', async () => {
    const id = await start();
    await db.delete(db.tables.vendorAgreements);
    await stopRequestJob(at(), { vendorOrgNo, id });
    expect(await work()).toBe(0);
    expect((await read(id)).job.counts).toMatchObject({ stopped: 4, waiting: 0 });
    await stopRequestJob(at(), { vendorOrgNo, id });
    const { systemId } = story.system;
    const events = await db
      .select()
      .from(db.tables.auditEvents)
      .where(eq(db.tables.auditEvents.subjectId, id))
      .orderBy(db.tables.auditEvents.id);
    expect(events.map(({ action, vendorOrgNo: orgNo, after }) => ({ action, orgNo, after }))).toEqual([
      { action: 'request-list.started', orgNo: vendorOrgNo, after: { systemId, kind: 'standard', lines: 4 } },
      { action: 'request-list.stopped', orgNo: vendorOrgNo, after: { systemId, kind: 'standard', lines: 4 } },
    ]);
    expect(await asked()).toEqual([]);
  });

  it('is stopped at once, also for lines that were about to have their turn', async () => {
    const id = await start();
    const turns = { left: 2 };
    const stopping = new Proxy(db, {
      get: (target, name) => {
        if (name !== 'transaction' || turns.left-- !== 0) return Reflect.get(target, name);
        return async (work: Parameters<Db['transaction']>[0]) => {
          await stopRequestJob(at(), { vendorOrgNo, id });
          return target.transaction(work);
        };
      },
    });
    await work(stopping);
    expect((await read(id)).job.counts).toMatchObject({ done: 2, stopped: 2 });
    expect(await asked()).toHaveLength(2);
  });

  it('makes a block and the cap on what waits an outcome of the line they hit', async () => {
    const block = { partyOrgNo: numberOf(0), vendorOrgNo, blockedByName: 'PIA STRØM', blockedAt: TEST_NOW };
    await db.insert(db.tables.vendorBlocks).values(block);
    Object.assign(env(), { PENDING_REQUESTS_MAX: 1 });
    const id = await start({ list: `${everyone()}\n${numberOf(1)};another` });
    await work();
    expect((await linesOf(id)).map(({ code }) => code)).toEqual([
      'REQ-00007',
      undefined,
      undefined,
      undefined,
      'REQ-00002',
    ]);
  });

  it.each([
    ['the person has lost the power', '403', () => db.delete(db.tables.partyRoles)],
    ['the agreement is gone', 'agreement-missing', () => db.delete(db.tables.vendorAgreements)],
  ])('asks nobody after %s', async (_, code, lose) => {
    const id = await start();
    await lose();
    await work();
    expect(await asked()).toEqual([]);
    const { code: codes } = db.tables.requestJobLines;
    expect(await db.selectDistinct({ code: codes }).from(db.tables.requestJobLines)).toEqual([{ code }]);
    expect(id).toBeTruthy();
  });

  it('is for people of the vendor only, to whom another vendor’s job is not there', async () => {
    const id = await start();
    for (const actor of [story.pia, story.stranger]) {
      await expect(checkLines(at(actor), order())).rejects.toMatchObject({ status: 403 });
      await expect(start({}, actor)).rejects.toMatchObject({ status: 403 });
      await expect(readRequestJob(at(actor), { vendorOrgNo, id })).rejects.toMatchObject({ status: 403 });
      await expect(stopRequestJob(at(actor), { vendorOrgNo, id })).rejects.toMatchObject({ status: 403 });
      await expect(listRequestJobs(at(actor), { vendorOrgNo })).rejects.toMatchObject({ status: 403 });
    }
    const other = await aRequestStory(db);
    const vendor = await findOrganisation(db, other.vendor.orgNo);
    const theirs = actorOf(await aPerson(db, { ...(vendor ? { at: vendor } : {}), roles: ['TEST-TEKNISK'] }));
    const key = { vendorOrgNo: other.vendor.orgNo, id };
    await anAgreement(db, other.vendor.orgNo);
    await expect(readJobLines(at(theirs), key)).rejects.toMatchObject({ status: 404 });
    await expect(stopRequestJob(at(theirs), key)).rejects.toMatchObject({ status: 404 });
    await expect(checkLines(at(theirs), order(key))).rejects.toMatchObject({ code: 'AUTH-00011' });
    const own = { ...order(key), systemId: other.system.systemId, id };
    await expect(startRequestJob(at(theirs), own)).rejects.toMatchObject({ status: 403 });
    expect((await read(id)).job.counts.waiting).toBe(4);
  });

  it('is not started without an agreement, for a suspended system or with too long a list', async () => {
    const many = Array.from({ length: 1001 }, (_, index) => String(index)).join('\n');
    await expect(start({ list: many })).rejects.toMatchObject({ status: 400 });
    await expect(start({ list: ' '.repeat(200_001) })).rejects.toMatchObject({ status: 400 });
    await expect(start({ id: 'no-uuid' })).rejects.toMatchObject({ status: 400 });
    await db.update(db.tables.systems).set({ isSuspended: true });
    await expect(start()).rejects.toMatchObject({ code: 'REQ-00004' });
    await db.delete(db.tables.vendorAgreements);
    await expect(start()).rejects.toMatchObject({ status: 403 });
    expect(await listRequestJobs(at(), { vendorOrgNo })).toEqual([]);
  });

  it('ends with a list of a thousand lines, each asked once', { timeout: 120_000 }, async () => {
    const thousand = await organisations(1000);
    const id = await start({ list: thousand.map(({ orgNo }) => `${orgNo};ref-${orgNo}`).join('\r\n') });
    await work();
    expect((await read(id)).job.counts).toMatchObject({ done: 1000, waiting: 0 });
    const parties = db.tables.systemUserRequests.partyOrgNo;
    expect(await db.selectDistinct({ parties }).from(db.tables.systemUserRequests)).toHaveLength(1000);
    expect(await linesOf(id)).toHaveLength(1000);
  });
});
