import { assertPerson } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { notifyForwarders } from './forwarding/notify-forwarders.ts';
import type { RequestKind } from './model.ts';
import { type AnswerKey, openForAnswer } from './open-for-answer.ts';
import { recordRequestEvent } from './record-request-event.ts';
import { moveRequest } from './store.ts';

/** A no, with a reason for the vendor when the person has given one. */
export type Rejection = AnswerKey<RequestKind> & { readonly reason?: string | undefined };

/**
 * Says no to a request of any kind. What the system user of a change has stays as it is.
 * @throws BareError 401, 403 · ProblemError AUTH-00010 (agent 30), AUTH-00041 (agent 42), AUTH-00013.
 * @see altinn-api.md §8.7, §9.4
 */
export async function rejectRequest(context: Context, input: Rejection): Promise<void> {
  assertPerson(context);
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const open = await openForAnswer(tx, inside, { ...input, decision: 'reject' });
    if (!open) return;
    const { request, actor, organisation } = open;
    const reason = input.reason || undefined;
    const moved = await moveRequest(tx, request, 'reject', {
      at: context.now,
      by: { uuid: actor.partyUuid, name: actor.name },
      idempotencyKey: input.idempotencyKey,
      rejectReason: reason,
    });
    if (!moved) throw authProblem('AUTH-00013');
    await recordRequestEvent(tx, inside, {
      request,
      did: 'rejected',
      onBehalfOf: organisation.orgNo,
      before: { status: 'New' },
      after: { status: 'Rejected', ...(reason ? { reason } : {}) },
    });
    await notifyForwarders(tx, { kind: 'rejected', request, at: context.now, by: actor.name });
  });
}
