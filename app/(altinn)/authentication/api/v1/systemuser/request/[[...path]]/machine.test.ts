import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { nextState, type RequestEvent, type RequestKind, type RequestState } from '#lib/requests/model.ts';
import { delegationsOf } from '#lib/systemusers/delegations.ts';
import type { Delegations } from '#lib/systemusers/model.ts';
import { aProtectedResource } from '#lib/testing/authorization.ts';
import { type Answer, call } from '#lib/testing/call.ts';
import { aRequestBody, aRequestStory, type RequestStory } from '#lib/testing/requests.ts';
import { aRight, aSystem } from '#lib/testing/systems.ts';
import { ENGINES, openTestDatabase } from '#lib/testing/test-database.ts';
import { frontSystemUsers } from '../../../../../../accessmanagement/api/v1/systemuser/[[...path]]/endpoints.ts';
import { changeRequests } from '../../changerequest/[[...path]]/endpoints.ts';
import { systemUserRequests } from './endpoints.ts';

/** What a customer's one triple, or one change of its system user, should look like. */
type Model = {
  state: RequestState;
  isExpired: boolean;
  hasUser: boolean;
  isEscalated: boolean;
  /** Whether a change has been approved. */
  isChanged: boolean;
};

/** The same as it is, behind the handlers. */
type Real = {
  readonly kind: RequestKind;
  readonly db: Db;
  readonly story: RequestStory;
  readonly externalRef: string;
  /** What a change adds. */
  readonly secondResource: string;
  id: string;
  /** The request before, which gave up its triple after its deadline. */
  expiredId: string;
  userId: string;
  /** Expected audit rows of the request, and of its system user when that has the same id. */
  deeds: number;
};

type Command = fc.AsyncCommand<Model, Real>;
type Method = 'GET' | 'POST' | 'DELETE';

/** Where the kinds differ on the wire. */
const WIRE = {
  standard: { section: systemUserRequests, vendor: 'vendor', party: '', users: '', noSuch: 'AUTH-00010' },
  agent: {
    section: systemUserRequests,
    vendor: 'vendor/agent',
    party: 'agent/',
    users: 'agent/',
    noSuch: 'AUTH-00030',
  },
  change: { section: changeRequests, vendor: 'vendor', party: '', users: '', noSuch: 'AUTH-00010' },
} as const;
const OTHER_TYPE = { standard: 'agent', agent: 'standard' } as const;
/** What asking for the other type says of a triple in use. */
const IN_USE: Partial<Record<RequestState, string>> = {
  New: 'AUTH-00007',
  Accepted: 'AUTH-00006',
  Rejected: 'AUTH-00009',
};

const vendor = ({ kind, db, story }: Real, method: Method, path: string, body?: unknown) =>
  call(WIRE[kind].section, db, story.vendor, [method, path, body]);
const answer = ({ kind, db, story, id }: Real, verb: string, actor = story.pia) =>
  call(WIRE[kind].section, db, actor, ['POST', `${WIRE[kind].party}${story.customer.partyId}/${id}/${verb}`]);
const outcome = ({ status, body }: Answer) => [status, (body as { code?: string } | undefined)?.code ?? body];

/** Where each event may lead from each state that is reached here; the product's machine must say the same. */
const LEADS: Readonly<Record<RequestEvent, Partial<Record<RequestState, RequestState>>>> = {
  create: { None: 'New' },
  approve: { New: 'Accepted' },
  reject: { New: 'Rejected' },
  withdraw: { New: 'Deleted', Accepted: 'Deleted', Rejected: 'Deleted' },
  end: { Accepted: 'Deleted' },
  expire: { New: 'Timedout' },
};

function leadsTo({ state }: Readonly<Model>, event: RequestEvent): RequestState | undefined {
  expect(nextState(state, event)).toBe(LEADS[event][state]);
  return LEADS[event][state];
}

function move(model: Model, real: Real, event: RequestEvent): void {
  model.state = leadsTo(model, event) ?? model.state;
  real.deeds += 1;
}

/** A step that needs a request to have been made, unless it makes one. */
function step(name: string, run: (model: Model, real: Real) => Promise<void>, check = isMade): Command {
  return { check, run, toString: () => name };
}

function isMade(model: Readonly<Model>): boolean {
  return model.state !== 'None';
}

function begin(model: Model, real: Real, id: string): void {
  Object.assign(model, { state: 'None', isExpired: false, isEscalated: false });
  Object.assign(real, { id, deeds: 0 });
  move(model, real, 'create');
}

function bodyFor(kind: 'standard' | 'agent', { story, externalRef }: Real) {
  if (kind === 'standard') return aRequestBody(story, { externalRef });
  return aRequestBody(story, { externalRef, rights: undefined, accessPackages: [{ urn: story.clientPackageUrn }] });
}

