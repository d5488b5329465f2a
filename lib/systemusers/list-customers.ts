import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { assertVendor } from '../register/assert-vendor.ts';
import { findSystem, listSystemsOf } from '../register/find-system.ts';
import { type RegisteredSystem, resourceIdsOf } from '../register/model.ts';
import { findAccessPackages } from '../resources/access-packages/find-access-package.ts';
import { clientDelegationsOf } from './clients/client-delegations.ts';
import { delegationsOf } from './delegations.ts';
import type { Delegations, SystemUser } from './model.ts';
import { selectSystemUser, toSystemUser } from './store.ts';

/** One customer of a vendor: the system user there, and how what it was given compares with what its system needs. */
export type Customer = {
  readonly user: SystemUser;
  readonly system: RegisteredSystem;
  readonly name: string;
  readonly delegations: Delegations;
  /** Resource ids and package URNs that the system asks of this kind of system user. */
  readonly needed: { readonly rights: readonly string[]; readonly packages: readonly string[] };
  /** How many of those the customer has not given. */
  readonly missing: number;
  /** How many clients an agent acts for; 0 for a standard system user. */
  readonly clients: number;
};

/**
 * Lists the live system users of a vendor's systems, oldest first, or of one system.
 * @throws BareError 401, 403
 */
export async function listCustomers(
  context: Context,
  input: { readonly vendorOrgNo: string; readonly systemId?: string | undefined },
): Promise<readonly Customer[]> {
  const { db } = context;
  await assertVendor(context, input.vendorOrgNo);
  const systems = (await listSystemsOf(db, input.vendorOrgNo)).filter(
    ({ systemId }) => input.systemId === undefined || systemId === input.systemId,
  );
  const byId = new Map(systems.map((system) => [system.internalId, system]));
  if (byId.size === 0) return [];
  const { systemUsers } = db.tables;
  const rows = await db
    .select()
    .from(systemUsers)
    .where(and(inArray(systemUsers.systemInternalId, [...byId.keys()]), eq(systemUsers.isDeleted, false)))
    .orderBy(asc(systemUsers.createdAt), asc(systemUsers.id));
  const customers: Customer[] = [];
  for (const user of rows.map(toSystemUser)) {
    const system = byId.get(user.systemInternalId);
    if (system) customers.push(await toCustomer(db, user, system));
  }
  return customers;
}

/**
 * Reads one system user as the vendor of its system, an ended one too.
 * @throws BareError 401, 403 for strangers · ProblemError 404
 */
export async function readCustomer(context: Context, id: string): Promise<Customer> {
  const { db } = context;
  const user = await selectSystemUser(db, eq(db.tables.systemUsers.id, id));
  const system = user && (await findSystem(db, { internalId: user.systemInternalId }));
  if (!user || !system) throw statusProblem(404);
  await assertVendor(context, user.vendorOrgNo);
  return toCustomer(db, user, system);
}

async function toCustomer(db: Db, user: SystemUser, system: RegisteredSystem): Promise<Customer> {
  const delegations = await delegationsOf(db, user.id);
  const needed = await neededBy(db, user, system);
  const given = new Set([...delegations.rights.map(({ resourceId }) => resourceId), ...delegations.packages]);
  return {
    user,
    system,
    name: (await findOrganisation(db, user.partyOrgNo))?.name ?? user.partyOrgNo,
    delegations,
    needed,
    missing: [...needed.rights, ...needed.packages].filter((need) => !given.has(need)).length,
    clients: user.userType === 'agent' ? (await clientDelegationsOf(db, user.id)).length : 0,
  };
}

/** Standard users take rights and assignable packages, agents the delegable packages alone. */
async function neededBy(db: Db, { userType }: SystemUser, system: RegisteredSystem): Promise<Customer['needed']> {
  const catalogue = await findAccessPackages(db, system.accessPackages);
  const packages = system.accessPackages.filter((urn) => {
    const found = catalogue.get(urn);
    return userType === 'agent' ? found?.isDelegable : found?.isAssignable;
  });
  const rights = userType === 'agent' ? [] : [...new Set(system.rights.flatMap(resourceIdsOf))];
  return { rights, packages };
}
