import type { Context } from '../../context/context.ts';
import { forbidden, statusProblem } from '../../kernel/errors.ts';
import { assertPower } from '../../parties/authority.ts';
import { clientsOf } from '../../parties/clients.ts';
import type { Organisation } from '../../parties/model.ts';
import { findAccessPackages } from '../../resources/access-packages/find-access-package.ts';
import type { AccessPackage } from '../../resources/access-packages/model.ts';
import { clientDelegationsOf } from '../../systemusers/clients/client-delegations.ts';
import { delegationsOf } from '../../systemusers/delegations.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';

/** Clients of the owner that an agent does not act for yet. */
export type ConnectableClients = {
  readonly eligible: readonly Organisation[];
  /** Those that have not given the owner all that the agent works with, and what is missing. */
  readonly lacking: readonly { readonly client: Organisation; readonly packages: readonly AccessPackage[] }[];
};

/**
 * Sorts the owner's clients into those that can be connected to an agent and those that lack a package.
 * @throws BareError 401, 403 without client administration, or for a standard one · ProblemError 404
 */
export async function listConnectableClients(context: Context, systemUserId: string): Promise<ConnectableClients> {
  const { db } = context;
  const user = await findSystemUser(db, systemUserId);
  if (!user || user.isDeleted) throw statusProblem(404);
  await assertPower(context, user.partyUuid, 'client-administration.read');
  if (user.userType !== 'agent') throw forbidden();

  const { packages } = await delegationsOf(db, user.id);
  const catalogue = await findAccessPackages(db, packages);
  const connected = new Set((await clientDelegationsOf(db, user.id)).map((each) => each.clientUuid));
  const eligible: Organisation[] = [];
  const lacking: { client: Organisation; packages: readonly AccessPackage[] }[] = [];
  for (const { client, access } of await clientsOf(db, user.partyUuid)) {
    if (connected.has(client.uuid)) continue;
    const given = new Set(access.flatMap((each) => each.packages));
    const missing = packages.filter((urn) => !given.has(urn));
    if (missing.length === 0) eligible.push(client);
    else {
      const known = missing.map((urn) => catalogue.get(urn)).filter((each) => each !== undefined);
      lacking.push({ client, packages: known });
    }
  }
  return { eligible, lacking };
}