const ask = step(
  'ask',
  async (model, real) => {
    if (real.kind === 'change') return;
    const result = await vendor(real, 'POST', WIRE[real.kind].vendor, bodyFor(real.kind, real));
    if (model.hasUser) return void expect(outcome(result)).toEqual([400, 'AUTH-00004']);
    const gone = model.isExpired && leadsTo(model, 'expire') !== undefined;
    if (model.state === 'None' || model.state === 'Deleted' || gone) {
      expect(result.status).toBe(201);
      if (gone) real.expiredId = real.id;
      return begin(model, real, (result.body as { id: string }).id);
    }
    expect([result.status, result.body]).toMatchObject([200, { id: real.id, status: model.state }]);
  },
  () => true,
);

/** The other type shares the triple. */
const askForOtherType = step(
  'ask for the other type',
  async (model, real) => {
    if (real.kind === 'change') return;
    const kind = OTHER_TYPE[real.kind];
    const result = await vendor(real, 'POST', WIRE[kind].vendor, bodyFor(kind, real));
    expect(outcome(result)).toEqual([400, model.hasUser ? 'AUTH-00004' : IN_USE[model.state]]);
  },
  (model) => model.hasUser || (IN_USE[model.state] !== undefined && !(model.state === 'New' && model.isExpired)),
);

const askForChange = step(
  'ask for a change',
  async (model, real) => {
    const body = {
      requiredRights: [aRight(real.secondResource)],
      unwantedAccessPackages: [{ urn: real.story.packageUrn }],
    };
    const post = (id: string) =>
      vendor(real, 'POST', `vendor?correlation-id=${id}&system-user-id=${real.userId}`, body);
    const result = await post(real.id || randomUUID());
    if (!model.hasUser) return void expect(outcome(result)).toEqual([404, 'AUTH-00015']);
    if (model.state === 'None') {
      expect(result.status).toBe(201);
      return begin(model, real, (result.body as { id: string }).id);
    }
    if (model.state !== 'Deleted') {
      return void expect([result.status, result.body]).toMatchObject([200, { id: real.id, status: model.state }]);
    }
    expect(outcome(result)).toEqual([409, 'AUTH-00061']);
    const id = randomUUID();
    expect(await post(id)).toMatchObject({ status: 201, body: { id, status: 'New' } });
    begin(model, real, id);
  },
  () => true,
);

const decide = (verb: 'approve' | 'reject') =>
  step(verb, async (model, real) => {
    const result = await answer(real, verb);
    if (model.state === 'Deleted') return void expect(outcome(result)).toEqual([404, WIRE[real.kind].noSuch]);
    if (model.isExpired || leadsTo(model, verb) === undefined) {
      return void expect(outcome(result)).toEqual([409, 'AUTH-00013']);
    }
    expect([result.status, result.body]).toEqual([200, true]);
    move(model, real, verb);
    if (verb === 'reject') return;
    if (real.kind === 'change') model.isChanged = true;
    else Object.assign(real, { userId: real.id });
    model.hasUser = true;
  });

const withdraw = step('withdraw', async (model, real) => {
  const result = await vendor(real, 'DELETE', `vendor/${real.id}`);
  if (model.state === 'Deleted') return void expect(outcome(result)).toEqual([404, 'AUTH-00010']);
  expect([result.status, result.text]).toEqual([202, '']);
  move(model, real, 'withdraw');
});

const end = step('end', async (model, real) => {
  const { kind, db, story, userId } = real;
  const path = `${WIRE[kind].users}${story.customer.partyId}/${userId || randomUUID()}?partyUuid=${story.customer.uuid}`;
  const result = await call(frontSystemUsers, db, story.pia, ['DELETE', path]);
  if (!model.hasUser) return void expect(result.status).toBe(404);
  expect(result.status).toBe(202);
  model.hasUser = false;
  // A change that waits goes with its system user, without a deed of its own.
  if (kind === 'change') model.state = model.state === 'New' ? 'Deleted' : model.state;
  else if (userId === real.id) move(model, real, 'end');
});

const escalate = step('escalate', async (model, real) => {
  const result = await answer(real, 'escalate', real.story.jonas);
  if (model.state === 'Deleted') return void expect(result.body).toBe(false);
  // Pressing on and on is a matter of its own; see B20.
  if (result.status === 429) return;
  expect(result.body).toBe(true);
  model.isEscalated = true;
});

/** Half a year goes by for the request alone: a clock that jumps would outrun the issuer's keys. */
const wait = step('wait', async (model, { kind, db, id }) => {
  const table = kind === 'change' ? db.tables.changeRequests : db.tables.systemUserRequests;
  const [row] = await db.select().from(table).where(eq(table.id, id));
  const createdAt = new Date((row?.createdAt.getTime() ?? 0) - 181 * DAY_MS);
  await db.update(table).set({ createdAt }).where(eq(table.id, id));
  model.isExpired = true;
});

