import { membersOf, ServiceError } from './call-service.ts';
import { refreshConnection } from './connect-customer.ts';
import type { Settings } from './settings.ts';
import { connectionOf, findCustomer, updateConnection } from './state.ts';
import { type Delivery, isGenuine } from './verify-webhook.ts';

/**
 * Takes an event about a customer. What it says is only the occasion to ask Altinn, so that one that comes twice or late
 * does no harm.
 * @returns the HTTP status of the answer: 204 taken, 401 not genuine, 404 not set up, 503 to be sent again.
 */
export async function receiveEvent(settings: Settings, delivery: Delivery, now: Date): Promise<204 | 401 | 404 | 503> {
  if (settings.webhookSecret === undefined) return 404;
  if (!isGenuine(settings.webhookSecret, delivery, now)) return 401;
  const { partyOrgNo, requestId, systemUserId } = membersOf(membersOf(JSON.parse(delivery.body)).data);
  if (typeof partyOrgNo !== 'string' || !findCustomer(settings.stateFile, partyOrgNo)) return 204;
  const { requestId: asked, status } = connectionOf(settings.stateFile, partyOrgNo);
  if (asked === undefined || (asked !== requestId && asked !== systemUserId)) return 204;
  try {
    const refreshed = await refreshConnection(settings, partyOrgNo);
    if (refreshed.status !== status) updateConnection(settings.stateFile, partyOrgNo, { heardAt: now.toISOString() });
    return 204;
  } catch (error) {
    if (error instanceof ServiceError) return 503;
    throw error;
  }
}
