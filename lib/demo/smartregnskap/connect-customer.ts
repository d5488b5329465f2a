import { AltinnRefused, findRequest, type SentRequest, sendRequest, withdrawRequest } from './altinn.ts';
import type { Connection, ConnectionStatus } from './model.ts';
import type { Settings } from './settings.ts';
import { connectionOf, updateConnection } from './state.ts';

/** Altinn's answer when the customer has a system user for this system already. */
const ALREADY_CONNECTED = 'AUTH-00004';

/**
 * Sends a customer the request, or finds the one that waits. One that was answered no or has run out is taken back and sent anew.
 * @throws AltinnRefused, TokenRefused, ServiceError
 */
export async function connectCustomer(settings: Settings, orgNo: string): Promise<Connection> {
  try {
    const found = await sendRequest(settings, orgNo);
    const request = isOver(found) ? await sendAnew(settings, orgNo, found) : found;
    return updateConnection(settings.stateFile, orgNo, {
      ...toConnection(request),
      askedAt: new Date().toISOString(),
    });
  } catch (error) {
    if (!(error instanceof AltinnRefused) || error.code !== ALREADY_CONNECTED) throw error;
    return updateConnection(settings.stateFile, orgNo, { status: 'connected' });
  }
}

/**
 * Asks Altinn what has become of the request; one that was sent anew in the meantime stays as it is. The answer at the
 * return address is not believed: anybody can write an address.
 * @throws AltinnRefused, TokenRefused, ServiceError
 */
export async function refreshConnection(settings: Settings, orgNo: string): Promise<Connection> {
  const connection = connectionOf(settings.stateFile, orgNo);
  if (connection.requestId === undefined) return connection;
  const request = await findRequest(settings, connection.requestId);
  const latest = connectionOf(settings.stateFile, orgNo);
  if (latest.requestId !== connection.requestId) return latest;
  const change = request === undefined ? ({ status: 'none' } as const) : toConnection(request);
  return updateConnection(settings.stateFile, orgNo, change);
}

async function sendAnew(settings: Settings, orgNo: string, old: SentRequest): Promise<SentRequest> {
  await withdrawRequest(settings, old.id);
  return sendRequest(settings, orgNo);
}

function isOver(request: SentRequest): boolean {
  return toStatus(request) === 'rejected';
}

function toConnection(request: SentRequest): Pick<Connection, 'status' | 'requestId' | 'confirmUrl'> {
  return { status: toStatus(request), requestId: request.id, confirmUrl: request.confirmUrl };
}

function toStatus(request: SentRequest): ConnectionStatus {
  if (request.status === 'Accepted') return 'connected';
  return request.status === 'New' && !request.timedOut ? 'waiting' : 'rejected';
}
