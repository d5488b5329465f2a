import type { Context } from '../../context/context.ts';
import { listCustomers } from '../../systemusers/list-customers.ts';
import { selectChangeRequests } from '../store.ts';
import type { CustomerToAsk } from './model.ts';
import { toAsk } from './to-ask.ts';

/** How many waiting changes of a vendor are looked at. */
const WAITING_MAX = 10_000;

/**
 * Lists a vendor's customers, oldest first, with what there is to ask each for.
 * @throws BareError 401, 403
 */
export async function listCustomersToAsk(
  context: Context,
  input: { readonly vendorOrgNo: string },
): Promise<readonly CustomerToAsk[]> {
  const { db, now } = context;
  const customers = await listCustomers(context, input);
  const waiting = Map.groupBy(
    await selectChangeRequests(db, { ...input, status: 'New', newestFirst: true, limit: WAITING_MAX }),
    ({ systemUserId }) => systemUserId,
  );
  const found: CustomerToAsk[] = [];
  for (const customer of customers) found.push(await toAsk(db, customer, waiting.get(customer.user.id) ?? [], now));
  return found;
}
