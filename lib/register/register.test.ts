import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { OrganisationActor } from '../context/context.ts';
import { ProblemError } from '../kernel/errors.ts';
import { anOrganisationActor, as, TEST_NOW } from '../testing/context.ts';
import { anAgreement } from '../testing/onboarding.ts';
import { actorOf, anOrganisation, anOrgNo, aPerson } from '../testing/parties.ts';
import { aListedPackage, aListedResource, aRight, aSystem, aSystemDescription } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { deleteSystem } from './delete-system.ts';
import { findSystem, findSystemByClient } from './find-system.ts';
import { readChangeLog } from './read-change-log.ts';
import { listOwnSystems } from './read-system.ts';
import { registerSystem } from './register-system.ts';
import { updateAccessPackages, updateRights } from './update-contents.ts';
import { updateSystem } from './update-system.ts';

describe.each(ENGINES)('the system register on %s', (engine) => {
  let db: Db;
  let vendor: OrganisationActor;
  const asVendor = () => as({ db, now: TEST_NOW }, vendor);

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    vendor = anOrganisationActor({ orgNo: anOrgNo() });
  });

  /** The VLD codes that the work is refused with, in order. */
  async function codesOf(work: Promise<unknown>): Promise<readonly string[]> {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof ProblemError)) throw error ?? new Error('It was not refused.');
    return (error.validationErrors ?? []).map((each) => each.code);
  }

  it('stores what was described and finds it by id and by client', async () => {
    const resource = await aListedResource(db);
    const urn = await aListedPackage(db);
    const clientId = randomUUID();
    const description = aSystemDescription(vendor.orgNo, {
      rights: [aRight(resource)],
      accessPackages: [urn],
      clientIds: [clientId],
      allowedRedirectUrls: ['https://VG.no'],
    });
    const internalId = await registerSystem(asVendor(), description);
    const system = await findSystem(db, { systemId: description.systemId });
    expect(system).toMatchObject({
      internalId,
      vendorOrgNo: vendor.orgNo,
      rights: [aRight(resource)],
      accessPackages: [urn],
      clientIds: [clientId],
      allowedRedirectUrls: ['https://vg.no/'],
      isDeleted: false,
      isSuspended: false,
      redirectResult: false,
      version: 1,
    });
    expect((await findSystemByClient(db, clientId))?.internalId).toBe(internalId);
    const audit = await db.select().from(db.tables.auditEvents);
    expect(audit).toMatchObject([{ action: 'system.registered', subjectId: description.systemId }]);
  });

  it('says every fault of the id, the addresses and the clients at once, in order', async () => {
    const taken = await aSystem(db, { systemId: '1 x', clientIds: ['taken'] });
    const refused = registerSystem(
      asVendor(),
      aSystemDescription(vendor.orgNo, {
        systemId: taken.systemId,
        allowedRedirectUrls: ['http://vg.no'],
        clientIds: ['taken', 'Twice', 'twice'],
      }),
    );
    expect(await codesOf(refused)).toEqual([
      'AUTH.VLD-00013',
      'AUTH.VLD-00001',
      'AUTH.VLD-00002',
      'AUTH.VLD-00005',
      'AUTH.VLD-00011',
      'AUTH.VLD-00004',
    ]);
  });

  it('answers a vendor id that is not ISO 6523 with VLD-0 alone', async () => {
    for (const vendorId of ['0193:991825827', '991825827', '0192:12', '']) {
      const refused = registerSystem(asVendor(), { ...aSystemDescription(vendor.orgNo), vendorId, systemId: 'a b' });
      expect(await codesOf(refused)).toEqual(['AUTH.VLD-00000']);
    }
  });

  it('names the values of rights that are misnamed, unknown, of the wrong kind or doubled', async () => {
    const schema = await aListedResource(db, { resourceType: 'MaskinportenSchema' });
    const gone = await aListedResource(db, { isDeleted: true });
    const fine = await aListedResource(db, { delegable: false });
    const rights = [
      { resource: [{ id: 'urn:altinn:org', value: 'ttd' }] },
      aRight(schema),
      aRight(gone),
      aRight(fine),
      aRight(fine),
      aRight(fine, 'read'),
      { resource: [] },
    ];
    const error = await registerSystem(asVendor(), aSystemDescription(vendor.orgNo, { rights })).catch((e) => e);
    expect(error.validationErrors).toMatchObject([
      { code: 'AUTH.VLD-00009', extensions: { 'Invalid Resource Id Details : ': 'ttd' } },
      { code: 'AUTH.VLD-00003', extensions: { 'ResourceIds Not Found : ': gone } },
      { code: 'AUTH.VLD-00017', extensions: { 'ResourceIds Not Delegable : ': schema } },
      { code: 'AUTH.VLD-00006' },
    ]);
    const accepted = aSystemDescription(vendor.orgNo, { rights: [aRight(fine), aRight(fine, 'read')] });
    await expect(registerSystem(asVendor(), accepted)).resolves.toEqual(expect.any(String));
  });

  it('groups what is wrong with access packages, and keeps client packages off visible systems', async () => {
    const clientOnly = await aListedPackage(db, { isAssignable: false });
    const useless = await aListedPackage(db, { isAssignable: false, isDelegable: false });
    const accessPackages = ['bad', clientOnly, clientOnly, useless, 'urn:altinn:accesspackage:none'];
    const description = aSystemDescription(vendor.orgNo, { accessPackages, isVisible: true });
    const error = await registerSystem(asVendor(), description).catch((e) => e);
    expect(error.validationErrors).toMatchObject([
      {
        code: 'AUTH.VLD-00008',
        extensions: {
          'Invalid Urn Details : ': `Invalid format: bad | Not found: urn:altinn:accesspackage:none | Not possible to delegate: ${useless}`,
        },
      },
      { code: 'AUTH.VLD-00007' },
      { code: 'AUTH.VLD-00018' },
    ]);
    const hidden = aSystemDescription(vendor.orgNo, { accessPackages: [clientOnly], isVisible: false });
    await expect(registerSystem(asVendor(), hidden)).resolves.toEqual(expect.any(String));
  });

  it('B4 shows a stranger nothing but 403, also for a bad body', async () => {
    const other = anOrgNo();
    const foreign = aSystemDescription(other, { systemId: 'a b', allowedRedirectUrls: ['ftp://x'] });
    await expect(registerSystem(asVendor(), foreign)).rejects.toMatchObject({ status: 403, body: '' });
    const borrowed = { ...aSystemDescription(other), vendorId: `0192:${vendor.orgNo}` };
    expect(await codesOf(registerSystem(asVendor(), borrowed))).toEqual(['AUTH.VLD-00001']);
  });

  it('lets the exact admin scope act for every vendor, and nothing that only contains it (Q-1)', async () => {
    const description = aSystemDescription(anOrgNo());
    const nearly = { ...vendor, scopes: new Set(['altinn:authentication/systemregister.admin2']) };
    await expect(registerSystem(as(asVendor(), nearly), description)).rejects.toMatchObject({ status: 403 });
    const admin = { ...vendor, scopes: new Set(['altinn:authentication/systemregister.admin']) };
    await expect(registerSystem(as(asVendor(), admin), description)).resolves.toEqual(expect.any(String));
    expect(await readChangeLog(as(asVendor(), admin), description.systemId)).toMatchObject([
      { changeType: 'create', changedByOrgNo: vendor.orgNo, clientId: vendor.clientId },
    ]);
  });

  it('lets a person with technical administration at a vendor with an agreement do the same', async () => {
    const organisation = await anOrganisation(db);
    await db.insert(db.tables.rolePackages).values({
      role: 'DAGL',
      packageUrn: 'urn:altinn:accesspackage:maskinporten-administrator',
      hasAccess: true,
      mayDelegate: true,
    });
    const manager = actorOf(await aPerson(db, { at: organisation, roles: ['DAGL'] }), {
      actingFor: { partyUuid: organisation.uuid, partyId: organisation.partyId, orgNo: organisation.orgNo },
    });
    const description = aSystemDescription(organisation.orgNo);
    for (const status of [undefined, 'applied', 'refused', 'suspended'] as const) {
      if (status) await anAgreement(db, organisation.orgNo, status);
      const refused = registerSystem(as(asVendor(), manager), description);
      await expect(refused).rejects.toMatchObject({ status: 403, code: 'agreement-missing' });
    }
    await anAgreement(db, organisation.orgNo, 'test');
    await registerSystem(as(asVendor(), manager), description);
    await anAgreement(db, organisation.orgNo, 'suspended');
    const { systemId } = description;
    await expect(updateSystem(as(asVendor(), manager), systemId, description)).rejects.toMatchObject({
      code: 'agreement-missing',
    });
    await expect(deleteSystem(as(asVendor(), manager), systemId)).rejects.toMatchObject({ code: 'agreement-missing' });
    expect(await listOwnSystems(as(asVendor(), manager))).toMatchObject([{ systemId: description.systemId }]);
    const stranger = actorOf(await aPerson(db));
    const another = aSystemDescription(organisation.orgNo);
    await expect(registerSystem(as(asVendor(), stranger), another)).rejects.toMatchObject({ status: 403 });
  });

  it('B5 refuses a client that Maskinporten knows as another organisation’s', async () => {
    const base = {
      name: 'x',
      active: true,
      integrationType: 'maskinporten',
      scopes: [],
      accessTokenLifetime: 0,
      version: 1,
      details: {},
      createdAt: TEST_NOW,
      updatedAt: TEST_NOW,
    };
    await db.insert(db.tables.clients).values([
      { ...base, clientId: 'theirs', orgNo: anOrgNo() },
      { ...base, clientId: 'ours', orgNo: vendor.orgNo },
    ]);
    const stolen = aSystemDescription(vendor.orgNo, { clientIds: ['theirs'] });
    expect(await codesOf(registerSystem(asVendor(), stolen))).toEqual(['AUTH.VLD-00004']);
    const own = aSystemDescription(vendor.orgNo, { clientIds: ['ours'] });
    await expect(registerSystem(asVendor(), own)).resolves.toEqual(expect.any(String));
  });

  it('B5 gives one client id to one of twenty parallel registrations', async () => {
    const clientId = randomUUID();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        registerSystem(asVendor(), aSystemDescription(vendor.orgNo, { clientIds: [clientId] })),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(19);
    for (const { reason } of refused) expect(reason.validationErrors[0].code).toBe('AUTH.VLD-00004');
    expect(await listOwnSystems(asVendor())).toHaveLength(1);
  });

  it('gives one id to one of ten parallel registrations, the others hear that it exists', async () => {
    const description = aSystemDescription(vendor.orgNo);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => registerSystem(asVendor(), description)),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const { reason } of refused) expect([400, 409]).toContain(reason.status);
    const late = refused.find(({ reason }) => reason.status === 409);
    if (late) expect(late.reason.body).toBe(`The System already exist: ${description.systemId}`);
  });

  describe('a change', () => {
    it('replaces everything, and a client id that was dropped is free at once', async () => {
      const resource = await aListedResource(db);
      const system = await aSystem(db, { vendorOrgNo: vendor.orgNo, clientIds: ['one', 'two'] });
      const description = aSystemDescription(vendor.orgNo, {
        systemId: system.systemId,
        rights: [aRight(resource)],
        clientIds: ['two'],
        isVisible: true,
        allowedRedirectUrls: ['https://vg.no/receipt'],
        redirectResult: true,
      });
      await updateSystem(asVendor(), system.systemId, description);
      expect(await findSystem(db, { systemId: system.systemId })).toMatchObject({
        rights: [aRight(resource)],
        clientIds: ['two'],
        isVisible: true,
        allowedRedirectUrls: ['https://vg.no/receipt'],
        redirectResult: true,
        version: 2,
      });
      const next = aSystemDescription(vendor.orgNo, { clientIds: ['one'] });
      await expect(registerSystem(asVendor(), next)).resolves.toEqual(expect.any(String));
    });

    it('of a whole system is refused in the order of the contract', async () => {
      const system = await aSystem(db, { vendorOrgNo: vendor.orgNo });
      const other = await aSystem(db, { clientIds: ['elsewhere'] });
      const valid = aSystemDescription(vendor.orgNo, { systemId: system.systemId });
      const missing = { status: 404, body: "System with ID 'none' not found." };
      await expect(updateSystem(asVendor(), 'none', valid)).rejects.toMatchObject(missing);
      await expect(updateSystem(asVendor(), other.systemId, valid)).rejects.toMatchObject({ status: 403, body: '' });
      await expect(
        updateSystem(asVendor(), system.systemId, { ...valid, vendorId: '0192:991825827' }),
      ).rejects.toMatchObject({ status: 404, body: `System with ID '${system.systemId}' not found.` });
      expect(await codesOf(updateSystem(asVendor(), system.systemId, { ...valid, systemId: 'x' }))).toEqual([
        'AUTH.VLD-00012',
      ]);
      const faulty = {
        ...valid,
        allowedRedirectUrls: ['http://vg.no'],
        rights: [aRight('none')],
        accessPackages: ['x'],
        clientIds: ['A', 'a', 'elsewhere'],
      };
      expect(await codesOf(updateSystem(asVendor(), system.systemId, faulty))).toEqual([
        'AUTH.VLD-00005',
        'AUTH.VLD-00003',
        'AUTH.VLD-00008',
        'AUTH.VLD-00011',
        'AUTH.VLD-00004',
      ]);
    });

    it('of a deleted system is refused with a text', async () => {
      const system = await aSystem(db, { vendorOrgNo: vendor.orgNo, isDeleted: true });
      const refusal = { status: 400, body: 'Cannot update a system marked as deleted.' };
      const description = aSystemDescription(vendor.orgNo, { systemId: system.systemId });
      await expect(updateSystem(asVendor(), system.systemId, description)).rejects.toMatchObject(refusal);
      await expect(updateRights(asVendor(), system.systemId, [])).rejects.toMatchObject(refusal);
      await expect(updateAccessPackages(asVendor(), system.systemId, [])).rejects.toMatchObject(refusal);
    });

    it('keeps all of the old when another system took the client id meanwhile', async () => {
      const system = await aSystem(db, { vendorOrgNo: vendor.orgNo, clientIds: ['old'] });
      const outcomes = await Promise.allSettled(
        Array.from({ length: 8 }, async (_, n) => {
          const each = n === 0 ? system : await aSystem(db, { vendorOrgNo: vendor.orgNo, clientIds: [`old-${n}`] });
          return updateSystem(
            asVendor(),
            each.systemId,
            aSystemDescription(vendor.orgNo, { systemId: each.systemId, clientIds: ['wanted'], isVisible: true }),
          );
        }),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      const systems = await listOwnSystems(asVendor());
      expect(systems.filter((each) => each.isVisible)).toHaveLength(1);
      expect(systems.flatMap((each) => each.clientIds)).toHaveLength(8);
    });

    it('of packages and of visibility at once leaves no visible system with packages for clients only', async () => {
      const forClients = await aListedPackage(db, { isAssignable: false });
      for (let round = 0; round < 5; round += 1) {
        const { systemId } = await aSystem(db, { vendorOrgNo: vendor.orgNo });
        const visible = aSystemDescription(vendor.orgNo, { systemId, isVisible: true });
        const [, packages] = await Promise.allSettled([
          updateSystem(asVendor(), systemId, visible),
          updateAccessPackages(asVendor(), systemId, [forClients]),
        ]);
        expect(await findSystem(db, { systemId })).toMatchObject({ isVisible: true, accessPackages: [] });
        if (packages.status === 'rejected') {
          expect(packages.reason.validationErrors).toMatchObject([{ code: 'AUTH.VLD-00018' }]);
        }
      }
    });

    it('that says nothing of the signed result keeps what another one says of it at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { systemId } = await aSystem(db, { vendorOrgNo: vendor.orgNo });
        const silent = aSystemDescription(vendor.orgNo, { systemId });
        await Promise.all([
          updateSystem(asVendor(), systemId, { ...silent, redirectResult: true }),
          updateSystem(asVendor(), systemId, silent),
        ]);
        expect(await findSystem(db, { systemId })).toMatchObject({ redirectResult: true });
      }
    });

    it('Q-6 of the lists of an unknown system is 404 with a text', async () => {
      const missing = { status: 404, body: "System with ID 'none' not found." };
      await expect(updateRights(asVendor(), 'none', [])).rejects.toMatchObject(missing);
      await expect(updateAccessPackages(asVendor(), 'none', [])).rejects.toMatchObject(missing);
    });

    it('leaves one entry of each kind in the change log, newest first, with the registry’s member names', async () => {
      const resource = await aListedResource(db);
      const urn = await aListedPackage(db);
      const description = aSystemDescription(vendor.orgNo);
      const { systemId } = description;
      await registerSystem(asVendor(), description);
      await updateSystem(asVendor(), systemId, { ...description, isVisible: true });
      await updateRights(asVendor(), systemId, [aRight(resource, 'read')]);
      await updateAccessPackages(asVendor(), systemId, [urn]);
      await deleteSystem(asVendor(), systemId);
      const log = await readChangeLog(asVendor(), systemId);
      expect(log.map((each) => each.changeType)).toEqual([
        'delete',
        'accesspackageupdate',
        'rightsupdate',
        'update',
        'create',
      ]);
      expect(log[0]?.changedData).toBeNull();
      expect(log[1]?.changedData).toEqual([{ Urn: urn }]);
      expect(log[2]?.changedData).toEqual([
        { Action: 'read', Resource: [{ id: 'urn:altinn:resource', value: resource }] },
      ]);
      expect(log[4]?.changedData).toMatchObject({ Id: systemId, Vendor: { ID: `0192:${vendor.orgNo}` }, ClientId: [] });
      expect(await db.$count(db.tables.auditEvents, eq(db.tables.auditEvents.subjectId, systemId))).toBe(5);
    });
  });

  describe('a deletion', () => {
    it('B23 keeps the id for ever and frees the client ids', async () => {
      const system = await aSystem(db, { vendorOrgNo: vendor.orgNo, clientIds: ['reused'] });
      await deleteSystem(asVendor(), system.systemId);
      expect(await findSystemByClient(db, 'reused')).toBeUndefined();
      expect(await listOwnSystems(asVendor())).toEqual([]);
      const again = aSystemDescription(vendor.orgNo, { systemId: system.systemId });
      expect(await codesOf(registerSystem(asVendor(), again))).toEqual(['AUTH.VLD-00002']);
      const next = aSystemDescription(vendor.orgNo, { clientIds: ['reused'] });
      await expect(registerSystem(asVendor(), next)).resolves.toEqual(expect.any(String));
    });

    it('Q-7 succeeds without client ids; a second one is 400, an unknown one names the member', async () => {
      const system = await aSystem(db, { vendorOrgNo: vendor.orgNo, clientIds: [] });
      await deleteSystem(asVendor(), system.systemId);
      await expect(deleteSystem(asVendor(), system.systemId)).rejects.toMatchObject({ status: 400, code: undefined });
      await expect(deleteSystem(asVendor(), 'none')).rejects.toMatchObject({
        errors: { return: ['System not found'] },
      });
    });

    it('is refused to other vendors', async () => {
      const system = await aSystem(db);
      await expect(deleteSystem(asVendor(), system.systemId)).rejects.toMatchObject({ status: 403, body: '' });
    });
  });
});
