import type { Transaction } from '#db/open.ts';
import { assertPerson } from '../context/assert.ts';
import type { Context, PersonActor } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { ProblemError } from '../kernel/errors.ts';
import { grantPackages, grantRights, revokePackages, revokeRights } from '../systemusers/delegate.ts';
import { delegationsOf } from '../systemusers/delegations.ts';
import { lockSystemUser } from '../systemusers/find-system-user.ts';
import type { DelegatedRight, Delegations } from '../systemusers/model.ts';
import { type Approval, findCurrentSystem } from './approve-request.ts';
import { assertDelegable } from './assert-delegable.ts';
import { assertWithinSystem, resourceIdsIn } from './contents.ts';
import { notifyForwarders } from './forwarding/notify-forwarders.ts';
import type { ChangeRequest } from './model.ts';
import { openForAnswer } from './open-for-answer.ts';
import { recordRequestEvent } from './record-request-event.ts';
import { moveRequest, selectChangeRequest } from './store.ts';

/**
 * Says yes to a change: grants what is missing and revokes what is unwanted in one transaction. What the system user has
 * already needs no check; a change that changes nothing is accepted.
 * @throws BareError 401, 403 · ProblemError AUTH-00010, AUTH-00041, AUTH-00013, AUTH-00011, REQ-00004, REQ-00001,
 * AUTH-00015 when the system user has ended, AUTH-00001 (not the system's, or not the person's to give), AUTH-00063,
 * AUTH-00064, AUTH-00053.
 * @see altinn-api.md §9.4
 */
export async function approveChangeRequest(context: Context, input: Omit<Approval<'change'>, 'kind'>): Promise<void> {
  assertPerson(context);
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    // Held before the request, as by those who withdraw the system user: neither waits for the other.
    const asked = await selectChangeRequest(tx, input.id);
    const systemUser = asked && (await lockSystemUser(tx, asked.systemUserId));
    const open = await openForAnswer(tx, inside, { ...input, kind: 'change', decision: 'approve' });
    if (!open) return;
    const { request, actor, organisation } = open;
    const system = await findCurrentSystem(tx, request, input.digest);
    if (!systemUser || systemUser.isDeleted || systemUser.userType === 'agent') throw authProblem('AUTH-00015');
    await assertWithinSystem(tx, system, {
      rights: request.requiredRights,
      accessPackages: request.requiredAccessPackages,
    });
    const before = await delegationsOf(tx, systemUser.id);
    await apply(tx, request, { actor, before, at: context.now });
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
      before: { status: 'New', ...before },
      after: { status: 'Accepted', systemUserId: systemUser.id, ...(await delegationsOf(tx, systemUser.id)) },
    });
    await notifyForwarders(tx, { kind: 'approved', request, at: context.now, by: actor.name });
  });
}

async function apply(
  tx: Transaction,
  request: ChangeRequest,
  { actor, before, at }: { readonly actor: PersonActor; readonly before: Delegations; readonly at: Date },
): Promise<void> {
  const packages = request.requiredAccessPackages.filter((urn) => !before.packages.includes(urn));
  const rights = await rightsToGive(tx, request, { actor, before, packages });
  await grantPackages(tx, request.systemUserId, packages, at);
  await grantRights(tx, request.systemUserId, rights, at);
  await revokeRights(tx, request.systemUserId, resourceIdsIn(request.unwantedRights), at);
  const unwanted = request.unwantedAccessPackages.filter((urn) => before.packages.includes(urn));
  await revokePackages(tx, request.systemUserId, unwanted, at);
}

/** A change has one number for every right that the person cannot give. */
async function rightsToGive(
  tx: Transaction,
  request: ChangeRequest,
  given: { readonly actor: PersonActor; readonly before: Delegations; readonly packages: readonly string[] },
): Promise<readonly DelegatedRight[]> {
  const held = given.before.rights.map((right) => right.resourceId);
  const wanted = {
    resourceIds: resourceIdsIn(request.requiredRights).filter((id) => !held.includes(id)),
    packageUrns: given.packages,
  };
  try {
    return await assertDelegable(tx, given.actor, request.partyUuid, wanted);
  } catch (error) {
    const isRefusedRight = error instanceof ProblemError && error.status === 403;
    throw isRefusedRight ? authProblem('AUTH-00001') : error;
  }
}
