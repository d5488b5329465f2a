import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { PersonActor } from '../context/context.ts';
import { delegationsOf } from '../systemusers/delegations.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { aChangeRequest, anApprovedRequest, aRequest, aRequestStory, type RequestStory } from '../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { approveChangeRequest } from './approve-change-request.ts';
import { approveRequest } from './approve-request.ts';
import type { Decision, RequestKind } from './model.ts';
import { rejectRequest } from './reject-request.ts';
import { withdrawRequest } from './withdraw-request.ts';
import { withdrawSystemUser } from './withdraw-system-user.ts';

const LATER = new Date(TEST_NOW.getTime() + 60_000);
const KINDS = ['standard', 'agent', 'change'] as const;
const ANSWERS = KINDS.flatMap((kind) => [[kind, 'approve'] as const, [kind, 'reject'] as const]);

describe.each(ENGINES)('an answer sent twice on %s', (engine) => {
  let db: Db;
  let story: RequestStory;

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
  });

  const ask = async (kind: RequestKind): Promise<string> => {
    if (kind === 'change') return (await aChangeRequest(story, (await anApprovedRequest(story)).id)).id;
    return (await aRequest(story, kind === 'agent' ? clients() : {})).id;
  };
  const clients = () => ({ kind: 'agent' as const, rights: undefined, accessPackages: [story.clientPackageUrn] });

  type Press = { kind: RequestKind; id: string; idempotencyKey?: string; by?: PersonActor; now?: Date };
  const press = (decision: Decision, { kind, by = story.pia, now = TEST_NOW, ...rest }: Press): Promise<void> => {
    const context = as({ db, now }, by);
    const input = { ...rest, party: { uuid: story.customer.uuid } };
    if (decision === 'reject') return rejectRequest(context, { ...input, kind });
    return kind === 'change' ? approveChangeRequest(context, input) : approveRequest(context, { ...input, kind });
  };
  const rowOf = async (kind: RequestKind, id: string) => {
    const table = kind === 'change' ? db.tables.changeRequests : db.tables.systemUserRequests;
    return (await db.select().from(table).where(eq(table.id, id)))[0];
  };
  const deedsOf = async (id: string) => {
    const { auditEvents } = db.tables;
    const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    return rows.map(({ action }) => action.replace(/^.*\./, ''));
  };
  const DONE = { approve: 'approved', reject: 'rejected' } as const;

  it.each(ANSWERS)('F7 from one page counts once for a %s request: %s', async (kind, decision) => {
    const answer = { kind, id: await ask(kind), idempotencyKey: randomUUID() };
    await press(decision, answer);
    const first = await rowOf(kind, answer.id);
    await press(decision, { ...answer, now: LATER });
    expect(await rowOf(kind, answer.id)).toEqual(first);
    expect(first).toMatchObject({ idempotencyKey: answer.idempotencyKey, decidedAt: TEST_NOW });
    expect(await deedsOf(answer.id)).toEqual(['created', DONE[decision]]);
  });

  it.each(ANSWERS)('at the same moment succeeds both times for a %s request: %s', async (kind, decision) => {
    const answer = { kind, id: await ask(kind), idempotencyKey: randomUUID() };
    await Promise.all([press(decision, answer), press(decision, answer)]);
    expect(await deedsOf(answer.id)).toEqual(['created', DONE[decision]]);
  });

  it.each(KINDS)('is another answer under another key or none, and the first one holds (%s)', async (kind) => {
    const answer = { kind, id: await ask(kind), idempotencyKey: randomUUID() };
    await press('approve', answer);
    const refused = expect.objectContaining({ code: 'AUTH-00013' });
    await expect(press('approve', { ...answer, idempotencyKey: randomUUID() })).rejects.toEqual(refused);
    await expect(press('approve', { kind, id: answer.id })).rejects.toEqual(refused);
    await expect(press('reject', answer)).rejects.toEqual(refused);
    const colleague = actorOf(await aPerson(db, { at: story.customer, roles: ['DAGL'] }));
    await expect(press('approve', { ...answer, by: colleague })).rejects.toEqual(refused);
    expect(await deedsOf(answer.id)).toEqual(['created', 'approved']);
  });

  it('without a key is refused the second time, as callers of the API know it', async () => {
    const answer = { kind: 'standard', id: await ask('standard') } as const;
    await press('approve', answer);
    expect(await rowOf('standard', answer.id)).toMatchObject({ idempotencyKey: null });
    await expect(press('approve', answer)).rejects.toMatchObject({ code: 'AUTH-00013' });
  });

  it('counts once when the system has been deleted and the system user withdrawn since', async () => {
    const answer = { kind: 'standard', id: await ask('standard'), idempotencyKey: randomUUID() } as const;
    await press('approve', answer);
    const { systems } = db.tables;
    const ofStory = eq(systems.internalId, story.system.internalId);
    await withdrawSystemUser(as({ db, now: TEST_NOW }, story.pia), {
      party: { uuid: story.customer.uuid },
      systemUserId: answer.id,
    });
    await db.update(systems).set({ isDeleted: true, rights: [] }).where(ofStory);
    await press('approve', { ...answer, now: LATER });
    await db.update(systems).set({ isDeleted: false, rights: story.system.rights }).where(ofStory);
    expect(await delegationsOf(db, answer.id)).toEqual({ rights: [], packages: [] });
    expect(await deedsOf(answer.id)).toEqual(['created', 'approved', 'withdrawn']);
  });

  it('counts once when the vendor has put the request away since; nobody else finds it', async () => {
    const answer = { kind: 'standard', id: await ask('standard'), idempotencyKey: randomUUID() } as const;
    await press('reject', answer);
    await withdrawRequest(as({ db, now: TEST_NOW }, story.vendor), { what: 'request', id: answer.id });
    await press('reject', { ...answer, now: LATER });
    await expect(press('reject', { ...answer, by: story.flink })).rejects.toMatchObject({ code: 'AUTH-00010' });
    await expect(press('approve', answer)).rejects.toMatchObject({ code: 'AUTH-00010' });
  });

  it('is refused when the person may not answer any more', async () => {
    const manager = actorOf(await aPerson(db, { at: story.customer, roles: ['ADMAI'] }));
    const answer = { kind: 'standard', id: await ask('standard'), idempotencyKey: randomUUID(), by: manager } as const;
    await press('reject', answer);
    const { partyRoles } = db.tables;
    await db.delete(partyRoles).where(eq(partyRoles.toUuid, manager.partyUuid));
    await expect(press('reject', answer)).rejects.toMatchObject({ status: 403 });
  });

  it('is refused for another organisation than the one that was asked', async () => {
    const answer = { kind: 'standard', id: await ask('standard'), idempotencyKey: randomUUID() } as const;
    await press('approve', answer);
    const other = await anOrganisation(db);
    const role = { fromUuid: other.uuid, toUuid: story.pia.partyUuid, role: 'DAGL', since: TEST_NOW };
    await db.insert(db.tables.partyRoles).values(role);
    const elsewhere = { ...answer, party: { uuid: other.uuid } };
    await expect(approveRequest(as({ db, now: TEST_NOW }, story.pia), elsewhere)).rejects.toMatchObject({
      code: 'AUTH-00041',
    });
  });
});
