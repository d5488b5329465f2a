import { and, eq, gte } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { findSystemByClient } from '../register/find-system.ts';
import type { LookupQuery } from './lookup-system-user.ts';
import { liveKeyOf } from './model.ts';

/** Why a lookup found nothing, in the caller's own affairs; `nothing` also covers whatever others have there. */
export type LookupReason =
  | 'client-not-on-any-system'
  | 'system-suspended'
  | 'request-waiting'
  | 'suspended'
  | 'other-reference'
  | 'withdrawn'
  | 'nothing';

type Lookup = Pick<Context, 'db' | 'now'>;

/**
 * Says why `lookupSystemUser` found nothing. Looks only at the system that the client itself speaks for, so that a vendor
 * learns nothing of what another vendor has at the customer, not even by the time it takes.
 */
export async function explainLookup({ db, now }: Lookup, query: LookupQuery): Promise<LookupReason> {
  const system = await findSystemByClient(db, query.clientId);
  if (system?.vendorOrgNo !== query.vendorOrgNo) return 'client-not-on-any-system';
  if (system.isSuspended) return 'system-suspended';
  const { ownerOrgNo: partyOrgNo } = query;
  const externalRef = query.externalRef || partyOrgNo;
  const triple = { systemInternalId: system.internalId, partyOrgNo, externalRef };
  const users = await usersAt(db, triple.systemInternalId, partyOrgNo);
  const live = users.find((user) => user.liveKey === liveKeyOf(triple));
  if (live?.suspendedAt) return 'suspended';
  const waiting = await waitingReferences({ db, now }, triple.systemInternalId, partyOrgNo);
  if (waiting.includes(externalRef)) return 'request-waiting';
  if (users.some((user) => user.liveKey === null && user.externalRef === externalRef)) return 'withdrawn';
  const isOther = (user: { liveKey: string | null }) => user.liveKey !== null && user.liveKey !== liveKeyOf(triple);
  if (users.some(isOther)) return 'other-reference';
  return waiting.length > 0 ? 'request-waiting' : 'nothing';
}

/** References of requests that the customer can still answer. */
async function waitingReferences(
  { db, now }: Lookup,
  systemInternalId: string,
  partyOrgNo: string,
): Promise<readonly string[]> {
  const answerableSince = new Date(now.getTime() - env().REQUEST_EXPIRY_DAYS * DAY_MS);
  const { systemUserRequests } = db.tables;
  const rows = await db
    .select({ externalRef: systemUserRequests.externalRef })
    .from(systemUserRequests)
    .where(
      and(
        eq(systemUserRequests.systemInternalId, systemInternalId),
        eq(systemUserRequests.partyOrgNo, partyOrgNo),
        eq(systemUserRequests.status, 'New'),
        eq(systemUserRequests.isDeleted, false),
        gte(systemUserRequests.createdAt, answerableSince),
      ),
    );
  return rows.map((row) => row.externalRef);
}

async function usersAt(db: Db, systemInternalId: string, partyOrgNo: string) {
  const { systemUsers } = db.tables;
  return db
    .select({
      externalRef: systemUsers.externalRef,
      liveKey: systemUsers.liveKey,
      suspendedAt: systemUsers.suspendedAt,
    })
    .from(systemUsers)
    .where(and(eq(systemUsers.systemInternalId, systemInternalId), eq(systemUsers.partyOrgNo, partyOrgNo)));
}
