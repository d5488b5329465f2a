import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from '../config/env.ts';
import { replaceDatabase } from '../context/database.ts';
import { anApprovedRequest, approveChange, aRequest, aRequestBody } from '../testing/requests.ts';
import { aVendorStory, houseFetch, type SentCall } from '../testing/sdk.ts';
import { aRight, aSystemUser, manySystemUsers } from '../testing/systems.ts';
import { serveTestDatabase } from '../testing/test-database.ts';
import { type Altinn, createAltinn } from './altinn.ts';
import { AltinnRefused, ServiceUnavailable } from './errors.ts';
import { createMaskinporten } from './maskinporten.ts';
import type { SystemDescription } from './wire.ts';

let story: Awaited<ReturnType<typeof aVendorStory>>;
let altinn: Altinn;
const calls: SentCall[] = [];

beforeAll(async () => {
  story = await aVendorStory(await serveTestDatabase());
  altinn = anAltinn();
});
afterAll(() => replaceDatabase(undefined));

/** The platform as the vendor's SDK meets it. */
function anAltinn(instead?: Parameters<typeof houseFetch>[1]): Altinn {
  const fetch = houseFetch(calls, instead);
  const { clientId, key } = story;
  const { token } = createMaskinporten({ issuer: env().issuer, clientId, key, fetch });
  return createAltinn({ base: env().PORTAL_URL, token, fetch });
}

function aSystemDescription(differences: Partial<SystemDescription> = {}): SystemDescription {
  const texts = { nb: 'Kasse', nn: 'Kasse', en: 'Till' };
  const { orgNo } = story.vendor;
  return {
    id: `${orgNo}_${randomUUID().slice(0, 8)}`,
    vendor: { ID: `0192:${orgNo}` },
    name: texts,
    description: texts,
    rights: [aRight(story.resourceId)],
    ...differences,
  };
}

describe('systems', () => {
  it('are registered and replaced', async () => {
    const system = aSystemDescription();
    expect(await altinn.registerSystem(system)).toMatch(/^[0-9a-f-]{36}$/);
    await altinn.updateSystem({ ...system, isVisible: false, accessPackages: [{ urn: story.clientPackageUrn }] });
    const asked = {
      systemId: system.id,
      partyOrgNo: story.customer.orgNo,
      accessPackages: [{ urn: story.packageUrn }],
    };
    await expect(altinn.createRequest(asked)).rejects.toMatchObject({ code: 'AUTH-00063', codes: ['AUTH-00063'] });
  });

  it('are refused with everything that is wrong', async () => {
    const wrong = aSystemDescription({ id: 'a b', rights: [aRight('no-such-thing')] });
    const refused = await altinn.registerSystem(wrong).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AltinnRefused);
    expect(refused).toMatchObject({ status: 400, code: 'STD-00000', traceId: expect.stringMatching(/^00-/) });
    expect((refused as AltinnRefused).codes).toEqual(expect.arrayContaining(['AUTH.VLD-00013', 'AUTH.VLD-00003']));
    expect((refused as Error).message).toContain('cannot have spaces');
  });
});

describe('requests', () => {
  it('are sent once, followed, approved and found as a system user', async () => {
    const body = aRequestBody(story, { externalRef: 'shop-1' });
    const sent = await altinn.createRequest(body);
    expect(sent).toMatchObject({ status: 'New', confirmUrl: expect.stringContaining(sent.id) });
    expect((await altinn.createRequest(body)).id).toBe(sent.id);
    expect(await altinn.requestStatus(sent.id)).toMatchObject({ status: 'New', externalRef: 'shop-1' });

    const key = { systemId: story.system.systemId, organisation: story.customer.orgNo };
    expect(await altinn.findSystemUser({ ...key, externalRef: 'shop-2' })).toBeUndefined();
    const { id } = await anApprovedRequest(story, { externalRef: 'shop-2' });
    expect(await altinn.waitForAnswer(id)).toMatchObject({ status: 'Accepted' });
    expect(await altinn.findSystemUser({ ...key, externalRef: 'shop-2' })).toMatchObject({ id, userType: 'standard' });
  });

  it('for agents and for changes have addresses of their own', async () => {
    const packages = [{ urn: story.clientPackageUrn }];
    const { systemId } = story.system;
    const agent = { systemId, partyOrgNo: story.customer.orgNo, externalRef: 'office', accessPackages: packages };
    const asked = await altinn.createRequest(agent, 'agent');
    expect(await altinn.requestStatus(asked.id, 'agent')).toMatchObject({ accessPackages: packages });
    await expect(altinn.requestStatus(asked.id)).rejects.toMatchObject({ status: 404, code: 'AUTH-00010' });

    const { id } = await anApprovedRequest(story, { externalRef: 'shop-3' });
    const change = await altinn.createChangeRequest(id, { unwantedAccessPackages: [{ urn: story.packageUrn }] });
    expect(change).toMatchObject({ status: 'New', systemUserId: id });
    expect((await altinn.createChangeRequest(id, {}, change.id)).id).toBe(change.id);
    expect(await altinn.createChangeRequest(id, {})).toMatchObject({ status: 'NoChangeNeeded' });
    await approveChange(story, { id: change.id } as Parameters<typeof approveChange>[1]);
    expect(await altinn.waitForAnswer(change.id, { kind: 'change' })).toMatchObject({ status: 'Accepted' });
  });

  it('of every kind are taken back', async () => {
    const { id } = await aRequest(story);
    await altinn.withdrawRequest(id);
    await expect(altinn.waitForAnswer(id)).rejects.toMatchObject({ code: 'AUTH-00010' });
    const user = await anApprovedRequest(story);
    const change = await altinn.createChangeRequest(user.id, { unwantedAccessPackages: [{ urn: story.packageUrn }] });
    await altinn.withdrawRequest(change.id, 'change');
    await expect(altinn.requestStatus(change.id, 'change')).rejects.toMatchObject({ code: 'AUTH-00010' });
  });
});

