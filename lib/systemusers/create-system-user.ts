import { isUniqueViolation } from '#db/failures.ts';
import type { Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { liveKeyOf, type SystemUser, type SystemUserType } from './model.ts';
import { SEQUENCE, toSystemUser } from './store.ts';

/** What a new system user starts from; the id is the request's, so that a vendor knows it beforehand. */
export type SystemUserDetails = {
  readonly id: string;
  readonly userType: SystemUserType;
  readonly integrationTitle: string;
  readonly system: { readonly internalId: string; readonly systemId: string; readonly vendorOrgNo: string };
  readonly party: { readonly orgNo: string; readonly partyId: number; readonly uuid: string };
  readonly externalRef: string;
  readonly createdBy: { readonly uuid: string; readonly name: string } | undefined;
  readonly at: Date;
};

/**
 * Adds a system user without any delegation, inside the caller's transaction. The caller has decided that it may.
 * @throws ProblemError AUTH-00004 when the system, customer and reference have a live one; the transaction is then spent.
 * AUTH-00003 when the id is taken.
 */
export async function createSystemUser(tx: Transaction, details: SystemUserDetails): Promise<SystemUser> {
  const { system, party, externalRef, createdBy, at } = details;
  const sequenceNo = await nextSequence(tx, SEQUENCE);
  try {
    const [row] = await tx
      .insert(tx.tables.systemUsers)
      .values({
        id: details.id,
        userType: details.userType,
        integrationTitle: details.integrationTitle,
        systemInternalId: system.internalId,
        systemId: system.systemId,
        vendorOrgNo: system.vendorOrgNo,
        partyOrgNo: party.orgNo,
        partyId: party.partyId,
        partyUuid: party.uuid,
        externalRef,
        isDeleted: false,
        liveKey: liveKeyOf({ systemInternalId: system.internalId, partyOrgNo: party.orgNo, externalRef }),
        sequenceNo,
        createdByUuid: createdBy?.uuid ?? null,
        createdByName: createdBy?.name ?? null,
        createdAt: at,
        updatedAt: at,
      })
      .onConflictDoNothing({ target: tx.tables.systemUsers.id })
      .returning();
    if (!row) throw authProblem('AUTH-00003');
    return toSystemUser(row);
  } catch (error) {
    if (isUniqueViolation(error)) throw authProblem('AUTH-00004');
    throw error;
  }
}
