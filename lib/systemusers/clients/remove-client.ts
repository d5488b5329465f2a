import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { findParty } from '../../parties/find-party.ts';
import { type AgentKey, openAgent } from './open-agent.ts';
import { dropClient } from './store.ts';

/**
 * Ends what an agent system user may do for a client.
 * @throws BareError 401, 403 · ProblemError 400 on `return`, AUTH-00034, AUTH-00031 when the provider is not the owner or
 * the client was never added.
 * @see altinn-api.md §10.4
 */
export async function removeClient(
  context: Context,
  input: AgentKey & { readonly providerUuid: string; readonly clientUuid: string },
): Promise<void> {
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const agent = await openAgent(inside, input, 'client-administration.write');
    if (input.providerUuid !== agent.owner.uuid) throw authProblem('AUTH-00031');
    if (input.clientUuid === agent.owner.uuid) throw authProblem('AUTH-00031');
    const client = await findParty(tx, { uuid: input.clientUuid });
    const orgNo = client?.kind === 'organisation' ? client.orgNo : undefined;
    if (!(await dropClient(tx, inside, agent, { uuid: input.clientUuid, orgNo }))) throw authProblem('AUTH-00031');
  });
}
