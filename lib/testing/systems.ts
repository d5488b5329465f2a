import { randomUUID } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { findOrganisation } from '../parties/find-party.ts';
import type { Organisation } from '../parties/model.ts';
import { findSystem } from '../register/find-system.ts';
import type { RegisteredSystem } from '../register/model.ts';
import type { SystemDescription } from '../register/register-system.ts';
import { resumeSystemUser, suspendSystemUser } from '../systemusers/change-suspension.ts';
import { createSystemUser } from '../systemusers/create-system-user.ts';
import { grantPackages, grantRights } from '../systemusers/delegate.ts';
import type { DelegatedRight, SystemUser, SystemUserType } from '../systemusers/model.ts';
import { as, TEST_NOW } from './context.ts';
import { actorOf, anOrgNo, aPerson } from './parties.ts';

/** A resource of the registry that systems may ask for; only its type matters here. */
export async function aListedResource(
  db: Db,
  differences: { identifier?: string; resourceType?: string; delegable?: boolean; isDeleted?: boolean } = {},
): Promise<string> {
  const { identifier = `a-resource-${randomUUID()}`, resourceType = 'GenericAccessResource' } = differences;
  const texts = { nb: 'En tjeneste', nn: 'Ei teneste', en: 'A service' };
  await db.insert(db.tables.resources).values({
    identifier,
    ownerOrgNo: '974761076',
    ownerOrgCode: 'skd',
    resourceType,
    versionId: 1,
    document: {
      identifier,
      title: texts,
      description: texts,
      rightDescription: texts,
      contactPoints: [],
      delegable: differences.delegable ?? true,
      visible: true,
      hasCompetentAuthority: { organization: '974761076', orgcode: 'skd', name: texts },
      accessListMode: 'Disabled',
      selfIdentifiedUserEnabled: false,
      enterpriseUserEnabled: false,
      resourceType,
    },
    isDeleted: differences.isDeleted ?? false,
    createdAt: TEST_NOW,
    updatedAt: TEST_NOW,
  });
  return identifier;
}

/** A package of the catalogue; ordinary (assignable and delegable) unless the test says otherwise. */
export async function aListedPackage(
  db: Db,
  differences: { code?: string; isAssignable?: boolean; isDelegable?: boolean } = {},
): Promise<string> {
  const { code = `a-package-${randomUUID()}`, isAssignable = true, isDelegable = true } = differences;
  const texts = { nb: 'En pakke', nn: 'Ei pakke', en: 'A package' };
  const urn = `urn:altinn:accesspackage:${code}`;
  const { packageAreas, packageGroups, accessPackages } = db.tables;
  await db
    .insert(packageGroups)
    .values({ id: 'test-group', name: texts, description: texts, type: 'organization' })
    .onConflictDoNothing();
  await db
    .insert(packageAreas)
    .values({ id: 'test-area', groupId: 'test-group', code: 'test', name: texts, description: texts })
    .onConflictDoNothing();
  await db.insert(accessPackages).values({
    id: randomUUID(),
    urn,
    areaId: 'test-area',
    name: texts,
    description: texts,
    isAssignable,
    isDelegable,
    updatedAt: TEST_NOW,
  });
  return urn;
}

/** A right to a resource of the registry. */
export function aRight(resourceId: string, action?: string) {
  return { ...(action ? { action } : {}), resource: [{ id: 'urn:altinn:resource', value: resourceId }] };
}

/** What a vendor posts to register a system: valid, without rights, packages or clients. */
export function aSystemDescription(
  vendorOrgNo: string,
  differences: Partial<SystemDescription> = {},
): SystemDescription {
  return {
    systemId: `${vendorOrgNo}_system_${randomUUID().slice(0, 8)}`,
    vendorId: `0192:${vendorOrgNo}`,
    name: { nb: 'Smart regnskap', nn: 'Smart rekneskap', en: 'Smart accounting' },
    description: { nb: 'Fører regnskap', nn: 'Fører rekneskap', en: 'Keeps accounts' },
    rights: [],
    accessPackages: [],
    clientIds: [],
    isVisible: false,
    allowedRedirectUrls: [],
    ...differences,
  };
}

