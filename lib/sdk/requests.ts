import { randomUUID } from 'node:crypto';
import type { CallAltinn } from './call-altinn.ts';
import { asType } from './call-service.ts';
import { VENDOR_SCOPES } from './scopes.ts';
import { type AnswerOptions, pollForAnswer } from './wait-for-answer.ts';
import type { ChangeRequest, NewChange, NewRequest, SystemUserRequest } from './wire.ts';

const REQUESTS = '/authentication/api/v1/systemuser/request/vendor';
const CHANGES = '/authentication/api/v1/systemuser/changerequest/vendor';
const PATHS = { standard: REQUESTS, agent: `${REQUESTS}/agent`, change: CHANGES } as const;

/** A system user for the customer itself, one for an accountant's clients, or a change of one that is there. */
export type RequestKind = keyof typeof PATHS;

/** What a vendor asks its customers for, and hears of the answers. */
export function requestCalls(call: CallAltinn) {
  /** Where a request stands. */
  const requestStatus = async (id: string, kind: RequestKind = 'standard') => {
    const path = `${PATHS[kind]}/${encodeURIComponent(id)}`;
    return asType<SystemUserRequest | ChangeRequest>(await call({ scope: VENDOR_SCOPES.read, path }), 'status');
  };
  return {
    requestStatus,

    /**
     * Asks a customer for a system user. Asking again for the same system, customer and reference gives the request
     * that is there, whatever has become of it and whatever is asked for now: look at its `status`.
     */
    createRequest: async (request: NewRequest, kind: 'standard' | 'agent' = 'standard') => {
      const asking = { scope: VENDOR_SCOPES.ask, method: 'POST', path: PATHS[kind], body: request } as const;
      return asType<SystemUserRequest>(await call(asking), 'status');
    },

    /**
     * Asks for a change of a standard system user.
     * @param correlationId becomes the id of the request; with the same one the request that is there is given.
     * @returns `NoChangeNeeded` for a change of nothing
     */
    createChangeRequest: async (systemUserId: string, change: NewChange, correlationId: string = randomUUID()) => {
      const query = new URLSearchParams({ 'correlation-id': correlationId, 'system-user-id': systemUserId });
      const asking = { scope: VENDOR_SCOPES.ask, method: 'POST', path: `${CHANGES}?${query}`, body: change } as const;
      return asType<ChangeRequest>(await call(asking), 'status');
    },

    /**
     * Waits until a request has been answered or its deadline is past, asking ever less often.
     * @returns the request as it stands then: see whether its `status` is `Accepted`
     * @throws NoAnswerYet when the time is up; the signal's reason when it is aborted; AltinnRefused (AUTH-00010) when the
     *   request is gone. A service that is away for a while is waited for.
     */
    waitForAnswer: (id: string, { kind, ...options }: AnswerOptions & { readonly kind?: RequestKind } = {}) =>
      pollForAnswer(() => requestStatus(id, kind), options),

    /** Takes a request of any kind back, so that another can be sent in its place. */
    withdrawRequest: async (id: string, kind: RequestKind = 'standard'): Promise<void> => {
      const path = `${kind === 'change' ? CHANGES : REQUESTS}/${encodeURIComponent(id)}`;
      await call({ scope: VENDOR_SCOPES.ask, method: 'DELETE', path });
    },
  };
}
