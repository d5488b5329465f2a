import type { Context, PersonActor } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { bindingProblem, forbidden } from '../../kernel/errors.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import type { Power } from '../../parties/authority.ts';
import type { Organisation } from '../../parties/model.ts';
import { delegationsOf } from '../delegations.ts';
import { findSystemUser } from '../find-system-user.ts';
import type { SystemUser } from '../model.ts';

/** A live agent system user, its owner, the person who manages it, and the packages that it works with. */
export type OpenAgent = {
  readonly actor: PersonActor;
  readonly owner: Organisation;
  readonly user: SystemUser;
  readonly packages: readonly string[];
};

/** Which agent, and the organisation in the path, which must be its owner. */
export type AgentKey = { readonly party: PartyKey; readonly systemUserId: string };

/**
 * Finds an agent system user that the caller may manage.
 * @throws BareError 401, 403 without the power, or for another party's · ProblemError 400 on `return` when there is none,
 * AUTH-00034 for a standard one.
 */
export async function openAgent(context: Context, key: AgentKey, power: Power): Promise<OpenAgent> {
  const { actor, organisation: owner } = await assertPowerAt(context, key.party, power);
  const user = await findSystemUser(context.db, key.systemUserId);
  if (!user || user.isDeleted) {
    throw bindingProblem({ return: [`SystemUser with Id ${key.systemUserId} Not Found`] });
  }
  if (user.partyOrgNo !== owner.orgNo) throw forbidden();
  if (user.userType !== 'agent') throw authProblem('AUTH-00034');
  const { packages } = await delegationsOf(context.db, user.id);
  return { actor, owner, user, packages };
}