/** A registered system with one client, straight into the database: nothing of it is checked. */
export async function aSystem(db: Db, differences: Partial<RegisteredSystem> = {}): Promise<RegisteredSystem> {
  const vendorOrgNo = differences.vendorOrgNo ?? anOrgNo();
  const { vendorId: _vendor, ...description } = aSystemDescription(vendorOrgNo);
  const { clientIds, ...row } = {
    ...description,
    internalId: randomUUID(),
    vendorOrgNo,
    isDeleted: false,
    isSuspended: false,
    redirectResult: false,
    version: 1,
    createdAt: TEST_NOW,
    updatedAt: TEST_NOW,
    ...differences,
    clientIds: differences.clientIds ?? [randomUUID()],
  };
  await db.insert(db.tables.systems).values(row);
  for (const clientId of clientIds) {
    await db.insert(db.tables.systemClients).values({ clientId, systemInternalId: row.internalId });
  }
  const system = await findSystem(db, { internalId: row.internalId });
  if (!system) throw new Error('The system was not stored.');
  return system;
}

/** A live system user of the system at the organisation, with what it has been given. */
export async function aSystemUser(
  db: Db,
  details: {
    readonly system: RegisteredSystem;
    readonly party: Organisation;
    readonly id?: string;
    readonly userType?: SystemUserType;
    readonly externalRef?: string;
    readonly integrationTitle?: string;
    readonly rights?: readonly DelegatedRight[];
    readonly packages?: readonly string[];
  },
): Promise<SystemUser> {
  return db.transaction(async (tx) => {
    const user = await createSystemUser(tx, {
      id: details.id ?? randomUUID(),
      userType: details.userType ?? 'standard',
      integrationTitle: details.integrationTitle ?? 'Smart regnskap',
      system: details.system,
      party: details.party,
      externalRef: details.externalRef ?? details.party.orgNo,
      createdBy: undefined,
      at: TEST_NOW,
    });
    await grantRights(tx, user.id, details.rights ?? [], TEST_NOW);
    await grantPackages(tx, user.id, details.packages ?? [], TEST_NOW);
    return user;
  });
}

/** A general manager of the owner suspends a system user. @returns how the same person resumes it */
export async function suspendAsOwner(db: Db, user: SystemUser): Promise<() => Promise<void>> {
  const packageUrn = 'urn:altinn:accesspackage:tilgangsstyrer';
  const managing = { role: 'DAGL', packageUrn, hasAccess: true, mayDelegate: true };
  await db.insert(db.tables.rolePackages).values(managing).onConflictDoNothing();
  const owner = await findOrganisation(db, user.partyOrgNo);
  if (!owner) throw new Error('The owner is not there.');
  const context = as({ db, now: TEST_NOW }, actorOf(await aPerson(db, { at: owner, roles: ['DAGL'] })));
  const key = { party: { uuid: user.partyUuid }, systemUserId: user.id };
  await suspendSystemUser(context, key);
  return () => resumeSystemUser(context, key);
}

let serial = 0;

/**
 * Many live system users without delegations, all created at one instant, under the references `ref-0`, `ref-1` …
 * @param details.from the number of the first reference
 * @returns their ids, in the order that lists have them
 */
export async function manySystemUsers(
  db: Db,
  details: {
    readonly system: RegisteredSystem;
    readonly party: Organisation;
    readonly count: number;
    readonly from?: number;
  },
): Promise<string[]> {
  const { system, party, count, from = 0 } = details;
  return db.transaction(async (tx) => {
    const ids = [];
    for (let index = 0; index < count; index += 1) {
      serial += 1;
      const { id } = await createSystemUser(tx, {
        id: serial.toString(16).padStart(8, '0') + randomUUID().slice(8),
        userType: 'standard',
        integrationTitle: 'Smart regnskap',
        system,
        party,
        externalRef: `ref-${from + index}`,
        createdBy: undefined,
        at: TEST_NOW,
      });
      ids.push(id);
    }
    return ids;
  });
}
