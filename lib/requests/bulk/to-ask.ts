import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { findResources } from '../../resources/find-resource.ts';
import type { Customer } from '../../systemusers/list-customers.ts';
import { resourceIdsIn } from '../contents.ts';
import { type ChangeRequest, isTimedOut } from '../model.ts';
import type { CustomerToAsk, Lacking } from './model.ts';

const NOTHING: Lacking = { rights: [], packages: [] };

/**
 * Says what is left to ask a customer for. A service that its owner has closed is left out: the customer could not say
 * yes to anything beside it.
 * @param waiting changes of this system user that the customer has not answered
 */
export async function toAsk(
  db: Db,
  customer: Customer,
  waiting: readonly ChangeRequest[],
  now: Date,
): Promise<CustomerToAsk> {
  const open = waiting.filter((request) => !isTimedOut(request, now, env().REQUEST_EXPIRY_DAYS));
  const askedAt = open.map(({ createdAt }) => createdAt).sort((one, other) => other.getTime() - one.getTime())[0];
  if (customer.user.userType === 'agent' || customer.missing === 0) return { customer, toAsk: NOTHING, askedAt };
  const { needed, delegations } = customer;
  const taken = new Set([
    ...delegations.rights.map(({ resourceId }) => resourceId),
    ...delegations.packages,
    ...open.flatMap(({ requiredRights, requiredAccessPackages }) => [
      ...resourceIdsIn(requiredRights),
      ...requiredAccessPackages,
    ]),
  ]);
  const rights = needed.rights.filter((id) => !taken.has(id));
  const services = await findResources(db, rights);
  return {
    customer,
    askedAt,
    toAsk: {
      rights: rights.filter((id) => services.get(id)?.delegable),
      packages: needed.packages.filter((urn) => !taken.has(urn)),
    },
  };
}

/** Whether there is anything to ask the customer for. */
export function isLacking({ rights, packages }: Lacking): boolean {
  return rights.length + packages.length > 0;
}
