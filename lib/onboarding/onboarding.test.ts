import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { type Actor, ANONYMOUS, type PersonActor } from '../context/context.ts';
import { BareError, ProblemError } from '../kernel/errors.ts';
import { scopesGrantedTo } from '../maskinporten/scopes/find-scope.ts';
import { givePackage } from '../parties/create-party.ts';
import type { Organisation } from '../parties/model.ts';
import { listSystemsOf } from '../register/find-system.ts';
import { registerSystem } from '../register/register-system.ts';
import { anAdministrator } from '../testing/administration.ts';
import { anOrganisationActor, as, TEST_NOW } from '../testing/context.ts';
import { aClientWithKey } from '../testing/maskinporten.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { aSystemDescription } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { applyForTest } from './apply-for-test.ts';
import { grantProduction } from './grant-production.ts';
import { grantTest } from './grant-test.ts';
import { listAgreements } from './list-agreements.ts';
import { VENDOR_SCOPES } from './model.ts';
import { readAgreement } from './read-agreement.ts';
import { refuseApplication } from './refuse-application.ts';
import { signAndApplyForProduction } from './sign-and-apply-for-production.ts';
import { storeAgreement } from './store-agreement.ts';
import { readSuspensionEffect, resumeVendor, suspendVendor } from './suspend-vendor.ts';

const FORM = { contactName: 'Kari Kontakt', contactEmail: 'kari@example.com', purpose: 'Regnskap for alle' };

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ProblemError) return error.code ?? String(error.status);
  return error instanceof BareError ? String(error.status) : String(error);
}

