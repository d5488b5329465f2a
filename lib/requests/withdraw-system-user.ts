import type { Transaction } from '#db/open.ts';
import { recordAudit } from '../audit/record.ts';
import { assertPerson } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { BareError } from '../kernel/errors.ts';
import { assertPowerAt, type PartyKey } from '../parties/assert-power-at.ts';
import { announceSystemUser } from '../systemusers/announce-system-user.ts';
import { clientDelegationsOf } from '../systemusers/clients/client-delegations.ts';
import { delegationsOf } from '../systemusers/delegations.ts';
import { endSystemUser } from '../systemusers/end-system-user.ts';
import { lockSystemUser } from '../systemusers/find-system-user.ts';
import type { SystemUserType } from '../systemusers/model.ts';
import { endRequests } from './end-requests.ts';

/** Which system user ends; the path must name its owner. */
export type Withdrawal = { readonly party: PartyKey; readonly systemUserId: string };

/**
 * Withdraws a standard system user: everything delegated to it is revoked at once, and the request that it came from
 * goes with it, so that the triple is free again.
 * @throws BareError 401, 403; 404 with body `0` when there is none · ProblemError AUTH-00024 another party's,
 * AUTH-00036 an agent.
 * @see altinn-api.md §10.3, §17.6
 */
export async function withdrawSystemUser(context: Context, input: Withdrawal): Promise<void> {
  await withdraw(context, input, {
    type: 'standard',
    missing: () => new BareError(404, '0', { 'content-type': 'application/json; charset=utf-8' }),
  });
}

/** Which agent ends; a person who has been told what that means lets its clients go with it. */
export type AgentWithdrawal = Withdrawal & {
  /** When given, must be the owner. */
  readonly facilitatorUuid?: string | undefined;
  readonly withClients?: boolean;
};

/**
 * Withdraws an agent system user; its request goes with it only when this succeeds.
 * @throws BareError 401, 403 · ProblemError AUTH-00015 none, AUTH-00024 another party's, AUTH-00034 not an agent,
 * AUTH-00035 it still acts for clients, and they were not meant to go with it.
 * @see altinn-api.md §10.4
 */
export async function withdrawAgentSystemUser(context: Context, input: AgentWithdrawal): Promise<void> {
  await withdraw(context, input, {
    type: 'agent',
    facilitatorUuid: input.facilitatorUuid,
    withClients: input.withClients ?? false,
    missing: () => authProblem('AUTH-00015'),
  });
}

type Rules = {
  readonly type: SystemUserType;
  readonly facilitatorUuid?: string | undefined;
  readonly withClients?: boolean;
  readonly missing: () => Error;
};

async function withdraw(context: Context, input: Withdrawal, rules: Rules): Promise<void> {
  assertPerson(context);
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const { actor, organisation } = await assertPowerAt(inside, input.party, 'access-management.write');
    const user = await lockSystemUser(tx, input.systemUserId);
    if (!user || user.isDeleted) throw rules.missing();
    if (user.partyOrgNo !== organisation.orgNo) throw authProblem('AUTH-00024');
    if (user.userType !== rules.type) throw authProblem(rules.type === 'agent' ? 'AUTH-00034' : 'AUTH-00036');
    if (rules.facilitatorUuid !== undefined && rules.facilitatorUuid !== organisation.uuid) {
      throw authProblem('AUTH-00024');
    }
    if (rules.withClients === false && (await actsForClients(tx, user.id))) throw authProblem('AUTH-00035');

    const held = await delegationsOf(tx, user.id);
    await endRequests(tx, user, context.now);
    await endSystemUser(tx, { id: user.id, at: context.now, byName: actor.name });
    await recordAudit(tx, inside, {
      action: 'systemuser.withdrawn',
      subjectType: 'systemuser',
      subjectId: user.id,
      onBehalfOf: organisation.orgNo,
      partyOrgNo: organisation.orgNo,
      vendorOrgNo: user.vendorOrgNo,
      before: { systemId: user.systemId, externalRef: user.externalRef, ...held },
    });
    await announceSystemUser(tx, { user, did: 'withdrawn', at: context.now });
  });
}

/** Acting for its owner is no reason to stay. */
async function actsForClients(tx: Transaction, systemUserId: string): Promise<boolean> {
  return (await clientDelegationsOf(tx, systemUserId)).some(({ isSelf }) => !isSelf);
}
