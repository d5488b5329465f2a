import type { Db } from '#db/open.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { findSystem } from '../register/find-system.ts';
import type { RegisteredSystem } from '../register/model.ts';
import { matchesRedirect } from '../register/redirect.ts';
import type { AnyRequest, RequestStatus } from './model.ts';

/**
 * Refuses a return address that is not on the system's list; an empty one passes and means none.
 * @throws ProblemError AUTH-00026 when the system lists none, AUTH-00021 when it lists others.
 * @see altinn-api.md §8.4
 */
export function assertRedirect(system: RegisteredSystem, redirectUrl: string | undefined): void {
  if (!redirectUrl) return;
  if (system.allowedRedirectUrls.length === 0) throw authProblem('AUTH-00026');
  if (!matchesRedirect(system, redirectUrl)) throw authProblem('AUTH-00021');
}

/** Where the person may be sent after answering, and whether the vendor wants the outcome on the address. */
export type RedirectTarget = { readonly url: string; readonly withResult: boolean };

/**
 * Checks the return address of a request again, against the system as it is now.
 * @returns `undefined` when there is none or it is no longer on the list, or the system is deleted or suspended.
 */
export async function redirectTarget(
  db: Db,
  request: Pick<AnyRequest, 'redirectUrl' | 'systemInternalId'>,
): Promise<RedirectTarget | undefined> {
  if (!request.redirectUrl) return undefined;
  const system = await findSystem(db, { internalId: request.systemInternalId });
  if (!system || system.isDeleted || system.isSuspended || !matchesRedirect(system, request.redirectUrl)) {
    return undefined;
  }
  const url = URL.parse(request.redirectUrl)?.href;
  return url === undefined ? undefined : { url, withResult: system.redirectResult };
}

/**
 * Puts the outcome on a return address. The vendor's own query stays, but for our names: what it put there itself counts
 * for nothing.
 * @param result a signed statement of the same, when the caller has made one
 */
export function toResultUrl(
  target: string,
  outcome: { readonly id: string; readonly status: RequestStatus; readonly result?: string | undefined },
): string {
  const url = new URL(target);
  url.searchParams.set('status', outcome.status);
  url.searchParams.set('id', outcome.id);
  if (outcome.result === undefined) url.searchParams.delete('result');
  else url.searchParams.set('result', outcome.result);
  return url.href;
}

/** A return address without the names under which an outcome stands: nothing has been decided. */
export function toUndecidedUrl(target: string): string {
  const url = new URL(target);
  for (const name of ['status', 'id', 'result']) url.searchParams.delete(name);
  return url.href;
}
