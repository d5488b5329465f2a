import type { Db } from '#db/open.ts';
import { clientsOf, type PartyClient } from '../../parties/clients.ts';

/** Lists the owner's clients that have given it every one of the packages, by whatever relations together. */
export async function eligibleClientsOf(
  db: Db,
  ownerUuid: string,
  packages: readonly string[],
): Promise<readonly PartyClient[]> {
  return (await clientsOf(db, ownerUuid)).filter((each) => hasEvery(each, packages));
}

/** Whether the client has given every one of the packages. */
export function hasEvery(client: PartyClient, packages: readonly string[]): boolean {
  return packages.every((urn) => client.access.some((access) => access.packages.includes(urn)));
}
