import type { Context } from '../../context/context.ts';
import { listReceivedAccess } from '../scopes/list-received-access.ts';
import type { NamedAccess } from '../scopes/schema.ts';
import { consumersOf } from './consumers.ts';

/** Lists the scopes that the caller's organisations have been given and may use now. @throws BareError 401, 403 */
export async function listApprovedAccess(context: Context): Promise<readonly NamedAccess[]> {
  const consumers = await consumersOf(context);
  const received = await Promise.all(
    consumers.map((consumer) => listReceivedAccess(consumer.context, { inactive: false })),
  );
  return received.flat().filter(({ state }) => state === 'APPROVED');
}
