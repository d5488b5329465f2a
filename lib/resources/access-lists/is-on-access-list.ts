import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/**
 * Whether the organisation is a member of an access list that is connected to the resource and whose action filter is
 * empty or names the action. Says nothing of `accessListMode`: ask only when it is `Enabled`.
 */
export async function isOnAccessList(
  db: Db,
  question: { readonly resourceId: string; readonly orgNo: string; readonly action: string },
): Promise<boolean> {
  const { accessListConnections, accessListMembers } = db.tables;
  const rows = await db
    .select({ actionFilters: accessListConnections.actionFilters })
    .from(accessListConnections)
    .innerJoin(accessListMembers, eq(accessListMembers.listId, accessListConnections.listId))
    .where(and(eq(accessListConnections.resourceId, question.resourceId), eq(accessListMembers.orgNo, question.orgNo)));
  return rows.some(({ actionFilters }) => !actionFilters?.length || actionFilters.includes(question.action));
}
