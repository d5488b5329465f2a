import type { Transaction } from '#db/open.ts';
import { assertPerson } from '../context/assert.ts';
import type { Context, PersonActor } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import type { Organisation } from '../parties/model.ts';
import { findSystem } from '../register/find-system.ts';
import type { RegisteredSystem } from '../register/model.ts';
import { createSystemUser } from '../systemusers/create-system-user.ts';
import { grantPackages, grantRights } from '../systemusers/delegate.ts';
import { findLiveSystemUser } from '../systemusers/find-system-user.ts';
import type { DelegatedRight } from '../systemusers/model.ts';
import { assertDelegable } from './assert-delegable.ts';
import { assertContents, resourceIdsIn } from './contents.ts';
import { digestOf } from './digest.ts';
import { notifyForwarders } from './forwarding/notify-forwarders.ts';
import type { AnyRequest, SystemUserRequest } from './model.ts';
import { type AnswerKey, openForAnswer } from './open-for-answer.ts';
import { requestProblem } from './problems.ts';
import { recordRequestEvent } from './record-request-event.ts';
import { END_USER } from './scopes.ts';
import { moveRequest } from './store.ts';

/** A yes. With the digest of what was on the screen, it counts for exactly that. */
export type Approval<Kind extends AnyRequest['kind']> = AnswerKey<Kind> & { readonly digest?: string | undefined };

/**
 * Says yes to a new system user. Everything is decided and written in one transaction: the request is held, checked
 * against the system as it is now, what the person can give is given, and the status moves only if it is still New.
 * An agent's packages are kept as the template for later client delegations; nothing is delegated yet.
 * @throws BareError 401, 403 · ProblemError AUTH-00010/30, AUTH-00041/42, AUTH-00013, AUTH-00011, REQ-00004, REQ-00001
 * when what was shown has changed, AUTH-00003, AUTH-00004, AUTH-00001, AUTH-00058, AUTH-00059, AUTH-00063..65, and
 * those of the delegation check (AUTH-00014, 16, 18–20, 53, 68–71).
 * @see altinn-api.md §8.8, §17.4
 */
export async function approveRequest(context: Context, input: Approval<'standard' | 'agent'>): Promise<void> {
  assertPerson(context, END_USER);
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const open = await openForAnswer(tx, inside, { ...input, decision: 'approve' });
    if (!open) return;
    const { request, actor, organisation } = open;
    const system = await findCurrentSystem(tx, request, input.digest);
    if (await findLiveSystemUser(tx, request)) throw authProblem('AUTH-00004');
    await assertContents(tx, system, request.kind, request);
    const rights = await rightsToGive(tx, request, actor);
    await give(tx, request, { system, rights, organisation, actor, at: context.now });
    const moved = await moveRequest(tx, request, 'approve', {
      at: context.now,
      by: { uuid: actor.partyUuid, name: actor.name },
      idempotencyKey: input.idempotencyKey,
    });
    if (!moved) throw authProblem('AUTH-00013');
    await recordRequestEvent(tx, inside, {
      request,
      did: 'approved',
      onBehalfOf: organisation.orgNo,
      before: { status: 'New' },
      after: { status: 'Accepted', systemUserId: request.id, rights, accessPackages: request.accessPackages },
    });
    await notifyForwarders(tx, { kind: 'approved', request, at: context.now, by: actor.name });
  });
}

/**
 * Finds the system as it is now and compares with what the person saw.
 * @throws ProblemError AUTH-00011 when it is gone, REQ-00004 suspended, REQ-00001 changed.
 */
export async function findCurrentSystem(
  tx: Transaction,
  request: AnyRequest,
  digest: string | undefined,
): Promise<RegisteredSystem> {
  const system = await findSystem(tx, { internalId: request.systemInternalId });
  if (!system || system.isDeleted) throw authProblem('AUTH-00011');
  if (system.isSuspended) throw requestProblem('REQ-00004');
  if (digest !== undefined && digest !== digestOf(request, system)) throw requestProblem('REQ-00001');
  return system;
}

async function rightsToGive(
  tx: Transaction,
  request: SystemUserRequest,
  actor: PersonActor,
): Promise<readonly DelegatedRight[]> {
  if (request.kind === 'agent') return [];
  return assertDelegable(tx, actor, request.partyUuid, {
    resourceIds: resourceIdsIn(request.rights),
    packageUrns: request.accessPackages,
  });
}

async function give(
  tx: Transaction,
  request: SystemUserRequest,
  grant: {
    readonly system: RegisteredSystem;
    readonly rights: readonly DelegatedRight[];
    readonly organisation: Organisation;
    readonly actor: PersonActor;
    readonly at: Date;
  },
): Promise<void> {
  await createSystemUser(tx, {
    id: request.id,
    userType: request.kind,
    integrationTitle: request.integrationTitle,
    system: grant.system,
    party: grant.organisation,
    externalRef: request.externalRef,
    createdBy: { uuid: grant.actor.partyUuid, name: grant.actor.name },
    at: grant.at,
  });
  await grantRights(tx, request.id, grant.rights, grant.at);
  await grantPackages(tx, request.id, request.accessPackages, grant.at);
}
