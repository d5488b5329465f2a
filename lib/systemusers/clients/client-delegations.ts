import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { findParty } from '../../parties/find-party.ts';
import type { ClientDelegation, NamedClientDelegation } from './model.ts';

/** Lists whom an agent system user may act for, the owner itself included when it has been added. */
export async function clientDelegationsOf(db: Db, systemUserId: string): Promise<readonly ClientDelegation[]> {
  const { clientDelegations } = db.tables;
  const rows = await db
    .select()
    .from(clientDelegations)
    .where(eq(clientDelegations.systemUserId, systemUserId))
    .orderBy(asc(clientDelegations.createdAt), asc(clientDelegations.clientUuid));
  return rows.map(toClientDelegation);
}

/** Finds the delegation of one client to an agent system user. */
export async function findClientDelegation(
  db: Db,
  systemUserId: string,
  clientUuid: string,
): Promise<ClientDelegation | undefined> {
  const { clientDelegations } = db.tables;
  const [row] = await db
    .select()
    .from(clientDelegations)
    .where(and(eq(clientDelegations.systemUserId, systemUserId), eq(clientDelegations.clientUuid, clientUuid)));
  return row && toClientDelegation(row);
}

/** Adds the clients' names from the register; the owner itself is left out. */
export async function namedClientsOf(db: Db, systemUserId: string): Promise<readonly NamedClientDelegation[]> {
  const delegations = await clientDelegationsOf(db, systemUserId);
  const named: NamedClientDelegation[] = [];
  for (const delegation of delegations.filter((each) => !each.isSelf)) {
    const client = await findParty(db, { uuid: delegation.clientUuid });
    if (client?.kind === 'organisation') named.push({ ...delegation, client });
  }
  return named;
}

function toClientDelegation(row: Db['tables']['clientDelegations']['$inferSelect']): ClientDelegation {
  const { packageUrns, ...rest } = row;
  return { ...rest, packages: packageUrns };
}
