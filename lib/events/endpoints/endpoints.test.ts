import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { anOrganisationActor, as, TEST_NOW } from '../../testing/context.ts';
import { anAgreement } from '../../testing/onboarding.ts';
import { actorOf, anOrganisation, anOrgNo, aPerson } from '../../testing/parties.ts';
import { aSystem } from '../../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { anEndpoint } from '../../testing/webhooks.ts';
import { listDeliveries } from '../deliveries/read-deliveries.ts';
import { listEvents } from '../list-events.ts';
import { createEndpoint } from './create-endpoint.ts';
import { listEndpoints, readEndpoint } from './read-endpoints.ts';
import { removeEndpoint } from './remove-endpoint.ts';
import { rotateSecret } from './rotate-secret.ts';
import { sendTestEvent } from './send-test-event.ts';
import { pauseEndpoint, updateEndpoint } from './update-endpoint.ts';

const URL_TEXT = 'https://hooks.example/in?token=abc';
const CHOICES = { url: URL_TEXT, eventTypes: [], systemIds: [] };

describe.each(ENGINES)('a vendor’s addresses on %s', (engine) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
  });
  const at = (actor: Parameters<typeof as>[1]) => as({ db, now: TEST_NOW }, actor);
  const aVendor = () => anOrganisationActor({ orgNo: anOrgNo() });

  it('show their secret once, keep it sealed, and leave it out of the audit trail', async () => {
    const vendor = aVendor();
    const { endpoint, secret } = await anEndpoint(db, vendor, { url: URL_TEXT });
    const rotated = await rotateSecret(at(vendor), { endpointId: endpoint.id });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(rotated.secret).not.toBe(secret);
    const { webhookEndpoints, auditEvents } = db.tables;
    const [row] = await db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, endpoint.id));
    const audited = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, endpoint.id));
    const seen = JSON.stringify([row, audited, await listEndpoints(at(vendor)), endpoint]);
    expect(seen).not.toContain(secret);
    expect(seen).not.toContain(rotated.secret);
    expect(JSON.stringify(audited)).not.toContain('token=abc');
    expect(audited.map(({ action }) => action)).toEqual(['webhook.created', 'webhook.secret-rotated']);
  });

  it('leave an audit row for every change', async () => {
    const vendor = aVendor();
    const { endpoint } = await anEndpoint(db, vendor, { url: URL_TEXT });
    const endpointId = endpoint.id;
    await updateEndpoint(at(vendor), { ...CHOICES, url: 'https://other.example/', endpointId, active: true });
    await pauseEndpoint(at(vendor), { endpointId, active: false });
    await sendTestEvent(at(vendor), { endpointId });
    await removeEndpoint(at(vendor), { endpointId });
    const { auditEvents, webhookDeliveries } = db.tables;
    const audited = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, endpointId));
    expect(audited.map(({ action, vendorOrgNo }) => [action, vendorOrgNo])).toEqual(
      ['created', 'changed', 'changed', 'tested', 'removed'].map((did) => [`webhook.${did}`, vendor.orgNo]),
    );
    expect(await listEndpoints(at(vendor))).toEqual([]);
    expect(await db.select().from(webhookDeliveries).where(eq(webhookDeliveries.endpointId, endpointId))).toEqual([]);
  });

  it.each([
    ['webhook_url', { url: 'https://10.0.0.1/' }],
    ['webhook_url', { url: 'https://169.254.169.254/' }],
    ['webhook_url', { url: 'not an address' }],
    ['webhook_type', { eventTypes: ['no.systembruker.nothing'] }],
    ['webhook_system', { systemIds: ['313300307_not-mine'] }],
  ])('answer %s to %o', async (code, differences) => {
    const vendor = aVendor();
    await expect(createEndpoint(at(vendor), { ...CHOICES, ...differences })).rejects.toMatchObject({
      code,
      status: 400,
    });
    expect(await listEndpoints(at(vendor))).toEqual([]);
  });

  it('listen to systems of their own only', async () => {
    const vendor = aVendor();
    const own = await aSystem(db, { vendorOrgNo: vendor.orgNo });
    const foreign = await aSystem(db, { vendorOrgNo: anOrgNo() });
    const { endpoint } = await anEndpoint(db, vendor, { url: URL_TEXT, systemIds: [own.systemId] });
    expect(endpoint.systemIds).toEqual([own.systemId]);
    const choices = { ...CHOICES, systemIds: [own.systemId, foreign.systemId] };
    await expect(createEndpoint(at(vendor), choices)).rejects.toMatchObject({ code: 'webhook_system' });
  });

  it('are ten at most', async () => {
    const vendor = aVendor();
    for (let made = 0; made < 10; made++) await anEndpoint(db, vendor, { url: URL_TEXT });
    await expect(createEndpoint(at(vendor), CHOICES)).rejects.toMatchObject({ code: 'too_many_webhooks' });
    expect(await listEndpoints(at(vendor))).toHaveLength(10);
  });

  it.each([8, 0, 0])('are ten at most, also when many are made at once beside %i', async (present) => {
    const vendor = aVendor();
    for (let made = 0; made < present; made++) await anEndpoint(db, vendor, { url: URL_TEXT });
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => createEndpoint(at(vendor), CHOICES)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(10 - present);
    expect(await listEndpoints(at(vendor))).toHaveLength(10);
  });

  it('are as good as none to everybody else', async () => {
    const { endpoint } = await anEndpoint(db, aVendor(), { url: URL_TEXT });
    const stranger = at(aVendor());
    const named = { endpointId: endpoint.id };
    for (const attempt of [
      () => readEndpoint(stranger, named),
      () => listDeliveries(stranger, named),
      () => updateEndpoint(stranger, { ...CHOICES, ...named, active: true }),
      () => pauseEndpoint(stranger, { ...named, active: false }),
      () => rotateSecret(stranger, named),
      () => sendTestEvent(stranger, named),
      () => removeEndpoint(stranger, named),
      () => readEndpoint(stranger, { endpointId: randomUUID() }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'webhook_not_found', status: 404 });
    }
  });

  it('see the events of their own vendor, newest first and page by page', async () => {
    const vendor = aVendor();
    const { endpoint } = await anEndpoint(db, vendor, { url: URL_TEXT });
    await anEndpoint(db, aVendor(), { url: URL_TEXT });
    for (let sent = 0; sent < 51; sent++) await sendTestEvent(at(vendor), { endpointId: endpoint.id });
    const first = await listEvents(at(vendor));
    const second = await listEvents(at(vendor), { before: first.next });
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 1, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(51);
    expect(await listEvents(at(aVendor()))).toEqual({ items: [], next: undefined });
  });

  it('are for machines with the register’s scope, and for people who work with the vendor’s systems', async () => {
    const vendor = await anOrganisation(db);
    const packageUrn = 'urn:altinn:accesspackage:maskinporten-administrator';
    await db.insert(db.tables.rolePackages).values({ role: 'TEKN', packageUrn, hasAccess: true, mayDelegate: false });
    const actingFor = { partyUuid: vendor.uuid, partyId: vendor.partyId, orgNo: vendor.orgNo };
    const kvikk = actorOf(await aPerson(db, { at: vendor, roles: ['TEKN'] }), { actingFor });
    const jonas = actorOf(await aPerson(db, { at: vendor, roles: ['ANSATT'] }), { actingFor });
    const scopeless = anOrganisationActor({ orgNo: vendor.orgNo, scopes: new Set(['skatteetaten:x']) });
    expect(await listEndpoints(at(kvikk))).toEqual([]);
    await expect(createEndpoint(at(kvikk), CHOICES)).rejects.toMatchObject({ code: 'agreement-missing' });
    await anAgreement(db, vendor.orgNo);
    expect((await createEndpoint(at(kvikk), CHOICES)).endpoint.vendorOrgNo).toBe(vendor.orgNo);
    for (const [actor, status] of [
      [jonas, 403],
      [scopeless, 403],
      [{ kind: 'anonymous' }, 401],
    ] as const) {
      await expect(createEndpoint(at(actor), CHOICES)).rejects.toMatchObject({ status });
      await expect(listEndpoints(at(actor))).rejects.toMatchObject({ status });
      await expect(listEvents(at(actor))).rejects.toMatchObject({ status });
    }
  });
});
