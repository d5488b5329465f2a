import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { authProblem } from '#lib/kernel/auth-problems.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { delegationsOf } from '#lib/systemusers/delegations.ts';
import { findSystemUser } from '#lib/systemusers/find-system-user.ts';
import { aProtectedResource } from '#lib/testing/authorization.ts';
import { type Answer, call } from '#lib/testing/call.ts';
import { aRequest, aRequestStory, type RequestStory } from '#lib/testing/requests.ts';
import { aRight, aSystem, aSystemUser } from '#lib/testing/systems.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { systemUsers } from '../../[[...path]]/endpoints.ts';
import { systemUserRequests } from './endpoints.ts';

type Resource = NonNullable<Parameters<typeof aProtectedResource>[1]>;
type Code = Parameters<typeof authProblem>[0];

const onlyFor = (id: string): Resource => ({
  policy: { rules: [{ id: 'r', subjects: [[{ id, value: 'x' }]], resources: [], actions: ['read'] }], obligations: [] },
});

/** Why a general manager cannot give a right away, by the code that says so. */
const NOT_TO_GIVE: readonly (readonly [Code, string, Resource])[] = [
  ['AUTH-00014', 'a policy for nobody the platform knows', onlyFor('urn:odd')],
  ['AUTH-00016', 'a policy for another role', { sentences: [{ roles: ['REVI'], actions: ['read'] }] }],
  ['AUTH-00018', 'a policy for direct delegations', onlyFor('urn:altinn:resource:delegation')],
  ['AUTH-00019', 'a policy for named organisations', onlyFor('urn:altinn:organization:identifier-no')],
  ['AUTH-00020', 'a policy for a higher level of authentication', { level: 4 }],
  ['AUTH-00068', 'a policy for an access package', { sentences: [{ packages: ['x'], actions: ['read'] }] }],
  ['AUTH-00069', 'an access list without the customer', { details: { accessListMode: 'Enabled' } }],
  ['AUTH-00070', 'a service closed for delegation', { details: { delegable: false } }],
  ['AUTH-00071', 'a scope in place of a service', { details: { resourceType: 'MaskinportenSchema' } }],
];

describe.each(ENGINES)('what a customer cannot be given on %s', (engine) => {
  let db: Db;
  let story: RequestStory;

  beforeAll(async () => {
    db = await serveTestDatabase(engine);
    story = await aRequestStory(db);
  });

  const approve = (id: string) =>
    call(systemUserRequests, db, story.pia, ['POST', `${story.customer.partyId}/${id}/approve`]);
  const usersOf = ({ internalId }: RegisteredSystem) =>
    db.$count(db.tables.systemUsers, eq(db.tables.systemUsers.systemInternalId, internalId));
  const deedsOn = (subjectId: string, action: string) => {
    const { auditEvents } = db.tables;
    return db.$count(auditEvents, and(eq(auditEvents.subjectId, subjectId), eq(auditEvents.action, action)));
  };
  const aSystemWith = (resourceId: string) =>
    aSystem(db, { vendorOrgNo: story.vendor.orgNo, rights: [aRight(resourceId)] });
  const ask = (system: RegisteredSystem) =>
    aRequest(story, { systemId: system.systemId, rights: system.rights, accessPackages: [] }, new Date());

  /** The whole body, with the text in both places. */
  function expectProblem(answer: Answer, code: Code): void {
    const { status, message } = authProblem(code);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      type: `urn:altinn:error:${code}`,
      title: message,
      detail: message,
      status,
      code,
    });
  }

  async function expectUntouched(id: string): Promise<void> {
    const read = await call(systemUserRequests, db, story.vendor, ['GET', `vendor/${id}`]);
    expect(read.body).toMatchObject({ status: 'New' });
    expect(await findSystemUser(db, id)).toBeUndefined();
    expect(await delegationsOf(db, id)).toEqual({ rights: [], packages: [] });
    expect(await deedsOn(id, 'request.approved')).toBe(0);
  }

  it.each(NOT_TO_GIVE)('%s for %s: nothing is approved', async (code, _, resource) => {
    const system = await aSystemWith(await aProtectedResource(db, resource));
    const { id } = await ask(system);
    expectProblem(await approve(id), code);
    await expectUntouched(id);
    expect(await usersOf(system)).toBe(0);
  });

  it.each(NOT_TO_GIVE)('%s for %s: nothing is taken into use', async (code, _, resource) => {
    const system = await aSystemWith(await aProtectedResource(db, resource));
    const path = `${story.customer.partyId}/create`;
    expectProblem(await call(systemUsers, db, story.pia, ['POST', path, { systemId: system.systemId }]), code);
    expect(await usersOf(system)).toBe(0);
  });

  it('AUTH-00003 when the id of the request is that of a system user already', async () => {
    const system = await aSystemWith(await aProtectedResource(db));
    const { id } = await ask(system);
    const squatter = await aSystemUser(db, { id, system, party: story.customer, externalRef: randomUUID() });
    expectProblem(await approve(id), 'AUTH-00003');
    expect(await findSystemUser(db, id)).toEqual(squatter);
    expect(await delegationsOf(db, id)).toEqual({ rights: [], packages: [] });
    expect(await deedsOn(id, 'request.approved')).toBe(0);
  });

  it('Q-38 leaves nothing behind when the approval breaks after the system user was made, and can be repeated', async () => {
    const system = await aSystemWith(await aProtectedResource(db));
    const { id } = await ask(system);
    const stone = await aStoneInTheWay(system);
    expect((await approve(id)).status).toBe(500);
    await expectUntouched(id);
    await stone.remove();
    expect(await approve(id)).toMatchObject({ status: 200, body: true });
    expect(await delegationsOf(db, id)).toMatchObject({ rights: [{ actions: ['read'] }] });
    expect(await deedsOn(id, 'request.approved')).toBe(1);
  });

  /** Takes the sequence number that the first grant of the next system user would get. */
  async function aStoneInTheWay(system: RegisteredSystem) {
    const { systemUsers: users } = db.tables;
    const { id, sequenceNo } = await aSystemUser(db, { system, party: story.customer, externalRef: randomUUID() });
    const set = (number: number) => db.update(users).set({ sequenceNo: number }).where(eq(users.id, id));
    await set(sequenceNo + 2);
    return { remove: () => set(-1) };
  }
});