const read = step('read', async (model, real) => {
  const { kind, id, expiredId } = real;
  const result = await vendor(real, 'GET', `${WIRE[kind].vendor}/${id}`);
  if (kind !== 'change') {
    const asOther = await vendor(real, 'GET', `${WIRE[OTHER_TYPE[kind]].vendor}/${id}`);
    expect(outcome(asOther)).toEqual([404, 'AUTH-00010']);
  }
  if (expiredId !== '') {
    const before = await vendor(real, 'GET', `${WIRE[kind].vendor}/${expiredId}`);
    expect(before.body).toMatchObject({ status: 'Timedout', timedOut: true });
    expect(await deedsOf(real.db, expiredId)).toEqual(['request.created', 'request.expired']);
  }
  if (model.state === 'Deleted') return void expect(outcome(result)).toEqual([404, 'AUTH-00010']);
  const { state: status, isExpired: timedOut, isEscalated: escalated } = model;
  // A change that was never sent on has no such member.
  expect({ escalated: false, ...(result.body as object) }).toMatchObject({ status, timedOut, escalated });
});

const SHARED = [decide('approve'), decide('reject'), withdraw, end, escalate, wait, read];
const STEPS: Readonly<Record<RequestKind, readonly Command[]>> = {
  standard: [ask, askForOtherType, ...SHARED],
  agent: [ask, askForOtherType, ...SHARED],
  change: [askForChange, ...SHARED],
};

describe.each(ENGINES)('the state machine over HTTP on %s', (engine) => {
  it.each(['standard', 'agent', 'change'] as const)(
    'does for %s requests what the model says, whatever comes in whatever order',
    { timeout: 120_000 },
    async (kind) => {
      const database = await openTestDatabase(engine);
      replaceDatabase(database);
      const { db, story, secondResource } = await aScene(database.db);
      const commands = fc.commands(
        STEPS[kind].map((each) => fc.constant(each)),
        { maxCommands: 25, size: 'max' },
      );
      await fc.assert(
        fc.asyncProperty(commands, async (sequence) => {
          const start = { kind, db, story, secondResource, externalRef: randomUUID(), id: '', expiredId: '' };
          const real: Real = { ...start, deeds: 0, userId: kind === 'change' ? await aUserToChange(start) : '' };
          const hasUser = kind === 'change';
          const model: Model = { state: 'None', isExpired: false, hasUser, isEscalated: false, isChanged: false };
          await fc.asyncModelRun(() => ({ model, real }), sequence);
          await holdInvariants(model, real);
        }),
        { numRuns: 45 },
      );
    },
  );
});

/** A vendor whose system asks for two services, and its customer. */
async function aScene(db: Db) {
  const story = await aRequestStory(db);
  const secondResource = await aProtectedResource(db);
  const system = await aSystem(db, {
    vendorOrgNo: story.vendor.orgNo,
    rights: [aRight(story.resourceId), aRight(secondResource)],
    accessPackages: story.system.accessPackages,
  });
  return { db, secondResource, story: { ...story, system } };
}

/** The standard system user that changes are asked for, made over HTTP as well. */
async function aUserToChange(start: Omit<Real, 'deeds' | 'userId'>): Promise<string> {
  const real: Real = { ...start, kind: 'standard', deeds: 0, userId: '' };
  const { id } = (await vendor(real, 'POST', 'vendor', bodyFor('standard', real))).body as { id: string };
  expect((await answer({ ...real, id }, 'approve')).body).toBe(true);
  return id;
}

/** What a system user of the kind should hold now. */
function expectedDelegations(model: Model, { kind, story, secondResource }: Real): Delegations {
  if (!model.hasUser) return { rights: [], packages: [] };
  if (kind === 'agent') return { rights: [], packages: [story.clientPackageUrn] };
  const asked = { resourceId: story.resourceId, actions: ['read', 'write'] };
  if (!model.isChanged) return { rights: [asked], packages: [story.packageUrn] };
  return { rights: [asked, { resourceId: secondResource, actions: ['read'] }], packages: [] };
}

/**
 * I1 one live system user at most, and it is there when and only when it should be. I2 it holds what was approved last, and an
 * ended one nothing. I3 one audit row for each deed.
 */
async function holdInvariants(model: Model, real: Real): Promise<void> {
  const { db, externalRef, id, userId, deeds } = real;
  const { systemUsers } = db.tables;
  const ofTriple = and(eq(systemUsers.externalRef, externalRef), eq(systemUsers.isDeleted, false));
  expect(await db.$count(systemUsers, ofTriple)).toBe(model.hasUser ? 1 : 0);
  const { rights, packages } = await delegationsOf(db, userId);
  const expected = expectedDelegations(model, real);
  expect(packages).toEqual(expected.packages);
  expect(rights).toHaveLength(expected.rights.length);
  expect(rights).toEqual(expect.arrayContaining([...expected.rights]));
  if (id === '') return;
  expect(await deedsOf(db, id)).toHaveLength(deeds);
}

/** What the audit trail says of a subject, without the sending on. */
async function deedsOf(db: Db, subjectId: string): Promise<readonly string[]> {
  const { auditEvents } = db.tables;
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId));
  return rows
    .map((row) => row.action)
    .filter((action) => !action.endsWith('.forwarded'))
    .sort();
}
