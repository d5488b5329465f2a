import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import type { SystemUser } from './model.ts';
import { toSystemUser } from './store.ts';

/** Which client asks, of which vendor, for which customer; without a reference the customer's number stands for it. */
export type LookupQuery = {
  readonly clientId: string;
  readonly vendorOrgNo: string;
  readonly ownerOrgNo: string;
  readonly externalRef?: string | undefined;
};

const liveSystemUser = prepared('lookup_system_user', (db) => {
  const { systemUsers, systems, systemClients } = db.tables;
  return db
    .select({ user: systemUsers })
    .from(systemClients)
    .innerJoin(systems, eq(systems.internalId, systemClients.systemInternalId))
    .innerJoin(systemUsers, eq(systemUsers.systemInternalId, systems.internalId))
    .where(
      and(
        eq(systemClients.clientId, sql.placeholder('clientId')),
        eq(systems.vendorOrgNo, sql.placeholder('vendorOrgNo')),
        eq(systems.isDeleted, false),
        eq(systems.isSuspended, false),
        eq(systemUsers.partyOrgNo, sql.placeholder('ownerOrgNo')),
        eq(systemUsers.externalRef, sql.placeholder('externalRef')),
        eq(systemUsers.isDeleted, false),
        isNull(systemUsers.suspendedAt),
      ),
    )
    .limit(1);
});

/**
 * Finds the live system user that a client may speak for: of that owner and reference, not suspended, on a live system of
 * that vendor which carries the client id and is not suspended either. One query, so that a withdrawal counts in the next
 * token.
 * @see byExternalId, by which Maskinporten resolves a system user
 */
export async function lookupSystemUser(db: Db, query: LookupQuery): Promise<SystemUser | undefined> {
  const { clientId, vendorOrgNo, ownerOrgNo } = query;
  const externalRef = query.externalRef || ownerOrgNo;
  const [row] = await liveSystemUser(db, { clientId, vendorOrgNo, ownerOrgNo, externalRef });
  return row && toSystemUser(row.user);
}
