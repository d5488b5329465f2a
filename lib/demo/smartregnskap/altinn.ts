import { type Answer, callService, membersOf, ServiceError } from './call-service.ts';
import { getToken } from './get-token.ts';
import type { Settings } from './settings.ts';

const REQUESTS = '/authentication/api/v1/systemuser/request/vendor';
const READ = 'altinn:authentication/systemuser.request.read';
const WRITE = 'altinn:authentication/systemuser.request.write';

/** Thrown when Altinn refuses a call; the code is its own, such as `AUTH-00004`. */
export class AltinnRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'AltinnRefused';
    this.code = code;
  }
}

/** What SmartRegnskap needs of a request that was sent to a customer. */
export type SentRequest = {
  readonly id: string;
  readonly status: string;
  readonly timedOut: boolean;
  readonly confirmUrl: string;
};

/**
 * Asks a customer for a system user with what SmartRegnskap needs. Asking again gives the same request, whatever became of it.
 * @throws AltinnRefused, TokenRefused, ServiceError
 */
export async function sendRequest(settings: Settings, orgNo: string): Promise<SentRequest> {
  const answer = await call(settings, WRITE, '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      systemId: settings.systemId,
      partyOrgNo: orgNo,
      rights: [{ resource: [{ id: 'urn:altinn:resource', value: 'ske-krav-og-betalinger' }] }],
      accessPackages: [{ urn: 'urn:altinn:accesspackage:skatt-naering' }],
      redirectUrl: `${settings.url}/smartregnskap/tilbake?kunde=${orgNo}`,
    }),
  });
  return toSentRequest(answer);
}

/**
 * Reads what has become of a request.
 * @returns `undefined` when it is gone.
 * @throws AltinnRefused, TokenRefused, ServiceError
 */
export async function findRequest(settings: Settings, requestId: string): Promise<SentRequest | undefined> {
  const answer = await call(settings, READ, `/${requestId}`);
  return answer.status === 404 ? undefined : toSentRequest(answer);
}

/** Takes a request back, so that a new one can be sent. @throws AltinnRefused, TokenRefused, ServiceError */
export async function withdrawRequest(settings: Settings, requestId: string): Promise<void> {
  const answer = await call(settings, WRITE, `/${requestId}`, { method: 'DELETE' });
  if (answer.status !== 202 && answer.status !== 404) throw toRefusal(answer);
}

async function call(settings: Settings, scope: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const token = await exchange(settings, await getToken(settings, { scope }));
  const answer = await callService('Altinn', `${settings.platformUrl}${REQUESTS}${path}`, {
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${token}` },
  });
  if (answer.status >= 500) throw new ServiceError('Altinn', answer.body);
  return answer;
}

/** Altinn's own token for a Maskinporten token; the answer is the token itself. */
async function exchange(settings: Settings, token: string): Promise<string> {
  const answer = await callService('Altinn', `${settings.platformUrl}/authentication/api/v1/exchange/maskinporten`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (answer.status !== 200 || typeof answer.body !== 'string') throw new ServiceError('Altinn', answer.status);
  return answer.body;
}

function toSentRequest(answer: Answer): SentRequest {
  const body = membersOf(answer.body);
  const { id, status, confirmUrl } = body;
  if (answer.status >= 300 || typeof id !== 'string' || typeof status !== 'string' || typeof confirmUrl !== 'string') {
    throw toRefusal(answer);
  }
  return { id, status, confirmUrl, timedOut: body.timedOut === true };
}

function toRefusal(answer: Answer): AltinnRefused {
  const body = membersOf(answer.body);
  const text = body.detail ?? body.title ?? `HTTP ${answer.status}`;
  return new AltinnRefused(String(body.code ?? answer.status), String(text));
}
