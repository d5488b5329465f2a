import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import type { Organisation } from '../../parties/model.ts';
import { announceSystemUser } from '../announce-system-user.ts';
import { lockSystemUser } from '../find-system-user.ts';
import type { OpenAgent } from './open-agent.ts';

/**
 * Lets the agent act for the client with the packages it works with now; once more changes nothing but the packages.
 * @throws ProblemError AUTH-00015 when the agent has ended in the meantime.
 */
export async function putClient(
  tx: Transaction,
  context: Context,
  { user, owner, packages }: OpenAgent,
  client: Organisation,
): Promise<void> {
  const { clientDelegations } = tx.tables;
  const present = await lockSystemUser(tx, user.id);
  if (!present || present.isDeleted) throw authProblem('AUTH-00015');
  await tx
    .insert(clientDelegations)
    .values({
      id: randomUUID(),
      systemUserId: user.id,
      clientUuid: client.uuid,
      isSelf: client.uuid === owner.uuid,
      packageUrns: packages,
      createdAt: context.now,
    })
    .onConflictDoUpdate({
      target: [clientDelegations.systemUserId, clientDelegations.clientUuid],
      set: { packageUrns: packages },
    });
  await recordClientChange(tx, context, 'client.added', { user, owner, packages, clientOrgNo: client.orgNo });
}

/** Ends what the agent may do for the client. @returns whether there was anything to end */
export async function dropClient(
  tx: Transaction,
  context: Context,
  { user, owner, packages }: OpenAgent,
  client: { readonly uuid: string; readonly orgNo?: string | undefined },
): Promise<boolean> {
  const { clientDelegations } = tx.tables;
  const dropped = await tx
    .delete(clientDelegations)
    .where(and(eq(clientDelegations.systemUserId, user.id), eq(clientDelegations.clientUuid, client.uuid)))
    .returning({ id: clientDelegations.id });
  if (dropped.length === 0) return false;
  await recordClientChange(tx, context, 'client.removed', { user, owner, packages, clientOrgNo: client.orgNo });
  return true;
}

async function recordClientChange(
  tx: Transaction,
  context: Context,
  action: 'client.added' | 'client.removed',
  change: Pick<OpenAgent, 'user' | 'owner' | 'packages'> & { readonly clientOrgNo: string | undefined },
): Promise<void> {
  const { user, owner, packages, clientOrgNo } = change;
  await recordAudit(tx, context, {
    action,
    subjectType: 'systemuser',
    subjectId: user.id,
    onBehalfOf: owner.orgNo,
    partyOrgNo: owner.orgNo,
    vendorOrgNo: user.vendorOrgNo,
    after: { client: clientOrgNo, packages },
  });
  await announceSystemUser(tx, { user, did: 'changed', at: context.now });
}
