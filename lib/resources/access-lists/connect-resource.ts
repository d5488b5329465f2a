import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { statusProblem } from '../../kernel/errors.ts';
import { registryProblem } from '../problems.ts';
import { lockResource, ownerOrgNoOf } from '../store-resource.ts';
import type { AccessList, AccessListConnection, Conditions } from './model.ts';
import { assertListWriter } from './owner.ts';
import { lockList, toConnection, touchList } from './store.ts';

type Key = {
  readonly owner: string;
  readonly identifier: string;
  readonly resourceId: string;
  readonly conditions: Conditions;
};

type Connected = { readonly list: AccessList; readonly connection: AccessListConnection };

/**
 * Opens a resource to the members of a list, for the given actions or for all; the same ones change nothing,
 * not even the version.
 * @throws BareError 401, 403, 412 · ProblemError 404, 400 RR-00002, 403 RR-00004 for another owner's resource
 */
export async function connectResource(
  context: Context,
  input: Key & { readonly actionFilters: readonly string[] },
): Promise<Connected> {
  const owner = await assertListWriter(context, input.owner);
  return context.db.transaction(async (tx) => {
    const { accessListConnections } = tx.tables;
    const resource = await lockResource(tx, input.resourceId);
    if (!resource) throw registryProblem('RR-00002');
    if ((await ownerOrgNoOf(tx, resource.hasCompetentAuthority)) !== owner.orgNo) throw registryProblem('RR-00004');
    const list = await lockList(tx, owner, input);
    if (!list) throw statusProblem(404);
    const { resourceId } = input;
    const actionFilters = [...new Set(input.actionFilters)];
    const [known] = await tx
      .select()
      .from(accessListConnections)
      .where(and(eq(accessListConnections.listId, list.id), eq(accessListConnections.resourceId, resourceId)));
    if (known && isDeepStrictEqual(new Set(known.actionFilters), new Set(actionFilters))) {
      return { list, connection: toConnection(known) };
    }
    const changed = { actionFilters, updatedAt: context.now };
    const connection = { resourceId, createdAt: known?.createdAt ?? context.now, ...changed };
    await tx
      .insert(accessListConnections)
      .values({ listId: list.id, ...connection })
      .onConflictDoUpdate({
        target: [accessListConnections.listId, accessListConnections.resourceId],
        set: changed,
      });
    const after = await touchList(tx, list, context.now);
    await recordAudit(tx, context, {
      action: 'access-list.connected',
      subjectType: 'access-list',
      subjectId: list.id,
      ownerOrgNo: owner.orgNo,
      after: { version: after.version, resourceId, actionFilters },
    });
    return { list: after, connection };
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
    return { list: after, connection: toConnection(row) };
  });
}
