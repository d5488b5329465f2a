import { and, asc, count, eq, inArray, isNotNull, min, sql } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import type { Agreement, AgreementStatus, Evidence, SuspensionEffect } from './model.ts';

type Row = Db['tables']['vendorAgreements']['$inferSelect'];

/** Adds an agreement. @returns `false` when the organisation has one. */
export async function insertAgreement(tx: Transaction, agreement: Agreement): Promise<boolean> {
  const inserted = await tx
    .insert(tx.tables.vendorAgreements)
    .values(toRow(agreement))
    .onConflictDoNothing()
    .returning();
  return inserted.length > 0;
}

/** Writes an agreement as it is now. */
export async function saveAgreement(tx: Transaction, agreement: Agreement): Promise<void> {
  const { vendorAgreements } = tx.tables;
  await tx.update(vendorAgreements).set(toRow(agreement)).where(eq(vendorAgreements.orgNo, agreement.orgNo));
}

/** The agreement of an organisation. */
export async function selectAgreement(db: Db, orgNo: string): Promise<Agreement | undefined> {
  const { vendorAgreements } = db.tables;
  const [row] = await db.select().from(vendorAgreements).where(eq(vendorAgreements.orgNo, orgNo)).limit(1);
  return row && toAgreement(row);
}

/** The agreement of an organisation, held until the transaction ends. */
export async function lockAgreement(tx: Transaction, orgNo: string): Promise<Agreement | undefined> {
  const { vendorAgreements } = tx.tables;
  const found = tx.select().from(vendorAgreements).where(eq(vendorAgreements.orgNo, orgNo)).limit(1);
  const [row] = await tx.locked(found);
  return row && toAgreement(row);
}

/** Agreements with one of the statuses, or all, the one that waited longest first. */
export async function selectAgreements(
  db: Db,
  statuses: readonly AgreementStatus[] | undefined,
): Promise<readonly Agreement[]> {
  const { vendorAgreements } = db.tables;
  const rows = await db
    .select()
    .from(vendorAgreements)
    .where(statuses === undefined ? undefined : inArray(vendorAgreements.status, [...statuses]))
    .orderBy(asc(vendorAgreements.updatedAt), asc(vendorAgreements.orgNo));
  return rows.map(toAgreement);
}

/** When each step towards production first happened for a vendor. */
export async function selectEvidence(db: Db, orgNo: string): Promise<Evidence> {
  const { clients, systems, systemUserRequests } = db.tables;
  const [client] = await db
    .select({ created: min(clients.createdAt), used: min(clients.lastUsedAt) })
    .from(clients)
    .where(eq(clients.orgNo, orgNo));
  const [system] = await db
    .select({ created: min(systems.createdAt) })
    .from(systems)
    .where(and(eq(systems.vendorOrgNo, orgNo), eq(systems.isDeleted, false)));
  const [request] = await db
    .select({ decided: min(systemUserRequests.decidedAt) })
    .from(systemUserRequests)
    .where(
      and(
        eq(systemUserRequests.vendorOrgNo, orgNo),
        eq(systemUserRequests.status, 'Accepted'),
        isNotNull(systemUserRequests.decidedAt),
      ),
    );
  return {
    clientCreated: client?.created ?? undefined,
    systemRegistered: system?.created ?? undefined,
    requestApproved: request?.decided ?? undefined,
    tokenFetched: client?.used ?? undefined,
  };
}

/** How many live systems and system users a vendor has. */
export async function countLive(db: Db, orgNo: string): Promise<SuspensionEffect> {
  const { systems, systemUsers } = db.tables;
  const [system] = await db
    .select({ total: count() })
    .from(systems)
    .where(and(eq(systems.vendorOrgNo, orgNo), eq(systems.isDeleted, false)));
  const [user] = await db
    .select({ total: count() })
    .from(systemUsers)
    .where(and(eq(systemUsers.vendorOrgNo, orgNo), eq(systemUsers.isDeleted, false)));
  return { systems: system?.total ?? 0, systemUsers: user?.total ?? 0 };
}

/** Stops or restarts every system of a vendor. */
export async function markSystems(tx: Transaction, orgNo: string, isSuspended: boolean, at: Date): Promise<void> {
  const { systems } = tx.tables;
  await tx
    .update(systems)
    .set({ isSuspended, version: sql`${systems.version} + 1`, updatedAt: at })
    .where(and(eq(systems.vendorOrgNo, orgNo), eq(systems.isDeleted, false)));
}

function toAgreement(row: Row): Agreement {
  return {
    ...row,
    statusBefore: (row.statusBefore as AgreementStatus | null) ?? undefined,
    note: row.note ?? undefined,
    testSince: row.testSince ?? undefined,
    signedByName: row.signedByName ?? undefined,
    signedAt: row.signedAt ?? undefined,
    productionSince: row.productionSince ?? undefined,
  };
}

function toRow(agreement: Agreement): Row {
  return {
    ...agreement,
    statusBefore: agreement.statusBefore ?? null,
    note: agreement.note ?? null,
    testSince: agreement.testSince ?? null,
    signedByName: agreement.signedByName ?? null,
    signedAt: agreement.signedAt ?? null,
    productionSince: agreement.productionSince ?? null,
  };
}
