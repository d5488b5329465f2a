import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { assertVendor } from './assert-vendor.ts';
import { isAnswerable } from './model.ts';
import { notifyManagers } from './notices/queue-notices.ts';
import { requestProblem } from './problems.ts';
import { recordRequestEvent } from './record-request-event.ts';
import { REQUEST_WRITE } from './scopes.ts';
import { lockRequest, moveRequest, selectChangeRequest, selectSystemUserRequest } from './store.ts';

/** What a vendor takes back; either type of system user request, or a change. */
export type WithdrawnRequest = {
  readonly what: 'request' | 'change';
  readonly id: string;
  readonly vendorOrgNo?: string | undefined;
};

/**
 * Takes a request back, whatever its status; its triple is free again, and a system user that came of it lives on.
 * Another vendor's request is as good as none. What the customer answers at the very same moment is not swept away:
 * the loser is told.
 * @throws BareError 401, 403 · ProblemError AUTH-00010 · REQ-00006 when it was answered in the meantime.
 * @see altinn-api.md §8.6
 */
export async function withdrawRequest(context: Context, input: WithdrawnRequest): Promise<void> {
  const vendorOrgNo = await assertVendor(context, REQUEST_WRITE, input.vendorOrgNo);
  const seen =
    input.what === 'change'
      ? await selectChangeRequest(context.db, input.id)
      : await selectSystemUserRequest(context.db, input.id);
  if (!seen || seen.isDeleted || seen.vendorOrgNo !== vendorOrgNo) throw authProblem('AUTH-00010');

  await context.db.transaction(async (tx) => {
    const request = await lockRequest(tx, seen);
    if (!request || request.isDeleted) throw authProblem('AUTH-00010');
    if (request.status !== seen.status) throw requestProblem('REQ-00006');
    await moveRequest(tx, request, 'withdraw', { at: context.now });
    await recordRequestEvent(tx, context, {
      request,
      did: 'withdrawn',
      onBehalfOf: vendorOrgNo,
      before: { status: request.status },
    });
    if (isAnswerable(request, context.now, env().REQUEST_EXPIRY_DAYS)) {
      await notifyManagers(tx, { kind: 'withdrawn', request, at: context.now });
    }
  });
}