describe.each(ENGINES)('a vendor agreement on %s', (engine) => {
  let db: Db;
  let vendor: Organisation;
  let orgNo: string;
  let technician: PersonActor;
  let operator: PersonActor;
  const by = (actor: Actor) => as({ db, now: TEST_NOW }, actor);

  const technicianOf = async (organisation: Organisation, name: string) => {
    const person = await aPerson(db, { name });
    const packageUrn = 'urn:altinn:accesspackage:maskinporten-administrator';
    const gift = { fromUuid: organisation.uuid, toUuid: person.uuid, packageUrn, at: TEST_NOW };
    await db.transaction((tx) => givePackage(tx, gift));
    const { uuid: partyUuid, partyId, orgNo: number } = organisation;
    return actorOf(person, { actingFor: { partyUuid, partyId, orgNo: number } });
  };

  beforeEach(async () => {
    db = (await openTestDatabase(engine)).db;
    vendor = await anOrganisation(db, { name: 'SMART AS' });
    orgNo = vendor.orgNo;
    const digdir = await anOrganisation(db, { orgNo: env().OPERATOR_ORG_NO, name: 'DIGDIR' });
    technician = await technicianOf(vendor, 'KVIKK TASTATUR');
    operator = await technicianOf(digdir, 'DINA HAVN');
  });

  const scopesOfVendor = async () => [...(await scopesGrantedTo(db, orgNo, VENDOR_SCOPES))].sort();
  const aSystemWithUsers = async (users: number) => {
    const at = { createdAt: TEST_NOW, updatedAt: TEST_NOW };
    await db.insert(db.tables.systems).values({
      internalId: 'internal',
      systemId: `${orgNo}_smart`,
      vendorOrgNo: orgNo,
      name: {},
      description: {},
      rights: [],
      accessPackages: [],
      isVisible: true,
      isDeleted: false,
      isSuspended: false,
      allowedRedirectUrls: [],
      redirectResult: false,
      version: 1,
      ...at,
    });
    for (let index = 0; index < users; index += 1) {
      await db.insert(db.tables.systemUsers).values({
        id: `user-${index}`,
        userType: 'standard',
        integrationTitle: 'x',
        systemInternalId: 'internal',
        systemId: `${orgNo}_smart`,
        vendorOrgNo: orgNo,
        partyOrgNo: '310702641',
        partyId: 1,
        partyUuid: 'x',
        externalRef: String(index),
        isDeleted: index === 0,
        sequenceNo: index,
        ...at,
      });
    }
  };

  it('goes from application to test to production', async () => {
    expect(await applyForTest(by(technician), { orgNo, ...FORM })).toMatchObject({ status: 'applied', ...FORM });
    expect(await scopesOfVendor()).toEqual([]);
    expect(await grantTest(by(operator), orgNo)).toMatchObject({ status: 'test', testSince: TEST_NOW });
    expect(await scopesOfVendor()).toEqual([...VENDOR_SCOPES].sort());
    expect(await signAndApplyForProduction(by(technician), { orgNo })).toMatchObject({
      status: 'production-applied',
      signedByName: 'KVIKK TASTATUR',
      signedAt: TEST_NOW,
    });
    expect(await grantProduction(by(operator), orgNo)).toMatchObject({
      status: 'production',
      productionSince: TEST_NOW,
    });
    const events = await db.select().from(db.tables.auditEvents);
    expect(events.filter((event) => event.vendorOrgNo === orgNo).map(({ action }) => action)).toEqual([
      'agreement.applied',
      'agreement.test-granted',
      'agreement.signed',
      'agreement.production-granted',
    ]);
  });

  it('takes each step from its own statuses only, and gives nothing otherwise', async () => {
    expect(await refusal(grantTest(by(operator), orgNo))).toBe('agreement-not-found');
    expect(await scopesOfVendor()).toEqual([]);
    await applyForTest(by(technician), { orgNo, ...FORM });
    expect(await refusal(applyForTest(by(technician), { orgNo, ...FORM }))).toBe('agreement-exists');
    expect(await refusal(signAndApplyForProduction(by(technician), { orgNo }))).toBe('agreement-status');
    expect(await refusal(grantProduction(by(operator), orgNo))).toBe('agreement-status');
    expect(await refusal(resumeVendor(by(operator), { orgNo }))).toBe('agreement-status');
    expect(await refusal(suspendVendor(by(operator), { orgNo, reason: 'x' }))).toBe('agreement-status');
    expect(await scopesOfVendor()).toEqual([]);
  });

  it('is answered once when two answer at the same time', async () => {
    await applyForTest(by(technician), { orgNo, ...FORM });
    const answers = await Promise.all([
      refusal(grantTest(by(operator), orgNo)),
      refusal(refuseApplication(by(operator), { orgNo, reason: 'no' })),
    ]);
    expect(answers.sort()).toEqual(['agreement-status', 'undefined']);
  });

  it('can be applied for again after a refusal, whose reason the vendor reads', async () => {
    await applyForTest(by(technician), { orgNo, ...FORM });
    await refuseApplication(by(operator), { orgNo, reason: 'Ukjent formål' });
    const { agreement } = await readAgreement(by(technician), { orgNo });
    expect(agreement).toMatchObject({ status: 'refused', note: 'Ukjent formål' });
    const again = await applyForTest(by(technician), { orgNo, ...FORM, purpose: 'Et bedre' });
    expect(again).toMatchObject({ status: 'applied', purpose: 'Et bedre', note: undefined });
  });

  it('is applied for again once, however often at the same time', async () => {
    await applyForTest(by(technician), { orgNo, ...FORM });
    for (let round = 0; round < 5; round += 1) {
      await refuseApplication(by(operator), { orgNo, reason: 'no' });
      const apply = () => refusal(applyForTest(by(technician), { orgNo, ...FORM }));
      const answers = await Promise.all([apply(), apply(), apply()]);
      expect(answers.sort()).toEqual(['agreement-exists', 'agreement-exists', 'undefined']);
    }
  });

  it('falls back to test when production is refused', async () => {
    await db.transaction((tx) => storeAgreement(tx, { orgNo, ...FORM, status: 'production-applied', at: TEST_NOW }));
    const refused = await refuseApplication(by(operator), { orgNo, reason: 'Ikke ferdig' });
    expect(refused).toMatchObject({ status: 'test', note: 'Ikke ferdig' });
    expect(await scopesOfVendor()).toHaveLength(3);
  });

  it('stops a system too that is registered at the same moment, or by a token that lives on', async () => {
    await db.transaction((tx) => storeAgreement(tx, { orgNo, ...FORM, status: 'production', at: TEST_NOW }));
    const register = () => registerSystem(by(anOrganisationActor({ orgNo })), aSystemDescription(orgNo));
    const stopped = async () => (await listSystemsOf(db, orgNo)).map(({ isSuspended }) => isSuspended);
    for (let round = 1; round <= 5; round += 1) {
      await Promise.all([register(), suspendVendor(by(operator), { orgNo, reason: 'Misbruk' })]);
      await register();
      expect(await stopped()).toEqual(Array(2 * round).fill(true));
      await resumeVendor(by(operator), { orgNo });
      expect(await stopped()).toEqual(Array(2 * round).fill(false));
    }
  });

  it('stops the vendor’s systems and scopes while suspended, with a stated effect, and lets them go on', async () => {
    await db.transaction((tx) => storeAgreement(tx, { orgNo, ...FORM, status: 'production', at: TEST_NOW }));
    await aSystemWithUsers(4);
    const effect = { systems: 1, systemUsers: 3 };
    expect(await readSuspensionEffect(by(operator), { orgNo })).toEqual(effect);
    const suspended = await suspendVendor(by(operator), { orgNo, reason: 'Misbruk' });
    expect(suspended).toMatchObject({ effect, agreement: { status: 'suspended', note: 'Misbruk' } });
    const systems = () => db.select().from(db.tables.systems);
    expect(await systems()).toMatchObject([{ isSuspended: true, version: 2 }]);
    expect(await scopesOfVendor()).toEqual([]);
    expect(await resumeVendor(by(operator), { orgNo })).toMatchObject({
      status: 'production',
      statusBefore: undefined,
    });
    expect(await systems()).toMatchObject([{ isSuspended: false, version: 3 }]);
    expect(await scopesOfVendor()).toHaveLength(3);
  });

  it('tells what the vendor has done in test', async () => {
    const nothing = {
      clientCreated: undefined,
      systemRegistered: undefined,
      requestApproved: undefined,
      tokenFetched: undefined,
    };
    expect((await readAgreement(by(technician), { orgNo })).evidence).toEqual(nothing);
    await aClientWithKey(db, { orgNo, lastUsedAt: TEST_NOW });
    await aSystemWithUsers(0);
    await applyForTest(by(technician), { orgNo, ...FORM });
    const [row] = await listAgreements(by(operator), { statuses: ['applied'] });
    expect(row).toMatchObject({
      name: 'SMART AS',
      evidence: {
        clientCreated: TEST_NOW,
        systemRegistered: TEST_NOW,
        requestApproved: undefined,
        tokenFetched: TEST_NOW,
      },
    });
    expect(await listAgreements(by(operator), { statuses: ['test'] })).toEqual([]);
    expect(await listAgreements(by(operator))).toHaveLength(1);
    expect((await readAgreement(by(operator), { orgNo })).agreement?.status).toBe('applied');
    await grantTest(by(operator), orgNo);
    expect(await listAgreements(by(operator))).toMatchObject([{ name: 'SMART AS', evidence: undefined }]);
  });

  it.each([
    { contactName: '' },
    { contactName: 'x'.repeat(101) },
    { contactEmail: 'no address' },
    { contactEmail: 'a@b.no\r\nBcc: c@d.no' },
    { purpose: ' ' },
    { purpose: 'right\u202Eleft' },
  ])('C17 refuses an application with %o and names the field', async (differences) => {
    const work = applyForTest(by(technician), { orgNo, ...FORM, ...differences });
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ProblemError);
    expect(Object.keys((error as ProblemError).errors ?? {})).toEqual(Object.keys(differences));
  });

  it('demands a reason of the operator who refuses or suspends', async () => {
    await applyForTest(by(technician), { orgNo, ...FORM });
    expect(await refusal(refuseApplication(by(operator), { orgNo, reason: ' ' }))).toBe('400');
  });

  it('lets nobody else take a step: not machines, not the vendor for the operator, not the operator for the vendor', async () => {
    const stranger = await technicianOf(await anOrganisation(db), 'UVEDKOMMENDE');
    const machine = anAdministrator(env().OPERATOR_ORG_NO, 'idporten:scopes.admin');
    for (const [actor, expected] of [
      [ANONYMOUS, '401'],
      [machine, '403'],
      [stranger, '403'],
      [technician, '403'],
      [{ ...operator, authenticationLevel: 2 }, '403'],
    ] as const) {
      expect(await refusal(grantTest(by(actor), orgNo))).toBe(expected);
      expect(await refusal(grantProduction(by(actor), orgNo))).toBe(expected);
      expect(await refusal(refuseApplication(by(actor), { orgNo, reason: 'x' }))).toBe(expected);
      expect(await refusal(suspendVendor(by(actor), { orgNo, reason: 'x' }))).toBe(expected);
      expect(await refusal(resumeVendor(by(actor), { orgNo }))).toBe(expected);
      expect(await refusal(listAgreements(by(actor)))).toBe(expected);
      expect(await refusal(readSuspensionEffect(by(actor), { orgNo }))).toBe(expected);
    }
    for (const actor of [stranger, operator, anAdministrator(orgNo)]) {
      expect(await refusal(applyForTest(by(actor), { orgNo, ...FORM }))).toBe('403');
      expect(await refusal(signAndApplyForProduction(by(actor), { orgNo }))).toBe('403');
    }
    expect(await refusal(readAgreement(by(stranger), { orgNo }))).toBe('403');
  });
});
