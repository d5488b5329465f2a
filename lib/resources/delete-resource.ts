import { eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { assertOwner, assertRegistryCaller, RESOURCE_WRITE } from './assert-owner.ts';
import { quotedText } from './problems.ts';
import { removePolicy } from './store-policy.ts';
import { lockResource, ownerOrgNoOf } from './store-resource.ts';

/**
 * Deletes a resource with its policy; the identifier stays taken for ever. Refused in production.
 * @throws BareError 401, 403 · ProblemError 404
 */
export async function deleteResource(context: Context, identifier: string): Promise<void> {
  assertRegistryCaller(context, RESOURCE_WRITE);
  const environment = env().PORTAL_ENVIRONMENT;
  if (environment === 'production') {
    throw quotedText(403, `Delete operation is not allowed in ${environment} environment`);
  }
  await context.db.transaction(async (tx) => {
    const known = await lockResource(tx, identifier);
    if (!known) throw statusProblem(404);
    const ownerOrgNo = await ownerOrgNoOf(tx, known.hasCompetentAuthority);
    await assertOwner({ ...context, db: tx }, ownerOrgNo, RESOURCE_WRITE);
    const { accessListConnections, resources } = tx.tables;
    await tx
      .update(resources)
      .set({ isDeleted: true, updatedAt: context.now })
      .where(eq(resources.identifier, identifier));
    await tx.delete(accessListConnections).where(eq(accessListConnections.resourceId, identifier));
    await removePolicy(tx, identifier, context.now);
    await recordAudit(tx, context, {
      action: 'resource.deleted',
      subjectType: 'resource',
      subjectId: identifier,
      ownerOrgNo,
      before: known,
    });
  });
}
