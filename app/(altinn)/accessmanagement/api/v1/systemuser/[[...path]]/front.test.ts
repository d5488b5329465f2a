import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { ANONYMOUS, type PersonActor } from '#lib/context/context.ts';
import { findSystemUser } from '#lib/systemusers/find-system-user.ts';
import { call } from '#lib/testing/call.ts';
import {
  aChangeRequest,
  anApprovedRequest,
  aRequest,
  aRequestStory,
  type RequestStory,
} from '#lib/testing/requests.ts';
import { aRight, aSystem } from '#lib/testing/systems.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { frontSystemRegister } from '../../systemregister/[[...path]]/endpoints.ts';
import { frontSystemUsers } from './endpoints.ts';

type Body = Readonly<Record<string, unknown>>;

describe.each(ENGINES)("the portal's front-end API on %s", (engine) => {
  let db: Db;
  let story: RequestStory;

  beforeAll(async () => {
    db = await serveTestDatabase(engine);
    story = await aRequestStory(db);
  });

  const get = (path: string, actor: PersonActor = story.pia) => call(frontSystemUsers, db, actor, ['GET', path]);
  const post = (path: string, body?: unknown, actor: PersonActor = story.pia) =>
    call(frontSystemUsers, db, actor, ['POST', path, body]);
  const remove = (path: string, actor: PersonActor = story.pia) => call(frontSystemUsers, db, actor, ['DELETE', path]);
  const ask = () => aRequest(story, {}, new Date());
  const askAgent = () =>
    aRequest(story, { kind: 'agent', rights: undefined, accessPackages: [story.clientPackageUrn] }, new Date());

  it('C18 blocks a vendor and takes it back', async () => {
    const { partyId } = story.customer;
    const path = `${partyId}/blocked-vendors/${story.vendor.orgNo}`;
    const put = (actor: PersonActor = story.pia) => call(frontSystemUsers, db, actor, ['PUT', path]);
    expect(await put(story.jonas)).toMatchObject({ status: 403, text: '' });
    expect(await put()).toMatchObject({ status: 204, text: '' });
    expect((await get(`${partyId}/blocked-vendors`)).body).toMatchObject([{ orgNo: story.vendor.orgNo }]);
    expect(await remove(path)).toMatchObject({ status: 204 });
    expect((await get(`${partyId}/blocked-vendors`)).body).toEqual([]);
  });

  it('reads a request in words', async () => {
    const request = await ask();
    const { status, body } = await get(`request/${request.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: request.id,
      partyId: story.customer.partyId,
      partyUuid: story.customer.uuid,
      status: 'New',
      system: {
        systemId: story.system.systemId,
        systemVendorOrgNumber: story.vendor.orgNo,
        systemVendorOrgName: `TEST ${story.vendor.orgNo}`,
        name: story.system.name.nb,
      },
      resources: [{ identifier: story.resourceId, title: 'En tjeneste' }],
      accessPackages: [{ urn: story.packageUrn, name: 'En pakke' }],
      escalated: false,
      userMayEscalateButNotApprove: false,
    });
    const agent = await askAgent();
    const read = await get(`agentrequest/${agent.id}`);
    expect(read).toMatchObject({ status: 200, body: { id: agent.id, status: 'New', resources: [] } });
    expect(await get(`agentrequest/${request.id}`)).toMatchObject({ status: 404 });
  });

  it.each(['approve', 'reject', 'escalate'])('%s of each kind answers exactly true', async (verb) => {
    const [standard, agent] = [await ask(), await askAgent()];
    const change = await aChangeRequest(story, (await anApprovedRequest(story)).id);
    for (const [segment, id] of [
      ['request', standard.id],
      ['agentrequest', agent.id],
      ['changerequest', change.id],
    ]) {
      const path = `${segment}/${story.customer.partyId}/${id}/${verb}`;
      expect(await post(path)).toMatchObject({ status: 200, text: 'true' });
    }
  });

  it('reads a change with what comes and what goes', async () => {
    const change = await aChangeRequest(story, (await anApprovedRequest(story)).id);
    const { body } = await get(`changerequest/${change.id}`);
    expect(body).toMatchObject({
      requiredRights: [],
      unwantedRights: [],
      unwantedAccessPackages: [{ urn: story.packageUrn }],
    });
  });

  it('lists what waits, of both types, for those who may answer', async () => {
    const scene = await aRequestStory(db);
    const standard = await aRequest(scene, {}, new Date());
    const path = `${scene.customer.uuid}/pending`;
    const { body } = await get(path, scene.pia);
    expect((body as Body[]).map((each) => each.id)).toEqual([standard.id]);
    expect(await get(path, scene.jonas)).toMatchObject({ status: 403, text: '' });
    expect(await get(path)).toMatchObject({ status: 403, text: '' });
  });

  it('creates, lists, reads and withdraws a system user', async () => {
    const system = await aSystem(db, {
      isVisible: true,
      rights: [aRight(story.resourceId)],
      accessPackages: [story.packageUrn],
    });
    const party = story.customer.partyId;
    const made = await post(`${party}`, { IntegrationTitle: 'Vårt eget', SystemId: system.systemId });
    expect([made.status, Object.keys(made.body as Body)]).toEqual([200, ['id']]);
    const id = (made.body as { id: string }).id;
    const listed = ((await get(`${party}`)).body as Body[]).find((user) => user.id === id);
    expect(listed).toMatchObject({
      system: { systemId: system.systemId, systemVendorOrgNumber: system.vendorOrgNo, name: system.name.nb },
      accessPackages: [{ urn: story.packageUrn, name: 'En pakke' }],
      resources: [],
    });
    expect((await get(`${party}/${id}`)).body).toMatchObject({
      id,
      integrationTitle: 'Vårt eget',
      resources: [{ identifier: story.resourceId }],
      accessPackages: [{ urn: story.packageUrn }],
    });
    const again = await post(`${party}`, { systemId: system.systemId });
    expect([again.status, (again.body as Body).code]).toEqual([400, 'AUTH-00004']);
    expect(await remove(`${party}/${id}`, story.jonas)).toMatchObject({ status: 403, text: '' });
    expect(await remove(`${party}/${id}`)).toMatchObject({ status: 202, text: '' });
    expect((await get(`${party}/${id}`)).status).toBe(404);
  });

  it('keeps agents apart and withdraws them by the owner\u2019s uuid', async () => {
    const request = await anApprovedRequest(story, {
      kind: 'agent',
      rights: undefined,
      accessPackages: [story.clientPackageUrn],
    });
    const party = story.customer.partyId;
    await db.insert(db.tables.rolePackages).values({
      role: 'ADMAI',
      packageUrn: 'urn:altinn:accesspackage:klientadministrator',
      hasAccess: true,
      mayDelegate: true,
    });
    expect(((await get(`agent/${party}`, story.flink)).body as Body[]).map((user) => user.id)).toContain(request.id);
    expect((await get(`agent/${party}/${request.id}`, story.flink)).body).toMatchObject({ id: request.id });
    expect((await get(`${party}/${request.id}`, story.flink)).status).toBe(404);
    const owner = `agentdelegation/${party}/${request.id}`;
    const uuid = story.customer.uuid;
    expect((await get(`${owner}/customers?partyUuid=${uuid}`, story.flink)).body).toEqual([]);
    expect((await get(`${owner}/delegation?partyUuid=${uuid}`, story.flink)).body).toEqual([]);
    expect((await get(`${owner}/self?partyUuid=${uuid}`)).body).toBe(false);
    const wrong = await remove(`agent/${party}/${request.id}?partyUuid=${randomUUID()}`);
    expect((wrong.body as Body).code).toBe('AUTH-00024');
    expect((await remove(`agent/${party}/${request.id}?partyUuid=${uuid}`)).status).toBe(202);
    expect(await findSystemUser(db, request.id)).toMatchObject({ isDeleted: true });
  });

  it.each([
    ['request', 'SystemuserRequestId'],
    ['agentrequest', 'SystemuserAgentRequestId'],
    ['changerequest', 'SystemuserChangeRequestId'],
  ])('%s leaves by the log-out with the request\u2019s id in a cookie', async (segment, name) => {
    const id = randomUUID();
    const { status, headers } = await call(frontSystemUsers, db, ANONYMOUS, ['GET', `${segment}/${id}/logout`]);
    expect(status).toBe(302);
    expect(headers.get('set-cookie')).toContain(`AltinnLogoutInfo=${name}=${id};`);
    expect(headers.get('location')).toMatch(/\/authentication\/api\/v1\/logout$/);
  });

  it('lists visible systems with their vendors\u2019 names, and what each asks for in words', async () => {
    const system = await aSystem(db, {
      isVisible: true,
      vendorOrgNo: story.vendor.orgNo,
      rights: [aRight(story.resourceId)],
    });
    const { body } = await call(frontSystemRegister, db, story.pia, ['GET', '']);
    const found = (body as Body[]).find((each) => each.systemId === system.systemId);
    expect(found).toMatchObject({ systemVendorOrgName: `TEST ${story.vendor.orgNo}`, name: system.name.nb });
    expect((body as Body[]).some((each) => each.systemId === story.system.systemId)).toBe(false);
    const contents = await call(frontSystemRegister, db, story.pia, ['GET', `rights/${system.systemId}`]);
    expect(contents.body).toMatchObject({ resources: [{ identifier: story.resourceId }], accessPackages: [] });
  });

  it('answers 401 empty without a token and 403 to machines', async () => {
    for (const path of [`request/${randomUUID()}`, `${story.customer.partyId}`, 'agent/x', 'x/pending']) {
      expect(await call(frontSystemUsers, db, ANONYMOUS, ['GET', path])).toMatchObject({ status: 401, text: '' });
      expect(await call(frontSystemUsers, db, story.vendor, ['GET', path])).toMatchObject({ status: 403, text: '' });
    }
  });
});
