import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { forbidden } from '../../kernel/errors.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { clientsOf, type PartyClient } from '../../parties/clients.ts';
import { findSystemUser } from '../find-system-user.ts';
import { namedClientsOf } from './client-delegations.ts';
import type { NamedClientDelegation } from './model.ts';

/**
 * Lists the clients of an organisation with what they have given it.
 * @param input.packages URNs; clients with any of them, or all clients when the list is empty.
 * @throws BareError 401, 403 · ProblemError AUTH-00044 for another organisation's clients.
 * @see altinn-api.md §10.4
 */
export async function listPartyClients(
  context: Context,
  input: { readonly party: PartyKey; readonly facilitatorUuid: string; readonly packages: readonly string[] },
): Promise<readonly PartyClient[]> {
  const { organisation } = await assertPowerAt(context, input.party, 'client-administration.read');
  if (input.facilitatorUuid !== organisation.uuid) throw authProblem('AUTH-00044');
  const clients = await clientsOf(context.db, organisation.uuid);
  if (input.packages.length === 0) return clients;
  return clients.filter((each) =>
    each.access.some((access) => access.packages.some((urn) => input.packages.includes(urn))),
  );
}

/**
 * Lists the clients that an agent system user may act for, the owner itself left out.
 * @throws BareError 401, 403 · ProblemError AUTH-00038 when the facilitator is not the party, AUTH-00015 when there is no
 * such system user.
 */
export async function listClientDelegations(
  context: Context,
  input: { readonly party: PartyKey; readonly facilitatorUuid: string; readonly systemUserId: string },
): Promise<readonly NamedClientDelegation[]> {
  const { organisation } = await assertPowerAt(context, input.party, 'client-administration.read');
  if (input.facilitatorUuid !== organisation.uuid) throw authProblem('AUTH-00038');
  const user = await findSystemUser(context.db, input.systemUserId);
  if (!user || user.isDeleted) throw authProblem('AUTH-00015');
  if (user.partyOrgNo !== organisation.orgNo) throw forbidden();
  return namedClientsOf(context.db, user.id);
}
