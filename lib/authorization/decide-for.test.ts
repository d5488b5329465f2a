import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { givePackage, giveRole } from '../parties/create-party.ts';
import type { Organisation } from '../parties/model.ts';
import type { RegisteredSystem } from '../register/model.ts';
import { storeCatalogue } from '../resources/access-packages/store-catalogue.ts';
import { grantPackages, grantRights, revokePackages, revokeRights } from '../systemusers/delegate.ts';
import { endSystemUser } from '../systemusers/end-system-user.ts';
import { aProtectedResource } from '../testing/authorization.ts';
import { TEST_NOW } from '../testing/context.ts';
import { anOrganisation, aPerson } from '../testing/parties.ts';
import { aSystem, aSystemUser, suspendAsOwner } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { decideFor } from './decide-for.ts';
import type { Subject } from './model.ts';

const PACKAGE = 'urn:altinn:accesspackage:krav-og-utlegg';
const CLIENT_PACKAGE = 'urn:altinn:accesspackage:regnskapsforer-lonn';

describe.each(ENGINES)('decideFor on %s', (engine) => {
  let db: Db;
  let customer: Organisation;
  let other: Organisation;
  let system: RegisteredSystem;
  let resourceId: string;

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    customer = await anOrganisation(db);
    other = await anOrganisation(db);
    system = await aSystem(db);
    resourceId = await aProtectedResource(db, {
      sentences: [{ roles: ['DAGL'], packages: ['krav-og-utlegg', 'regnskapsforer-lonn'], actions: ['read', 'write'] }],
    });
  });

  const decisionOf = async (subject: Subject, party: Organisation, action = 'read') => {
    const question = { subject, resourceId, resourceAttributes: [], party: { orgNo: party.orgNo }, actions: [action] };
    return (await decideFor(db, question)).decision;
  };
  const user = (id: string): Subject => ({ kind: 'system-user', id });

  describe('a standard system user', () => {
    it('has its single rights at its owner, for exactly those actions', async () => {
      const rights = [{ resourceId, actions: ['read'] }];
      const { id } = await aSystemUser(db, { system, party: customer, rights });
      expect(await decisionOf(user(id), customer)).toBe('Permit');
      expect(await decisionOf(user(id), customer, 'write')).toBe('NotApplicable');
      expect(await decisionOf(user(id), other)).toBe('NotApplicable');
    });

    it('has its packages at its owner', async () => {
      const { id } = await aSystemUser(db, { system, party: customer, packages: [PACKAGE] });
      expect(await decisionOf(user(id), customer)).toBe('Permit');
      expect(await decisionOf(user(id), other)).toBe('NotApplicable');
    });

    it('has packages, but not single rights, at sub-units of its owner', async () => {
      const subUnit = await anOrganisation(db, { parentOrgNo: customer.orgNo, orgForm: 'BEDR' });
      const byPackage = await aSystemUser(db, { system, party: customer, packages: [PACKAGE] });
      expect(await decisionOf(user(byPackage.id), subUnit)).toBe('Permit');
      const rights = [{ resourceId, actions: ['read'] }];
      const byRight = await aSystemUser(db, { system, party: customer, rights, externalRef: 'other' });
      expect(await decisionOf(user(byRight.id), subUnit)).toBe('NotApplicable');
    });

    it('at a sub-unit has nothing at the main unit', async () => {
      const subUnit = await anOrganisation(db, { parentOrgNo: customer.orgNo, orgForm: 'BEDR' });
      const { id } = await aSystemUser(db, { system, party: subUnit, packages: [PACKAGE] });
      expect(await decisionOf(user(id), customer)).toBe('NotApplicable');
    });

    it('has no roles, though its owner gives the system user one', async () => {
      const { id } = await aSystemUser(db, { system, party: customer });
      await db.transaction((tx) => giveRole(tx, { fromUuid: customer.uuid, toUuid: id, role: 'DAGL', at: TEST_NOW }));
      expect(await decisionOf(user(id), customer)).toBe('NotApplicable');
    });

    it('B22 has nothing in the next question after a withdrawal', async () => {
      const rights = [{ resourceId, actions: ['read'] }];
      const { id } = await aSystemUser(db, { system, party: customer, rights, packages: [PACKAGE] });
      expect(await decisionOf(user(id), customer)).toBe('Permit');
      await db.transaction((tx) => endSystemUser(tx, { id, at: TEST_NOW, byName: 'T' }));
      expect(await decisionOf(user(id), customer)).toBe('NotApplicable');
    });

    it.each(['rights', 'packages'] as const)(
      'B22 has nothing while it is suspended, and its %s again after',
      async (held) => {
        const given = { rights: { rights: [{ resourceId, actions: ['read'] }] }, packages: { packages: [PACKAGE] } }[
          held
        ];
        const suspended = await aSystemUser(db, { system, party: customer, ...given });
        expect(await decisionOf(user(suspended.id), customer)).toBe('Permit');
        const resume = await suspendAsOwner(db, suspended);
        expect(await decisionOf(user(suspended.id), customer)).toBe('NotApplicable');
        await resume();
        expect(await decisionOf(user(suspended.id), customer)).toBe('Permit');
      },
    );

    it('B22 loses and gains single grants at once', async () => {
      const { id } = await aSystemUser(db, { system, party: customer });
      await db.transaction((tx) => grantRights(tx, id, [{ resourceId, actions: ['read'] }], TEST_NOW));
      expect(await decisionOf(user(id), customer)).toBe('Permit');
      await db.transaction((tx) => revokeRights(tx, id, [resourceId], TEST_NOW));
      expect(await decisionOf(user(id), customer)).toBe('NotApplicable');
      await db.transaction((tx) => grantPackages(tx, id, [PACKAGE], TEST_NOW));
      expect(await decisionOf(user(id), customer)).toBe('Permit');
      await db.transaction((tx) => revokePackages(tx, id, [PACKAGE], TEST_NOW));
      expect(await decisionOf(user(id), customer)).toBe('NotApplicable');
    });

    it('B17 gains nothing when its system is widened', async () => {
      const { id } = await aSystemUser(db, { system, party: customer });
      const { systems } = db.tables;
      await db
        .update(systems)
        .set({ rights: [{ resource: [{ id: 'urn:altinn:resource', value: resourceId }] }], accessPackages: [PACKAGE] })
        .where(eq(systems.internalId, system.internalId));
      expect(await decisionOf(user(id), customer)).toBe('NotApplicable');
    });

    it.each(['isDeleted', 'isSuspended'] as const)('has nothing while its system %s', async (flag) => {
      const { id } = await aSystemUser(db, { system, party: customer, packages: [PACKAGE] });
      const { systems } = db.tables;
      await db
        .update(systems)
        .set({ [flag]: true })
        .where(eq(systems.internalId, system.internalId));
      expect(await decisionOf(user(id), customer)).toBe('NotApplicable');
    });

    it('that nobody knows has nothing', async () => {
      expect(await decisionOf(user(randomUUID()), customer)).toBe('NotApplicable');
    });

    it('B8 is never granted an action that the policy does not have', async () => {
      const { id } = await aSystemUser(db, { system, party: customer, rights: [{ resourceId, actions: ['delete'] }] });
      expect(await decisionOf(user(id), customer, 'delete')).toBe('NotApplicable');
    });
  });

  describe('an agent system user', () => {
    let accountant: Organisation;
    let agentId: string;

    beforeEach(async () => {
      accountant = await anOrganisation(db);
      const agent = { system, party: accountant, userType: 'agent', packages: [CLIENT_PACKAGE] } as const;
      agentId = (await aSystemUser(db, agent)).id;
      await db
        .insert(db.tables.rolePackages)
        .values({ role: 'regnskapsforer', packageUrn: CLIENT_PACKAGE, hasAccess: true, mayDelegate: true });
      await becomeClient(customer);
    });

    const relation = (client: Organisation) => ({ fromUuid: client.uuid, toUuid: accountant.uuid });
    const becomeClient = (client: Organisation) =>
      db.transaction((tx) => giveRole(tx, { ...relation(client), role: 'regnskapsforer', at: TEST_NOW }));
    const delegate = (client: Organisation, isSelf = false) =>
      db.insert(db.tables.clientDelegations).values({
        id: randomUUID(),
        systemUserId: agentId,
        clientUuid: client.uuid,
        isSelf,
        packageUrns: [CLIENT_PACKAGE],
        createdAt: TEST_NOW,
      });

    it('B24 acts for a client only when it was delegated to it', async () => {
      await becomeClient(other);
      await delegate(customer);
      expect(await decisionOf(user(agentId), customer)).toBe('Permit');
      expect(await decisionOf(user(agentId), other)).toBe('NotApplicable');
    });

    it('B24 acts for its own organisation only after "self"', async () => {
      await delegate(customer);
      expect(await decisionOf(user(agentId), accountant)).toBe('NotApplicable');
      await delegate(accountant, true);
      expect(await decisionOf(user(agentId), accountant)).toBe('Permit');
    });

    it('acts for the sub-units of a client', async () => {
      await delegate(customer);
      const subUnit = await anOrganisation(db, { parentOrgNo: customer.orgNo, orgForm: 'BEDR' });
      expect(await decisionOf(user(agentId), subUnit)).toBe('Permit');
    });

    it('stops when the client leaves', async () => {
      await delegate(customer);
      await db.delete(db.tables.partyRoles).where(eq(db.tables.partyRoles.fromUuid, customer.uuid));
      expect(await decisionOf(user(agentId), customer)).toBe('NotApplicable');
    });

    it('has no single rights', async () => {
      await db.transaction((tx) => grantRights(tx, agentId, [{ resourceId, actions: ['read'] }], TEST_NOW));
      expect(await decisionOf(user(agentId), accountant)).toBe('NotApplicable');
      expect(await decisionOf(user(agentId), customer)).toBe('NotApplicable');
    });
  });

  describe('a person', () => {
    it('has the roles held at the party and at its main unit', async () => {
      const subUnit = await anOrganisation(db, { parentOrgNo: customer.orgNo, orgForm: 'BEDR' });
      const { userId } = await aPerson(db, { at: customer, roles: ['DAGL'] });
      const subject: Subject = { kind: 'person', key: { userId } };
      expect(await decisionOf(subject, customer)).toBe('Permit');
      expect(await decisionOf(subject, subUnit)).toBe('Permit');
      expect(await decisionOf(subject, other)).toBe('NotApplicable');
    });

    it('has the packages given directly, but not those that may only be passed on', async () => {
      const helper = await aPerson(db);
      const subject: Subject = { kind: 'party', key: { uuid: helper.uuid } };
      await db
        .insert(db.tables.rolePackages)
        .values({ role: 'HADM', packageUrn: PACKAGE, hasAccess: false, mayDelegate: true });
      const gift = { fromUuid: customer.uuid, toUuid: helper.uuid, at: TEST_NOW };
      await db.transaction((tx) => giveRole(tx, { ...gift, role: 'HADM' }));
      expect(await decisionOf(subject, customer)).toBe('NotApplicable');
      await db.transaction((tx) => givePackage(tx, { ...gift, packageUrn: PACKAGE }));
      expect(await decisionOf(subject, customer)).toBe('Permit');
    });

    it('is not somebody else whose party uuid came along', async () => {
      const person = await aPerson(db);
      const key = { userId: person.userId };
      const subject: Subject = { kind: 'person', key, uuid: randomUUID() };
      expect(await decisionOf(subject, customer)).toBe('Indeterminate');
    });
  });

  describe('an organisation', () => {
    it('has what a client gives it', async () => {
      const accountant = await anOrganisation(db);
      const gift = { fromUuid: customer.uuid, toUuid: accountant.uuid, packageUrn: PACKAGE, at: TEST_NOW };
      await db.transaction((tx) => givePackage(tx, gift));
      const subject: Subject = { kind: 'organisation', orgNo: accountant.orgNo };
      expect(await decisionOf(subject, customer)).toBe('Permit');
      expect(await decisionOf(subject, other)).toBe('NotApplicable');
    });

    it('is let in by policies that name its number or its code', async () => {
      const named = (id: string, value: string) => ({
        rules: [
          {
            id: 'r',
            subjects: [[{ id, value }]],
            resources: [[{ id: 'urn:altinn:resource', value: 'mine' }]],
            actions: ['read'],
          },
        ],
        obligations: [],
      });
      const owner = await anOrganisation(db);
      const ask = async (subject: Subject) =>
        (
          await decideFor(db, {
            subject,
            resourceId: 'mine',
            resourceAttributes: [],
            party: undefined,
            actions: ['read'],
          })
        ).decision;
      await aProtectedResource(db, { identifier: 'mine', policy: named('urn:altinn:org', 'skd') });
      expect(await ask({ kind: 'organisation', orgCode: 'skd' })).toBe('Permit');
      expect(await ask({ kind: 'organisation', orgNo: owner.orgNo })).toBe('NotApplicable');
      await aProtectedResource(db, {
        identifier: 'mine',
        policy: named('urn:altinn:organization:identifier-no', owner.orgNo),
      });
      expect(await ask({ kind: 'organisation', orgNo: owner.orgNo })).toBe('Permit');
    });
  });

  it('is permitted when one of several actions is, never by half of each', async () => {
    const rights = [{ resourceId, actions: ['read'] }];
    const { id } = await aSystemUser(db, { system, party: customer, rights });
    const ask = async (...actions: string[]) => {
      const party = { orgNo: customer.orgNo };
      return (await decideFor(db, { subject: user(id), resourceId, resourceAttributes: [], party, actions })).decision;
    };
    expect(await ask('write', 'read')).toBe('Permit');
    expect(await ask('write', 'fly')).toBe('NotApplicable');
    expect(await ask()).toBe('NotApplicable');
  });

  it.each([
    ['urn:altinn:partyid', (one: Organisation) => String(one.partyId)],
    ['urn:altinn:party:uuid', (one: Organisation) => one.uuid],
    ['urn:altinn:organizationnumber', (one: Organisation) => one.orgNo],
    ['urn:altinn:partytype', () => 'organization'],
  ])('meets a policy that means somebody by %s', async (attribute, named) => {
    const rule = (value: string) => ({
      id: 'r',
      subjects: [[{ id: attribute, value }]],
      resources: [[{ id: 'urn:altinn:resource', value: 'meant' }]],
      actions: ['read'],
    });
    const policy = { rules: [rule(named(other))], obligations: [] };
    await aProtectedResource(db, { identifier: 'meant', policy });
    const ask = async (subject: Subject) => {
      const question = { subject, resourceId: 'meant', resourceAttributes: [], party: undefined, actions: ['read'] };
      return (await decideFor(db, question)).decision;
    };
    expect(await ask({ kind: 'organisation', orgNo: other.orgNo })).toBe('Permit');
    const person = await aPerson(db);
    expect(await ask({ kind: 'party', key: { uuid: person.uuid } })).toBe('NotApplicable');
  });

  it('lets people use at their own party, and nowhere else, what every inhabitant has', async () => {
    await db.transaction((tx) => storeCatalogue(tx, TEST_NOW));
    const person = await aPerson(db, { at: customer, roles: ['DAGL'] });
    const stranger = await aPerson(db);
    const id = await aProtectedResource(db, { sentences: [{ packages: ['innbygger-samliv'], actions: ['read'] }] });
    const at = async (party: { readonly uuid: string }) => {
      const subject: Subject = { kind: 'party', key: { uuid: person.uuid } };
      const question = { subject, resourceId: id, resourceAttributes: [], party, actions: ['read'] };
      return (await decideFor(db, question)).decision;
    };
    expect(await at(person)).toBe('Permit');
    expect(await at(customer)).toBe('NotApplicable');
    expect(await at(stranger)).toBe('NotApplicable');
  });
});
