import type { Transaction } from '#db/open.ts';
import { env } from '../config/env.ts';
import type { Context, PersonActor } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { assertPowerAt, type PartyKey } from '../parties/assert-power-at.ts';
import type { Organisation } from '../parties/model.ts';
import { type Decision, isAnswerable, isAnswerGiven, isOfKind, type RequestKind, type RequestOf } from './model.ts';
import { noSuchRequest, wrongParty } from './problems.ts';
import { lockRequest } from './store.ts';

/** Which request a person answers, and for which organisation. */
export type AnswerKey<Kind extends RequestKind = RequestKind> = {
  readonly kind: Kind;
  readonly id: string;
  /** The organisation that the page or path names; it must be the request's own customer. */
  readonly party: PartyKey;
  /** Made once for each showing of the page; callers of the API send none. */
  readonly idempotencyKey?: string | undefined;
};

/** A request that waits, held by this transaction, with the person who may answer it. */
export type OpenRequest<Kind extends RequestKind> = {
  readonly request: RequestOf<Kind>;
  readonly actor: PersonActor;
  readonly organisation: Organisation;
};

/**
 * Opens a request for an answer: the gate that approving and rejecting share. Authority is looked up now, for the
 * request's own customer.
 * @param context whose `db` is the transaction
 * @returns `undefined` when this very answer was given before and there is nothing left to do
 * @throws BareError 401, 403 · ProblemError AUTH-00010 (agent 30), AUTH-00041 (agent 42), AUTH-00013 when it is answered
 * or expired.
 */
export async function openForAnswer<Kind extends RequestKind>(
  tx: Transaction,
  context: Context,
  key: AnswerKey<Kind> & { readonly decision: Decision },
): Promise<OpenRequest<Kind> | undefined> {
  const { actor, organisation } = await assertPowerAt(context, key.party, 'access-management.write');
  const request = await lockRequest(tx, key);
  if (!request || !isOfKind(request, key.kind)) throw noSuchRequest(key.kind);
  const isGiven = isAnswerGiven(request, { ...key, byUuid: actor.partyUuid });
  if (request.isDeleted && !isGiven) throw noSuchRequest(key.kind);
  if (request.partyOrgNo !== organisation.orgNo) throw wrongParty(key.kind);
  if (isGiven) return undefined;
  if (!isAnswerable(request, context.now, env().REQUEST_EXPIRY_DAYS)) throw authProblem('AUTH-00013');
  return { request, actor, organisation };
}
