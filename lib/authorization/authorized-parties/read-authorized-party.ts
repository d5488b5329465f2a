import type { Context } from '../../context/context.ts';
import { bindingProblem } from '../../kernel/errors.ts';
import { listOwnAuthorizedParties } from './list-authorized-parties.ts';
import type { AuthorizedParty, PartyFilter } from './model.ts';

/**
 * Reads one of the parties that the caller may act for, a sub-unit too.
 * @throws BareError 401, 403 · ProblemError 400 when the caller may not act for it, or nobody has that id
 */
export async function readOwnAuthorizedParty(
  context: Context,
  partyId: number,
  filter: PartyFilter,
): Promise<AuthorizedParty> {
  const parties = await listOwnAuthorizedParties(context, filter);
  const found = parties
    .flatMap((party) => [party, ...party.subUnits])
    .find(({ party, isHierarchyOnly }) => party.partyId === partyId && !isHierarchyOnly);
  if (!found) throw bindingProblem({ InvalidParty: ['The caller may not act for a party with this id.'] });
  return found;
}
