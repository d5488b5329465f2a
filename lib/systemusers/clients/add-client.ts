import type { Transaction } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { clientsOf } from '../../parties/clients.ts';
import type { Organisation } from '../../parties/model.ts';
import { hasEvery } from './eligible-clients.ts';
import { type AgentKey, type OpenAgent, openAgent } from './open-agent.ts';
import { putClient } from './store.ts';

/**
 * Lets an agent system user act for a client of its owner.
 * @param input.providerUuid party uuid of the organisation that the client has the relation to: the owner itself.
 * @returns the client
 * @throws BareError 401, 403 · ProblemError 400 on `return`, AUTH-00034, 39, 63, 79, 80.
 * @see altinn-api.md §10.4
 */
export async function addClient(
  context: Context,
  input: AgentKey & { readonly providerUuid: string; readonly clientUuid: string },
): Promise<Organisation> {
  return context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const agent = await openAgent(inside, input, 'client-administration.write');
    if (input.providerUuid !== agent.owner.uuid) throw authProblem('AUTH-00039');
    return addClientTo(tx, inside, agent, input.clientUuid);
  });
}

/**
 * Adds a client of the owner to an agent that the caller has opened, when the client gave the owner every package.
 * @throws ProblemError AUTH-00063 an agent without packages, AUTH-00079 not a client, AUTH-00080 a package is missing.
 */
export async function addClientTo(
  tx: Transaction,
  context: Context,
  agent: OpenAgent,
  clientUuid: string,
): Promise<Organisation> {
  if (agent.packages.length === 0) throw authProblem('AUTH-00063');
  const found = (await clientsOf(tx, agent.owner.uuid)).find((each) => each.client.uuid === clientUuid);
  if (!found) throw authProblem('AUTH-00079');
  if (!hasEvery(found, agent.packages)) throw authProblem('AUTH-00080');
  await putClient(tx, context, agent, found.client);
  return found.client;
}
