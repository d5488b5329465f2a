import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { findOrganisationsAmong } from '../../parties/find-party.ts';
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

/** Counts whom several agents may act for; one that acts for nobody is missing from the map. */
export async function countClientsOf(db: Db, systemUserIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (systemUserIds.length === 0) return new Map();
  const { clientDelegations } = db.tables;
  const rows = await db
    .select({ systemUserId: clientDelegations.systemUserId, clients: count() })
    .from(clientDelegations)
    .where(inArray(clientDelegations.systemUserId, [...systemUserIds]))
    .groupBy(clientDelegations.systemUserId);
  return new Map(rows.map(({ systemUserId, clients }) => [systemUserId, clients]));
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
  const delegations = (await clientDelegationsOf(db, systemUserId)).filter((each) => !each.isSelf);
  const { clientDelegations } = db.tables;
  const uuids = db
    .select({ uuid: clientDelegations.clientUuid })
    .from(clientDelegations)
    .where(eq(clientDelegations.systemUserId, systemUserId));
  const clients = await findOrganisationsAmong(db, sql`${uuids}`);
  return delegations.flatMap((delegation) => {
    const client = clients.get(delegation.clientUuid);
    return client ? { ...delegation, client } : [];
  });
}

function toClientDelegation(row: Db['tables']['clientDelegations']['$inferSelect']): ClientDelegation {
  const { packageUrns, ...rest } = row;
  return { ...rest, packages: packageUrns };
}
