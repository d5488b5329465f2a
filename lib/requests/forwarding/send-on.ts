import type { Transaction } from '#db/open.ts';
import { env } from '../../config/env.ts';
import type { Context, PersonActor } from '../../context/context.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { type AnyRequest, isAnswerable } from '../model.ts';
import { notifyManagers, notifyPeople } from '../notices/queue-notices.ts';
import { requestProblem } from '../problems.ts';
import { recordRequestEvent } from '../record-request-event.ts';
import { markEscalated } from '../store.ts';
import { ATTEMPTS_MAX, type Forward, lastNoticeAt } from './model.ts';
import { saveForward, selectForwards } from './store.ts';

/** Who sends what on, and to whom; without `to` it goes to every access manager. */
export type SendingOn = {
  readonly request: AnyRequest;
  readonly actor: PersonActor;
  readonly to?: { readonly uuid: string; readonly name: string } | undefined;
};

/**
 * Sends a request on, inside the caller's transaction; the caller has held the request and decided that the person may.
 * The first time sets the flag, writes the audit row and the notice. Again to the same on the same day changes nothing.
 * @throws ProblemError REQ-00003 when somebody presses without end.
 */
export async function sendOn(tx: Transaction, context: Context, { request, actor, to }: SendingOn): Promise<void> {
  const { now } = context;
  const known = (await selectForwards(tx, [request.id])).find((forward) => forward.fromUuid === actor.partyUuid);
  const isRecent = known !== undefined && now.getTime() - lastNoticeAt(known).getTime() < DAY_MS;
  const same = known?.toUuid === to?.uuid ? known : undefined;
  if (known && isRecent && known.attempts >= ATTEMPTS_MAX) throw requestProblem('REQ-00003');

  const forward: Forward = {
    requestId: request.id,
    fromUuid: actor.partyUuid,
    fromName: actor.name,
    toUuid: to?.uuid,
    toName: to?.name,
    forwardedAt: same?.forwardedAt ?? now,
    remindedAt: same && !isRecent ? now : same?.remindedAt,
    attempts: isRecent ? known.attempts + 1 : 1,
  };
  await saveForward(tx, forward);
  if (same && isRecent) return;
  await markEscalated(tx, request, now);
  await recordRequestEvent(tx, context, {
    request,
    did: 'forwarded',
    onBehalfOf: request.partyOrgNo,
    after: { to: to?.name ?? 'access managers' },
  });
  if (!isAnswerable(request, now, env().REQUEST_EXPIRY_DAYS)) return;
  const occasion = { kind: same ? 'reminded' : 'forwarded', request, at: now, by: actor.name } as const;
  await (to ? notifyPeople(tx, occasion, [to.uuid]) : notifyManagers(tx, occasion));
}
