import type { Context } from '../../context/context.ts';
import { assertChanging, ownEndpoint, recordEndpoint } from '../endpoints/own-endpoint.ts';
import { eventProblem } from '../problems.ts';
import { clearFailures, requeueDelivery, selectLog } from './store.ts';

/** Which delivery is to be sent again; `number` as it stands in an address. */
export type Redelivery = { readonly endpointId: string; readonly number: string };

const NUMBER = /^[1-9][0-9]{0,14}$/;

/**
 * Sends a delivery again at once, whatever became of it, with the same id and all its attempts before it; an address that
 * rests is woken.
 * @throws BareError 401, 403 · ProblemError 403 agreement-missing, 404 `webhook_not_found`, `delivery_not_found`,
 * 409 `delivery_under_way`
 */
export async function redeliver(context: Context, { endpointId, number: text }: Redelivery): Promise<void> {
  const vendorOrgNo = await assertChanging(context);
  const number = NUMBER.test(text) ? Number(text) : 0;
  await context.db.transaction(async (tx) => {
    const endpoint = await ownEndpoint({ db: tx }, vendorOrgNo, endpointId);
    const [logged] = await selectLog(tx, endpoint.id, { number, limit: 1 });
    if (!logged) throw eventProblem('delivery_not_found');
    if (!(await requeueDelivery(tx, number, context.now))) throw eventProblem('delivery_under_way');
    await clearFailures(tx, endpoint.id);
    await recordEndpoint(tx, context, { did: 'resent', endpoint, about: { eventId: logged.event.id } });
  });
}
