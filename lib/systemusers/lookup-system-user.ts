import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { SystemUser } from './model.ts';
import { toSystemUser } from './store.ts';

/** Which client asks, of which vendor, for which customer; without a reference the customer's number stands for it. */
export type LookupQuery = {
  readonly clientId: string;
  readonly vendorOrgNo: string;
  readonly ownerOrgNo: string;
  readonly externalRef?: string | undefined;
};

/**
 * Finds the live system user that a client may speak for: of that owner and reference, on a live system of that vendor
 * which carries the client id and is not suspended. One query, so that a withdrawal counts in the next token.
 * @see byExternalId, by which Maskinporten resolves a system user
 */
export async function lookupSystemUser(db: Db, query: LookupQuery): Promise<SystemUser | undefined> {
  const { systemUsers, systems, systemClients } = db.tables;
  const [row] = await db
    .select({ user: systemUsers })
    .from(systemClients)
    .innerJoin(systems, eq(systems.internalId, systemClients.systemInternalId))
    .innerJoin(systemUsers, eq(systemUsers.systemInternalId, systems.internalId))
    .where(
      and(
        eq(systemClients.clientId, query.clientId),
        eq(systems.vendorOrgNo, query.vendorOrgNo),
        eq(systems.isDeleted, false),
        eq(systems.isSuspended, false),
        eq(systemUsers.partyOrgNo, query.ownerOrgNo),
        eq(systemUsers.externalRef, query.externalRef || query.ownerOrgNo),
        eq(systemUsers.isDeleted, false),
      ),
    )
    .limit(1);
  return row && toSystemUser(row.user);
}
