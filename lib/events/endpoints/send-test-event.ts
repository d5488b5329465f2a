import { randomUUID } from 'node:crypto';
import type { Context } from '../../context/context.ts';
import { TEST_EVENT, type VendorEvent } from '../model.ts';
import { insertDeliveries, insertEvent } from '../store.ts';
import { assertChanging, ownEndpoint, recordEndpoint } from './own-endpoint.ts';

/**
 * Queues an event that means nothing for one address, whatever it listens to.
 * @throws BareError 401, 403 · ProblemError 403 agreement-missing, 404 `webhook_not_found`
 */
export async function sendTestEvent(context: Context, { endpointId }: { readonly endpointId: string }): Promise<void> {
  const vendorOrgNo = await assertChanging(context);
  const id = randomUUID();
  await context.db.transaction(async (tx) => {
    const endpoint = await ownEndpoint({ db: tx }, vendorOrgNo, endpointId);
    const event: VendorEvent = {
      id,
      type: TEST_EVENT,
      vendorOrgNo,
      systemId: undefined,
      subject: endpointId,
      orderKey: id,
      data: {},
      at: context.now,
    };
    await insertEvent(tx, event, `${TEST_EVENT}|${id}`);
    await insertDeliveries(tx, event, [endpointId]);
    await recordEndpoint(tx, context, { did: 'tested', endpoint });
  });
}