describe('the system users of a system', () => {
  it('come one after the other, over as many pages as there are', async () => {
    const { db, system, customer: party } = story;
    const ids = await manySystemUsers(db, { system, party, count: 120 });
    calls.length = 0;
    const found = [];
    for await (const { id } of altinn.systemUsers(system.systemId)) found.push(id);
    expect(found.filter((id) => ids.includes(id))).toEqual(ids);
    expect(calls.filter(({ url }) => url.pathname.includes('/bysystem/')).length).toBeGreaterThan(2);
  });

  it('are read at no other host than the platform’s, and do not go round in circles', async () => {
    await aSystemUser(story.db, { system: story.system, party: story.customer, externalRef: 'page' });
    const page = { links: { next: 'https://evil.example/steal?token=Mg' }, data: [] };
    const list = anAltinn(({ url }) => (url.pathname.includes('/bysystem/') ? Response.json(page) : undefined));
    calls.length = 0;
    await expect(list.systemUsers('any').next()).rejects.toThrow('does not go on');
    expect(new Set(calls.map(({ url }) => url.origin))).toEqual(new Set([env().PORTAL_URL]));
  });
});

describe('a call', () => {
  it.each([
    [
      new Response('', { status: 403 }),
      { code: '403', description: expect.stringContaining('systemuser.request.read') },
    ],
    [new Response('', { status: 401 }), { code: '401', description: expect.stringContaining('not valid any more') }],
    [new Response('System with ID x not found.', { status: 404 }), { description: 'System with ID x not found.' }],
    [Response.json({ errors: { token: ['Wrong.'] } }, { status: 400 }), { code: '400', description: 'token: Wrong.' }],
    [Response.json({ title: 'Not Found' }, { status: 404 }), { status: 404, description: 'Not Found' }],
  ])('that is refused says why, however it was worded', async (answer, expected) => {
    const { requestStatus } = anAltinn(({ url }) => (url.pathname.includes('/request/') ? answer : undefined));
    await expect(requestStatus(randomUUID())).rejects.toMatchObject({ name: 'AltinnRefused', ...expected });
  });

  it('that somebody else answered is no answer', async () => {
    const page = () => new Response('<h1>Log in to the network</h1>');
    const { waitForAnswer, findSystemUser } = anAltinn(({ url }) =>
      /vendor\/(byquery|[0-9a-f-]{36})/.test(url.pathname) ? page() : undefined,
    );
    await expect(waitForAnswer(randomUUID(), { timeout: 0 })).rejects.toMatchObject({
      cause: { name: 'ServiceUnavailable' },
    });
    await expect(findSystemUser({ systemId: 'a', organisation: 'b' })).rejects.toThrow('of something else');
  });

  it('is not made again when the service is away', async () => {
    const away = () => new Response('', { status: 503, headers: { 'retry-after': '0' } });
    const { createRequest } = anAltinn(({ url }) => (url.pathname.includes('/request/') ? away() : undefined));
    calls.length = 0;
    const failure = await createRequest(aRequestBody(story)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ServiceUnavailable);
    expect(failure).toMatchObject({ status: 503, retryAfterSeconds: 0 });
    expect(calls.filter(({ url }) => url.pathname.includes('/request/'))).toHaveLength(1);
  });
});
