import type { Transaction } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { assertPerson } from '../../context/assert.ts';
import type { Context, PersonActor } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { forbidden } from '../../kernel/errors.ts';
import { hasRelation } from '../../parties/roles.ts';
import { accessManagersOf } from '../access-managers.ts';
import { type AnyRequest, isAnswerable } from '../model.ts';
import { notifyManagers, notifyPeople } from '../notices/queue-notices.ts';
import { noSuchRequest, requestProblem } from '../problems.ts';
import { END_USER } from '../scopes.ts';
import { lockRequest, type RequestKey } from '../store.ts';
import { mayRemind } from './model.ts';
import { sendOn } from './send-on.ts';
import { saveForward, selectForwards } from './store.ts';

/**
 * Sends a waiting request on to one named access manager of its customer, or to all of them.
 * @param input.toUuid party uuid of the person; without it everybody who may answer is told.
 * @throws BareError 401, 403 for a person without a relation to the customer · ProblemError AUTH-00010/30, AUTH-00013,
 * REQ-00005 when the person named may not answer, REQ-00003.
 */
export async function forwardRequest(
  context: Context,
  input: RequestKey & { readonly toUuid?: string | undefined },
): Promise<void> {
  const actor = assertPerson(context, END_USER);
  await context.db.transaction(async (tx) => {
    const request = await openForSending(tx, context.now, { ...input, actor });
    const managers = await accessManagersOf(tx, request.partyUuid);
    const to = managers.find(({ person }) => person.uuid === input.toUuid)?.person;
    if (input.toUuid !== undefined && !to) throw requestProblem('REQ-00005');
    await sendOn(tx, { ...context, db: tx }, { request, actor, to });
  });
}

/**
 * Reminds those to whom a request was sent on, at most once a day whoever asks.
 * @throws BareError 401, 403 · ProblemError AUTH-00010/30, AUTH-00013, REQ-00003 when a day has not passed.
 */
export async function remindRequest(context: Context, input: RequestKey): Promise<void> {
  const actor = assertPerson(context, END_USER);
  await context.db.transaction(async (tx) => {
    const request = await openForSending(tx, context.now, { ...input, actor });
    const forwards = await selectForwards(tx, [request.id]);
    if (!mayRemind(forwards, context.now)) throw requestProblem('REQ-00003');
    for (const forward of forwards) await saveForward(tx, { ...forward, remindedAt: context.now, attempts: 1 });
    const occasion = { kind: 'reminded', request, at: context.now, by: actor.name } as const;
    const named = forwards.map((forward) => forward.toUuid).filter((uuid) => uuid !== undefined);
    if (named.length === forwards.length) await notifyPeople(tx, occasion, named);
    else await notifyManagers(tx, occasion);
  });
}

async function openForSending(
  tx: Transaction,
  now: Date,
  input: RequestKey & { readonly actor: PersonActor },
): Promise<AnyRequest> {
  const request = await lockRequest(tx, input);
  if (!request || request.isDeleted) throw noSuchRequest(input.kind);
  if (!(await hasRelation(tx, request.partyUuid, input.actor.partyUuid))) throw forbidden();
  if (!isAnswerable(request, now, env().REQUEST_EXPIRY_DAYS)) throw authProblem('AUTH-00013');
  return request;
}
