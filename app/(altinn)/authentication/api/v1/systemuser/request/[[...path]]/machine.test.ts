import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { setClockOffset } from '#lib/context/clock.ts';
import { useDatabase } from '#lib/context/database.ts';
import { DAY_MS } from '#lib/requests/model.ts';
import { call } from '#lib/testing/call.ts';
import { aRequestBody, aRequestStory, type RequestStory } from '#lib/testing/requests.ts';
import { ENGINES, openTestDatabase } from '#lib/testing/test-database.ts';
import { frontSystemUsers } from '../../../../../../accessmanagement/api/v1/systemuser/[[...path]]/endpoints.ts';
import { systemUserRequests } from './endpoints.ts';

/** What a customer's one triple should look like. */
type Model = {
  state: 'None' | 'New' | 'Accepted' | 'Rejected' | 'Deleted';
  isExpired: boolean;
  hasUser: boolean;
  isEscalated: boolean;
};

/** The triple as it is, behind the handlers. */
type Real = {
  readonly db: Db;
  readonly story: RequestStory;
  readonly externalRef: string;
  id: string;
  userId: string;
  clock: number;
  /** Expected audit rows of the triple's requests and system users. */
  deeds: number;
};

type Command = fc.AsyncCommand<Model, Real>;

const vendor = (real: Real, method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) =>
  call(systemUserRequests, real.db, real.story.vendor, [method, path, body]);
const answer = (real: Real, verb: string) =>
  call(systemUserRequests, real.db, real.story.pia, ['POST', `${real.story.customer.partyId}/${real.id}/${verb}`]);
const codeOf = (result: { body: unknown }) => (result.body as { code?: string } | undefined)?.code;

/** A step that needs a request to have been made, unless it makes one. */
function step(name: string, run: (model: Model, real: Real) => Promise<void>, check = isMade): Command {
  return { check, run, toString: () => name };
}

function isMade(model: Readonly<Model>): boolean {
  return model.state !== 'None';
}

const ask = step(
  'ask',
  async (model, real) => {
    const body = aRequestBody(real.story, { externalRef: real.externalRef });
    const result = await vendor(real, 'POST', 'vendor', body);
    if (model.hasUser) {
      expect([result.status, codeOf(result)]).toEqual([400, 'AUTH-00004']);
      return;
    }
    const replaces = model.state === 'New' && model.isExpired;
    if (model.state === 'None' || model.state === 'Deleted' || replaces) {
      expect(result.status).toBe(201);
      real.id = (result.body as { id: string }).id;
      real.deeds = 1;
      Object.assign(model, { state: 'New', isExpired: false, isEscalated: false });
      return;
    }
    expect([result.status, result.body]).toMatchObject([200, { id: real.id, status: model.state }]);
  },
  () => true,
);

const approve = step('approve', async (model, real) => {
  const result = await answer(real, 'approve');
  if (model.state === 'Deleted') return void expect(codeOf(result)).toBe('AUTH-00010');
  if (model.state !== 'New' || model.isExpired) return void expect(codeOf(result)).toBe('AUTH-00013');
  expect([result.status, result.body]).toEqual([200, true]);
  real.userId = real.id;
  real.deeds += 1;
  Object.assign(model, { state: 'Accepted', hasUser: true });
});

const reject = step('reject', async (model, real) => {
  const result = await answer(real, 'reject');
  if (model.state === 'Deleted') return void expect(codeOf(result)).toBe('AUTH-00010');
  if (model.state !== 'New' || model.isExpired) return void expect(codeOf(result)).toBe('AUTH-00013');
  expect([result.status, result.body]).toEqual([200, true]);
  real.deeds += 1;
  model.state = 'Rejected';
});

const withdraw = step('withdraw', async (model, real) => {
  const result = await vendor(real, 'DELETE', `vendor/${real.id}`);
  if (model.state === 'Deleted') return void expect(codeOf(result)).toBe('AUTH-00010');
  expect(result.status).toBe(202);
  real.deeds += 1;
  model.state = 'Deleted';
});

const end = step('end', async (model, real) => {
  const path = `${real.story.customer.partyId}/${real.userId || randomUUID()}`;
  const result = await call(frontSystemUsers, real.db, real.story.pia, ['DELETE', path]);
  if (!model.hasUser) return void expect(result.status).toBe(404);
  expect(result.status).toBe(202);
  if (real.userId === real.id) real.deeds += 1;
  Object.assign(model, { hasUser: false, state: model.state === 'Accepted' ? 'Deleted' : model.state });
});

const escalate = step('escalate', async (model, real) => {
  const path = `${real.story.customer.partyId}/${real.id}/escalate`;
  const result = await call(systemUserRequests, real.db, real.story.jonas, ['POST', path]);
  if (model.state === 'Deleted') return void expect(result.body).toBe(false);
  // Pressing on and on is a matter of its own; see B20.
  if (result.status === 429) return;
  expect(result.body).toBe(true);
  model.isEscalated = true;
});

const wait = step('wait', async (model, real) => {
  real.clock += 181 * DAY_MS;
  setClockOffset(real.clock);
  model.isExpired = true;
});

const read = step('read', async (model, real) => {
  const result = await vendor(real, 'GET', `vendor/${real.id}`);
  if (model.state === 'Deleted') return void expect(codeOf(result)).toBe('AUTH-00010');
  expect(result.body).toMatchObject({
    status: model.state,
    timedOut: model.isExpired,
    escalated: model.isEscalated,
  });
});

const STEPS = [ask, approve, reject, withdraw, end, escalate, wait, read];

describe.each(ENGINES)('the state machine over HTTP on %s', (engine) => {
  afterEach(() => setClockOffset(0));

  it('does what the model says, whatever comes in whatever order', { timeout: 120_000 }, async () => {
    const database = await openTestDatabase(engine);
    useDatabase(database);
    const { db } = database;
    const story = await aRequestStory(db);
    const commands = fc.commands(
      STEPS.map((each) => fc.constant(each)),
      { maxCommands: 25 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        setClockOffset(0);
        const real: Real = { db, story, externalRef: randomUUID(), id: '', userId: '', clock: 0, deeds: 0 };
        const model: Model = { state: 'None', isExpired: false, hasUser: false, isEscalated: false };
        await fc.asyncModelRun(() => ({ model, real }), sequence);
        await holdInvariants(model, real);
      }),
      { numRuns: 40 },
    );
  });
});

/** I1 one live system user at most, I2 it is there when and only when it should be, I3 one audit row for each deed. */
async function holdInvariants(model: Model, { db, externalRef, id, deeds }: Real): Promise<void> {
  const { auditEvents, systemUsers } = db.tables;
  const live = await db.$count(
    systemUsers,
    and(eq(systemUsers.externalRef, externalRef), eq(systemUsers.isDeleted, false)),
  );
  expect(live).toBe(model.hasUser ? 1 : 0);
  if (id === '') return;
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
  expect(rows.filter((row) => row.action !== 'request.forwarded')).toHaveLength(deeds);
}
