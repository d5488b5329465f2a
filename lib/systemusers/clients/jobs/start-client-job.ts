import { randomUUID } from 'node:crypto';
import { recordAudit } from '../../../audit/record.ts';
import type { Context } from '../../../context/context.ts';
import { bindingProblem } from '../../../kernel/errors.ts';
import { clientDelegationsOf } from '../client-delegations.ts';
import { eligibleClientsOf } from '../eligible-clients.ts';
import { type AgentKey, type OpenAgent, openAgent } from '../open-agent.ts';
import { type ClientChange, JOB_CLIENTS_MAX } from './model.ts';
import { insertJob } from './store.ts';

/** What to do with which clients; `all` means every one that it can be done with now. */
export type ClientJobOrder = AgentKey & {
  readonly change: ClientChange;
  readonly clientUuids: readonly string[] | 'all';
};

/**
 * Orders a change of many clients of an agent. It is carried out client by client in the background, each with the
 * person's authority of that moment, by whichever process comes to it; see `workOnClientJobs`.
 * @returns how many clients the job has; without any there is none.
 * @throws BareError 401, 403 · ProblemError 400 above 2,000 clients, or on `return`; AUTH-00034.
 */
export async function startClientJob(context: Context, order: ClientJobOrder): Promise<number> {
  return context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const agent = await openAgent(inside, order, 'client-administration.write');
    const asked = order.clientUuids === 'all' ? await allOf(inside, agent, order.change) : order.clientUuids;
    const clientUuids = [...new Set(asked)];
    if (clientUuids.length > JOB_CLIENTS_MAX) {
      throw bindingProblem({ client: [`At most ${JOB_CLIENTS_MAX} clients at a time.`] });
    }
    if (clientUuids.length === 0) return 0;
    const { actor, owner, user } = agent;
    const job = {
      id: randomUUID(),
      systemUserId: user.id,
      partyUuid: owner.uuid,
      change: order.change,
      personUuid: actor.partyUuid,
      authenticationLevel: actor.authenticationLevel,
      createdAt: context.now,
    };
    await insertJob(tx, job, clientUuids);
    await recordAudit(tx, context, {
      action: 'client-round.started',
      subjectType: 'systemuser',
      subjectId: user.id,
      onBehalfOf: owner.orgNo,
      partyOrgNo: owner.orgNo,
      vendorOrgNo: user.vendorOrgNo,
      after: { change: order.change, clients: clientUuids.length },
    });
    return clientUuids.length;
  });
}

async function allOf({ db }: Context, { owner, user, packages }: OpenAgent, change: ClientChange): Promise<string[]> {
  const connected = (await clientDelegationsOf(db, user.id)).filter(({ isSelf }) => !isSelf);
  const uuids = connected.map(({ clientUuid }) => clientUuid);
  if (change === 'remove') return uuids;
  const eligible = await eligibleClientsOf(db, owner.uuid, packages);
  return eligible.map(({ client }) => client.uuid).filter((uuid) => !uuids.includes(uuid));
}
