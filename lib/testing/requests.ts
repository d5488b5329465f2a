import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Context, OrganisationActor, PersonActor } from '../context/context.ts';
import type { Organisation } from '../parties/model.ts';
import type { RegisteredSystem } from '../register/model.ts';
import { approveChangeRequest } from '../requests/approve-change-request.ts';
import { approveRequest } from '../requests/approve-request.ts';
import { type ChangeDetails, createChangeRequest } from '../requests/create-change-request.ts';
import { createRequest, type RequestDetails } from '../requests/create-request.ts';
import type { ChangeRequest, SystemUserRequest } from '../requests/model.ts';
import { aProtectedResource } from './authorization.ts';
import { anOrganisationActor, as, TEST_NOW } from './context.ts';
import { actorOf, anOrganisation, aPerson } from './parties.ts';
import { aListedPackage, aRight, aSystem } from './systems.ts';

/** A vendor with a system, and a customer with people: the cast of most stories about requests. */
export type RequestStory = {
  readonly db: Db;
  readonly vendor: OrganisationActor;
  readonly system: RegisteredSystem;
  readonly customer: Organisation;
  /** General manager: may answer and holds everything that the system asks for. */
  readonly pia: PersonActor;
  /** Access manager without any right of the system's. */
  readonly flink: PersonActor;
  /** Related only. */
  readonly jonas: PersonActor;
  /** Without any relation. */
  readonly stranger: PersonActor;
  readonly resourceId: string;
  readonly packageUrn: string;
  /** A package that is only for clients. */
  readonly clientPackageUrn: string;
};

/** Sets the scene: one right and two packages on the system, one of them for clients only. */
export async function aRequestStory(db: Db, differences: Partial<RegisteredSystem> = {}): Promise<RequestStory> {
  const resourceId = await aProtectedResource(db, {
    sentences: [{ roles: ['DAGL'], packages: [], actions: ['read', 'write'] }],
  });
  const packageUrn = await aListedPackage(db);
  const clientPackageUrn = await aListedPackage(db, { isAssignable: false });
  await db
    .insert(db.tables.rolePackages)
    .values([
      { role: 'DAGL', packageUrn, hasAccess: true, mayDelegate: true },
      { role: 'DAGL', packageUrn: 'urn:altinn:accesspackage:tilgangsstyrer', hasAccess: true, mayDelegate: true },
    ])
    .onConflictDoNothing();
  const vendorOrg = await anOrganisation(db);
  const system = await aSystem(db, {
    vendorOrgNo: vendorOrg.orgNo,
    rights: [aRight(resourceId)],
    accessPackages: [packageUrn, clientPackageUrn],
    allowedRedirectUrls: ['https://vendor.example/receipt'],
    ...differences,
  });
  const customer = await anOrganisation(db);
  const other = await anOrganisation(db);
  return {
    db,
    vendor: anOrganisationActor({ orgNo: vendorOrg.orgNo }),
    system,
    customer,
    pia: actorOf(await aPerson(db, { name: 'PIA STRØM', at: customer, roles: ['DAGL'] })),
    flink: actorOf(await aPerson(db, { name: 'FLINK MURSTEIN', at: customer, roles: ['ADMAI'] })),
    jonas: actorOf(await aPerson(db, { name: 'JONAS DAL', at: customer, roles: ['ANSATT'] })),
    stranger: actorOf(await aPerson(db, { name: 'FREMMED PERSON', at: other, roles: ['DAGL'] })),
    resourceId,
    packageUrn,
    clientPackageUrn,
  };
}

/** What the vendor of the story asks for, valid unless the test says otherwise. */
export function aRequestOf(story: RequestStory, differences: Partial<RequestDetails> = {}): RequestDetails {
  const isAgent = differences.kind === 'agent';
  return {
    kind: 'standard',
    systemId: story.system.systemId,
    partyOrgNo: story.customer.orgNo,
    rights: isAgent ? undefined : [aRight(story.resourceId)],
    accessPackages: [isAgent ? story.clientPackageUrn : story.packageUrn],
    ...differences,
  };
}

/** The same as a body on the wire. */
export function aRequestBody(story: RequestStory, differences: Readonly<Record<string, unknown>> = {}) {
  return {
    systemId: story.system.systemId,
    partyOrgNo: story.customer.orgNo,
    rights: [aRight(story.resourceId)],
    accessPackages: [{ urn: story.packageUrn }],
    ...differences,
  };
}

/** A stored request that waits for an answer. */
export async function aRequest(
  story: RequestStory,
  differences: Partial<RequestDetails> = {},
  now: Date = TEST_NOW,
): Promise<SystemUserRequest> {
  const context: Context = { ...as({ db: story.db, now }, story.vendor) };
  const { request } = await createRequest(context, aRequestOf(story, { externalRef: randomUUID(), ...differences }));
  return request;
}

/** Far from what the counters of requests give. */
let copied = 1_000_000;

/**
 * Many requests like one that is there, all sent at its time, under the references `ref-0`, `ref-1` …
 * @param of the request, or change request, that they are copies of
 */
export async function manyRequests(db: Db, of: SystemUserRequest | ChangeRequest, count: number): Promise<string[]> {
  const table = of.kind === 'change' ? db.tables.changeRequests : db.tables.systemUserRequests;
  const [row] = await db.select().from(table).where(eq(table.id, of.id));
  if (!row) throw new Error('The request is not there.');
  const copies = Array.from({ length: count }, (_, index) => ({
    ...row,
    id: randomUUID(),
    sequenceNo: copied + index,
    externalRef: `ref-${index}`,
    ...('liveKey' in row ? { liveKey: null } : {}),
  }));
  copied += count;
  await db.insert(table).values(copies);
  return copies.map(({ id }) => id);
}

/** A request that the general manager has approved; its system user has the same id. */
export async function anApprovedRequest(
  story: RequestStory,
  differences: Partial<RequestDetails> = {},
): Promise<SystemUserRequest> {
  const request = await aRequest(story, differences);
  await approveRequest(as({ db: story.db, now: TEST_NOW }, story.pia), {
    kind: request.kind,
    id: request.id,
    party: { uuid: story.customer.uuid },
  });
  return request;
}

/** A stored change of the system user, which waits for an answer. */
export async function aChangeRequest(
  story: RequestStory,
  systemUserId: string,
  differences: Partial<ChangeDetails> = {},
): Promise<ChangeRequest> {
  const made = await createChangeRequest(as({ db: story.db, now: TEST_NOW }, story.vendor), {
    correlationId: randomUUID(),
    systemUserId,
    requiredRights: [],
    unwantedRights: [],
    requiredAccessPackages: [],
    unwantedAccessPackages: [story.packageUrn],
    ...differences,
  });
  if (made.outcome === 'no-change-needed') throw new Error('The change asks for nothing.');
  return made.request;
}

/** The general manager's yes to a change. */
export async function approveChange(story: RequestStory, request: ChangeRequest): Promise<void> {
  const context = as({ db: story.db, now: TEST_NOW }, story.pia);
  await approveChangeRequest(context, { id: request.id, party: { uuid: story.customer.uuid } });
}
