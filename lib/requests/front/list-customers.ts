import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { PartyKey } from '../../parties/assert-power-at.ts';
import type { PartyClient } from '../../parties/clients.ts';
import { hasEvery } from '../../systemusers/clients/eligible-clients.ts';
import { listPartyClients } from '../../systemusers/clients/read-clients.ts';
import { delegationsOf } from '../../systemusers/delegations.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';

/**
 * Lists the clients of an agent system user's owner that have given it everything the agent works with.
 * @throws BareError 401, 403 · ProblemError AUTH-00044 when the facilitator is not the party, AUTH-00015.
 */
export async function listFrontCustomers(
  context: Context,
  input: { readonly party: PartyKey; readonly systemUserId: string; readonly facilitatorUuid: string },
): Promise<readonly PartyClient[]> {
  const clients = await listPartyClients(context, { ...input, packages: [] });
  const user = await findSystemUser(context.db, input.systemUserId);
  if (!user || user.isDeleted) throw authProblem('AUTH-00015');
  if (user.partyUuid !== input.facilitatorUuid) throw forbidden();
  const { packages } = await delegationsOf(context.db, user.id);
  return clients.filter((client) => hasEvery(client, packages));
}
