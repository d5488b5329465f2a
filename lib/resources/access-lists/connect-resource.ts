import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { statusProblem } from '../../kernel/errors.ts';
import { findResource } from '../find-resource.ts';
import { registryProblem } from '../problems.ts';
import { ownerOrgNoOf } from '../store-resource.ts';
import type { AccessList, AccessListConnection, Conditions } from './model.ts';
import { assertListWriter } from './owner.ts';
import { lockList, touchList } from './store.ts';

type Key = {
  readonly owner: string;
  readonly identifier: string;
  readonly resourceId: string;
  readonly conditions: Conditions;
};

type Connected = { readonly list: AccessList; readonly connection: AccessListConnection };

/**
 * Opens a resource to the members of a list, for the given actions or for all.
 * @throws BareError 401, 403, 412 · ProblemError 404, 400 RR-00002, 403 RR-00004 for another owner's resource
 */
export async function connectResource(
  context: Context,
  input: Key & { readonly actionFilters: readonly string[] },
): Promise<Connected> {
  const owner = await assertListWriter(context, input.owner);
  const resource = await findResource(context.db, input.resourceId);
  if (!resource) throw registryProblem('RR-00002');
  if ((await ownerOrgNoOf(context.db, resource.hasCompetentAuthority)) !== owner.orgNo) {
    throw registryProblem('RR-00004');
  }
  return context.db.transaction(async (tx) => {
    const { accessListConnections } = tx.tables;
    const list = await lockList(tx, owner, input);
    if (!list) throw statusProblem(404);
    const actionFilters = [...new Set(input.actionFilters)];
    const times = { createdAt: context.now, updatedAt: context.now };
    const [row] = await tx
      .insert(accessListConnections)
      .values({ listId: list.id, resourceId: input.resourceId, actionFilters, ...times })
      .onConflictDoUpdate({
        target: [accessListConnections.listId, accessListConnections.resourceId],
        set: { actionFilters, updatedAt: context.now },
      })
      .returning();
    const after = await touchList(tx, list, context.now);
    await recordAudit(tx, context, {
      action: 'access-list.connected',
      subjectType: 'access-list',
      subjectId: list.id,
      ownerOrgNo: owner.orgNo,
      after: { version: after.version, resourceId: input.resourceId, actionFilters },
    });
    const createdAt = row?.createdAt ?? context.now;
    return {
      list: after,
      connection: { resourceId: input.resourceId, actionFilters, createdAt, updatedAt: context.now },
    };
  });
}

/**
 * Closes a resource to the members of a list.
 * @returns the connection as it was, `undefined` when there was none
 * @throws BareError 401, 403, 412 · ProblemError 404
 */
export async function disconnectResource(context: Context, input: Key): Promise<Connected | undefined> {
  const owner = await assertListWriter(context, input.owner);
  return context.db.transaction(async (tx) => {
    const { accessListConnections } = tx.tables;
    const list = await lockList(tx, owner, input);
    if (!list) throw statusProblem(404);
    const [row] = await tx
      .delete(accessListConnections)
      .where(and(eq(accessListConnections.listId, list.id), eq(accessListConnections.resourceId, input.resourceId)))
      .returning();
    if (!row) return undefined;
    const after = await touchList(tx, list, context.now);
    await recordAudit(tx, context, {
      action: 'access-list.disconnected',
      subjectType: 'access-list',
      subjectId: list.id,
      ownerOrgNo: owner.orgNo,
      before: { resourceId: input.resourceId, actionFilters: row.actionFilters },
      after: { version: after.version },
    });
    return { list: after, connection: { ...row, actionFilters: row.actionFilters ?? [] } };
  });
}
