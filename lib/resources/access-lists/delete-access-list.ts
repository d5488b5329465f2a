import { eq } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import type { AccessList, Conditions } from './model.ts';
import { assertListWriter } from './owner.ts';
import { lockList } from './store.ts';

/**
 * Deletes a list with its members and connections.
 * @returns the list as it was, `undefined` when there was none
 * @throws BareError 401, 403, 412 · ProblemError 400 RR.VLD-00010
 */
export async function deleteAccessList(
  context: Context,
  input: { readonly owner: string; readonly identifier: string; readonly conditions: Conditions },
): Promise<AccessList | undefined> {
  const owner = await assertListWriter(context, input.owner);
  return context.db.transaction(async (tx) => {
    const list = await lockList(tx, owner, input);
    if (!list) return undefined;
    const { accessListConnections, accessListMembers, accessLists } = tx.tables;
    await tx.delete(accessListConnections).where(eq(accessListConnections.listId, list.id));
    await tx.delete(accessListMembers).where(eq(accessListMembers.listId, list.id));
    await tx.delete(accessLists).where(eq(accessLists.id, list.id));
    await recordAudit(tx, context, {
      action: 'access-list.deleted',
      subjectType: 'access-list',
      subjectId: list.id,
      ownerOrgNo: owner.orgNo,
      before: list,
    });
    return list;
  });
}
