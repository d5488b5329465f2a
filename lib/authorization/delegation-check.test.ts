import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { givePackage } from '../parties/create-party.ts';
import type { Organisation } from '../parties/model.ts';
import { aProtectedResource } from '../testing/authorization.ts';
import { TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { aResource } from '../testing/resources.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { checkDelegation } from './delegation-check.ts';

const PACKAGE = 'urn:altinn:accesspackage:krav-og-utlegg';

describe.each(ENGINES)('checkDelegation on %s', (engine) => {
  let db: Db;
  let customer: Organisation;

  beforeEach(async () => {
    ({ db } = await openTestDatabase(engine));
    customer = await anOrganisation(db);
  });

  const aManager = async (roles: readonly string[] = ['DAGL']) => actorOf(await aPerson(db, { at: customer, roles }));
  const checkResource = async (
    differences: Parameters<typeof aProtectedResource>[1],
    actor: Parameters<typeof checkDelegation>[1],
  ) => {
    const resourceId = await aProtectedResource(db, differences);
    const { resources } = await checkDelegation(db, actor, customer.uuid, {
      resourceIds: [resourceId],
      packageUrns: [],
    });
    return { actions: resources[0]?.actions, reason: resources[0]?.reason };
  };

  it('lets a manager give away the actions that the policy gives to the roles held', async () => {
    const sentences = [
      { roles: ['DAGL'], actions: ['read', 'write'] },
      { roles: ['LEDE'], actions: ['sign'] },
    ];
    expect(await checkResource({ sentences }, await aManager())).toEqual({
      actions: ['read', 'write'],
      reason: undefined,
    });
  });

  it('lets a main administrator give away what a package opens without having access by it', async () => {
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'HADM', packageUrn: PACKAGE, hasAccess: false, mayDelegate: true });
    expect(await checkResource({}, await aManager(['HADM']))).toEqual({ actions: ['read'], reason: undefined });
  });

  it('lets the manager of a main unit give away at a sub-unit', async () => {
    const manager = await aManager();
    const subUnit = await anOrganisation(db, { parentOrgNo: customer.orgNo, orgForm: 'BEDR' });
    const resourceId = await aProtectedResource(db);
    const wanted = { resourceIds: [resourceId], packageUrns: [] };
    expect((await checkDelegation(db, manager, subUnit.uuid, wanted)).resources).toEqual([
      { resourceId, actions: ['read'] },
    ]);
  });

  it.each([
    ['MissingRoleAccess', { sentences: [{ roles: ['DAGL'], packages: ['x'], actions: ['read'] }] }],
    ['MissingPackageAccess', { sentences: [{ packages: ['x'], actions: ['read'] }] }],
    ['ResourceNotDelegable', { details: { delegable: false } }],
    ['ResourceNotDelegable', { details: { resourceType: 'Systemresource' as const } }],
    ['ResourceIsMaskinPortenSchema', { details: { resourceType: 'MaskinportenSchema' as const } }],
  ])('B10 refuses with %s: %j', async (reason, differences) => {
    expect(await checkResource(differences, await aManager(['ADMAI']))).toEqual({ actions: [], reason });
  });

  it.each([
    ['MissingDelegationAccess', 'urn:altinn:resource:delegation'],
    ['MissingSrrRightAccess', 'urn:altinn:organization:identifier-no'],
    ['Unknown', 'urn:odd'],
  ])('B10 refuses with %s when the policy knows nothing but %s', async (reason, id) => {
    const rule = { id: 'r', subjects: [[{ id, value: 'x' }]], resources: [], actions: ['read'] };
    expect(await checkResource({ policy: { rules: [rule], obligations: [] } }, await aManager())).toEqual({
      actions: [],
      reason,
    });
  });

  it.each([
    ['ResourceNotDelegable', false],
    ['Unknown', true],
  ])('refuses a resource without a policy with %s when its `delegable` is %s', async (reason, delegable) => {
    const { identifier } = await aResource(db, { delegable });
    const wanted = { resourceIds: [identifier], packageUrns: [] };
    expect((await checkDelegation(db, await aManager(), customer.uuid, wanted)).resources).toEqual([
      { resourceId: identifier, actions: [], reason },
    ]);
  });

  it('refuses when the customer is on no access list of the resource', async () => {
    const differences = { details: { accessListMode: 'Enabled' as const } };
    expect(await checkResource(differences, await aManager())).toEqual({
      actions: [],
      reason: 'AccessListValidationFail',
    });
  });

  it('refuses a sign-in below the level that the policy demands', async () => {
    const manager = await aManager();
    expect(await checkResource({ level: 4 }, manager)).toEqual({
      actions: [],
      reason: 'InsufficientAuthenticationLevel',
    });
    expect(await checkResource({ level: 4 }, { ...manager, authenticationLevel: 4 })).toMatchObject({
      actions: ['read'],
    });
    expect(await checkResource({ level: 2 }, { ...manager, authenticationLevel: 2 })).toMatchObject({ actions: [] });
  });

  it('answers per resource and package, in the order asked, unknown ones too', async () => {
    const known = await aProtectedResource(db);
    const manager = await aManager();
    const gift = { fromUuid: customer.uuid, toUuid: manager.partyUuid, packageUrn: PACKAGE, at: TEST_NOW };
    await db.transaction((tx) => givePackage(tx, gift));
    const wanted = { resourceIds: ['unknown', known], packageUrns: ['urn:altinn:accesspackage:x', PACKAGE] };
    expect(await checkDelegation(db, manager, customer.uuid, wanted)).toEqual({
      resources: [
        { resourceId: 'unknown', actions: [], reason: 'Unknown' },
        { resourceId: known, actions: ['read'] },
      ],
      packages: [
        { urn: 'urn:altinn:accesspackage:x', delegable: false, reason: 'MissingPackageAccess' },
        { urn: PACKAGE, delegable: true },
      ],
    });
  });

  it('B10 gives a stranger nothing', async () => {
    const stranger = actorOf(await aPerson(db));
    expect(await checkResource({}, stranger)).toEqual({ actions: [], reason: 'MissingRoleAccess' });
  });

  it('sees what the caller’s own transaction has written', async () => {
    const manager = await aManager();
    const gift = { fromUuid: customer.uuid, toUuid: manager.partyUuid, packageUrn: PACKAGE, at: TEST_NOW };
    await db.transaction(async (tx) => {
      await givePackage(tx, gift);
      const wanted = { resourceIds: [], packageUrns: [PACKAGE] };
      expect((await checkDelegation(tx, manager, customer.uuid, wanted)).packages).toEqual([
        { urn: PACKAGE, delegable: true },
      ]);
    });
  });
});
