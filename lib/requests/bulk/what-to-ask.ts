import type { Db } from '#db/open.ts';
import { findResources } from '../../resources/find-resource.ts';
import type { Customer, Needs } from '../../systemusers/customers/model.ts';
import { resourceIdsIn } from '../contents.ts';
import type { ChangeRequest } from '../model.ts';
import { waitingChangesOf } from '../waiting-changes.ts';
import type { CustomerToAsk } from './model.ts';

export const NOTHING: Needs = { rights: [], packages: [] };

/**
 * Says of each customer what is left to ask it for. A service that its owner has closed is left out: the customer could
 * not say yes to anything beside it.
 */
export async function whatToAsk(db: Db, customers: readonly Customer[], now: Date): Promise<readonly CustomerToAsk[]> {
  const open = await waitingChangesOf(
    db,
    customers.map(({ user }) => user.id),
    now,
  );
  const openOf = Map.groupBy(open, ({ systemUserId }) => systemUserId);
  const services = await findResources(
    db,
    customers.flatMap(({ needed }) => needed.rights),
  );
  const isOpen = (id: string) => services.get(id)?.delegable === true;
  return customers.map((customer) => toAsk(customer, openOf.get(customer.user.id) ?? [], isOpen));
}

function toAsk(
  customer: Customer,
  open: readonly ChangeRequest[],
  isOpen: (resourceId: string) => boolean,
): CustomerToAsk {
  const askedAt = open[0]?.createdAt;
  if (customer.user.userType === 'agent') return { customer, toAsk: NOTHING, askedAt };
  const { needed, delegations } = customer;
  const taken = new Set([
    ...delegations.rights.map(({ resourceId }) => resourceId),
    ...delegations.packages,
    ...open.flatMap(({ requiredRights, requiredAccessPackages }) => [
      ...resourceIdsIn(requiredRights),
      ...requiredAccessPackages,
    ]),
  ]);
  const rights = needed.rights.filter((id) => !taken.has(id) && isOpen(id));
  return { customer, toAsk: { rights, packages: needed.packages.filter((urn) => !taken.has(urn)) }, askedAt };
}

/** Whether there is anything to ask the customer for. */
export function isLacking({ rights, packages }: Needs): boolean {
  return rights.length + packages.length > 0;
}
