import { assertPerson } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { assertPowerAt, type PartyKey } from '../parties/assert-power-at.ts';
import { isAllowed } from '../parties/authority.ts';
import { hasRelation } from '../parties/roles.ts';
import { isOfKind, type RequestKind, type RequestOf } from './model.ts';
import { END_USER } from './scopes.ts';
import { markOpened, selectRequest } from './store.ts';

type Key<Kind extends RequestKind> = { readonly kind: Kind; readonly id: string };

/**
 * Reads a request for the organisation that the path names.
 * @throws BareError 401, 403 · ProblemError AUTH-00010 unknown, withdrawn, or for another organisation.
 * @see altinn-api.md §8.7
 */
export async function readRequestForParty<Kind extends RequestKind>(
  context: Context,
  input: Key<Kind> & { readonly party: PartyKey },
): Promise<RequestOf<Kind>> {
  const { organisation } = await assertPowerAt(context, input.party, 'access-management.read');
  const request = await selectRequest(context.db, input);
  if (!request || request.isDeleted || !isOfKind(request, input.kind)) throw authProblem('AUTH-00010');
  if (request.partyOrgNo !== organisation.orgNo) throw authProblem('AUTH-00010');
  if (!request.firstOpenedAt) await markOpened(context.db, request, context.now);
  return request;
}

/**
 * Reads a request by its id alone, as somebody of the customer: who may answer, or who may only send it on.
 * @throws BareError 401, 403 without the portal's scope · ProblemError AUTH-00010, AUTH-00066 for strangers.
 * @see altinn-api.md §8.7
 */
export async function readRequest<Kind extends RequestKind>(
  context: Context,
  input: Key<Kind>,
): Promise<{ readonly request: RequestOf<Kind>; readonly userMayEscalateButNotApprove: boolean }> {
  const actor = input.kind === 'change' ? assertPerson(context) : assertPerson(context, END_USER);
  const request = await selectRequest(context.db, input);
  if (!request || request.isDeleted || !isOfKind(request, input.kind)) throw authProblem('AUTH-00010');
  const mayApprove = await isAllowed(context.db, actor, request.partyUuid, 'access-management.write');
  if (!mayApprove && !(await hasRelation(context.db, request.partyUuid, actor.partyUuid))) {
    throw authProblem('AUTH-00066');
  }
  if (!request.firstOpenedAt) await markOpened(context.db, request, context.now);
  return { request, userMayEscalateButNotApprove: !mayApprove };
}
