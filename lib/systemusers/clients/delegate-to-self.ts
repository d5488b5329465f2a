import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { packagesHeld } from '../../parties/roles.ts';
import { findAccessPackages } from '../../resources/access-packages/find-access-package.ts';
import { findClientDelegation } from './client-delegations.ts';
import { type AgentKey, type OpenAgent, openAgent } from './open-agent.ts';
import { dropClient, putClient } from './store.ts';

/** Which agent, its owner by party id, and the owner's party uuid once more. */
type SelfKey = AgentKey & { readonly partyUuid: string };

/**
 * Lets an agent system user act for its owner too, with the owner's own packages.
 * @throws BareError 401, 403 · ProblemError 400 on `return`, AUTH-00034, 39, 63; AUTH-00064 for packages that cannot be
 * given directly; AUTH-00053 for those that the person may not pass on.
 * @see altinn-api.md §10.4
 */
export async function delegateToSelf(context: Context, input: SelfKey): Promise<void> {
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const agent = await openSelf(inside, input);
    if (agent.packages.length === 0) throw authProblem('AUTH-00063');
    await assertMayGive(tx, agent);
    await putClient(tx, inside, agent, agent.owner);
  });
}

/** Ends what an agent may do for its owner. @returns whether it could do anything @throws as `delegateToSelf` */
export async function revokeFromSelf(context: Context, input: SelfKey): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const agent = await openSelf(inside, input);
    return dropClient(tx, inside, agent, agent.owner);
  });
}

/** Whether an agent may act for its owner. @throws as `delegateToSelf` */
export async function isDelegatedToSelf(context: Context, input: SelfKey): Promise<boolean> {
  const agent = await openSelf(context, input);
  return (await findClientDelegation(context.db, agent.user.id, agent.owner.uuid)) !== undefined;
}

async function openSelf(context: Context, input: SelfKey): Promise<OpenAgent> {
  const agent = await openAgent(context, input, 'access-management.write');
  if (input.partyUuid !== agent.owner.uuid) throw authProblem('AUTH-00039');
  return agent;
}

async function assertMayGive(db: Db, agent: OpenAgent): Promise<void> {
  const { clientOnly, notHeld } = await hindrancesToSelf(db, agent);
  if (clientOnly.length > 0) throw authProblem('AUTH-00064', { NotDelegablePackages: clientOnly.join(', ') });
  if (notHeld.length > 0) throw authProblem('AUTH-00053');
}

/**
 * Lists the packages that keep an agent from acting for its owner too: those that are for clients only, and those that the
 * person may not pass on.
 */
export async function hindrancesToSelf(
  db: Db,
  { actor, owner, packages }: Pick<OpenAgent, 'actor' | 'owner' | 'packages'>,
): Promise<{ readonly clientOnly: readonly string[]; readonly notHeld: readonly string[] }> {
  const catalogue = await findAccessPackages(db, packages);
  const held = await packagesHeld(db, owner.uuid, actor.partyUuid);
  const mayGive = (urn: string) => held.some((each) => each.urn === urn && each.mayDelegate);
  return {
    clientOnly: packages.filter((urn) => !catalogue.get(urn)?.isAssignable),
    notHeld: packages.filter((urn) => !mayGive(urn)),
  };
}
