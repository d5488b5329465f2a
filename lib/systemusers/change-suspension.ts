import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { assertPowerAt, type PartyKey } from '../parties/assert-power-at.ts';
import { announceSystemUser } from './announce-system-user.ts';
import { lockSystemUser } from './find-system-user.ts';
import type { Suspension, SystemUser } from './model.ts';
import { SEQUENCE } from './store.ts';

/** Which system user, and the organisation that decides, which must be its owner. */
export type SuspensionKey = { readonly party: PartyKey; readonly systemUserId: string };

/**
 * Keeps a system user of either kind from acting, from the next token and the next decision on. What it was given stays,
 * clients too, and it keeps its triple. One that is suspended already stays as it is, and so does whom it names.
 * @throws BareError 401, 403 · ProblemError AUTH-00015 when there is none or it has ended, AUTH-00024 another party's.
 */
export async function suspendSystemUser(context: Context, key: SuspensionKey): Promise<void> {
  await change(context, key, 'suspended');
}

/** Lets a suspended system user act again with all that it has; one that may act already stays as it is. @throws as `suspendSystemUser` */
export async function resumeSystemUser(context: Context, key: SuspensionKey): Promise<void> {
  await change(context, key, 'resumed');
}

async function change(context: Context, key: SuspensionKey, did: 'suspended' | 'resumed'): Promise<void> {
  const { now: at } = context;
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const { actor, organisation } = await assertPowerAt(inside, key.party, 'access-management.write');
    const user = await lockSystemUser(tx, key.systemUserId);
    if (!user || user.isDeleted) throw authProblem('AUTH-00015');
    if (user.partyOrgNo !== organisation.orgNo) throw authProblem('AUTH-00024');
    const suspension = did === 'suspended' ? { at, byName: actor.name } : undefined;
    if (!(await writeSuspension(tx, user.id, { suspension, at }))) return;

    await recordAudit(tx, inside, {
      action: `systemuser.${did}`,
      subjectType: 'systemuser',
      subjectId: user.id,
      onBehalfOf: organisation.orgNo,
      partyOrgNo: organisation.orgNo,
      vendorOrgNo: user.vendorOrgNo,
      before: stateOf(user, user.suspension),
      after: stateOf(user, suspension),
    });
    await announceSystemUser(tx, { user, did, at });
  });
}

/** Suspends a live system user that is not, or resumes one that is. @returns whether there was anything to change */
async function writeSuspension(
  tx: Transaction,
  id: string,
  { suspension, at }: { readonly suspension: Suspension | undefined; readonly at: Date },
): Promise<boolean> {
  const { systemUsers } = tx.tables;
  const { suspendedAt } = systemUsers;
  const sequenceNo = await nextSequence(tx, SEQUENCE);
  const changed = await tx
    .update(systemUsers)
    .set({
      suspendedAt: suspension?.at ?? null,
      suspendedByName: suspension?.byName ?? null,
      sequenceNo,
      updatedAt: at,
    })
    .where(
      and(
        eq(systemUsers.id, id),
        eq(systemUsers.isDeleted, false),
        suspension ? isNull(suspendedAt) : isNotNull(suspendedAt),
      ),
    )
    .returning({ id: systemUsers.id });
  return changed.length > 0;
}

function stateOf({ systemId, externalRef }: SystemUser, suspension: Suspension | undefined) {
  return { systemId, externalRef, suspendedAt: suspension?.at.toISOString() ?? null };
}
