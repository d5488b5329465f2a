import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { assertOwner, RESOURCE_WRITE } from './assert-owner.ts';
import { findStoredPolicy, type StoredPolicy } from './find-policy.ts';
import { findResource } from './find-resource.ts';
import { needsRules, type Resource } from './model.ts';
import { newestColumns, toResource } from './store.ts';
import { ownerOrgNoOf } from './store-resource.ts';

/** A resource as its owner sees it in a list. */
export type OwnResource = {
  readonly resource: Resource;
  /** Whether it has its rules, lacks them, or is delegated by its scopes and needs none. */
  readonly rules: 'made' | 'missing' | 'not-needed';
  readonly updatedAt: Date;
};

/**
 * Lists the resources of an owner by id, each with whether anybody has been given anything by a policy.
 * @throws BareError 401, 403
 */
export async function listOwnResources(context: Context, ownerOrgNo: string): Promise<readonly OwnResource[]> {
  await assertOwner(context, ownerOrgNo, RESOURCE_WRITE);
  const { resources } = context.db.tables;
  return selectOwnResources(context.db, and(eq(resources.ownerOrgNo, ownerOrgNo), eq(resources.isDeleted, false)));
}

/** Reads resources by id as their owner sees them. Trusts its caller. */
export async function selectOwnResources(db: Db, condition: SQL | undefined): Promise<readonly OwnResource[]> {
  const { resourcePolicies, resources } = db.tables;
  const rows = await db
    .select({ ...newestColumns(db), updatedAt: resources.updatedAt, policy: resourcePolicies.version })
    .from(resources)
    .leftJoin(resourcePolicies, eq(resourcePolicies.identifier, resources.identifier))
    .where(condition)
    .orderBy(asc(resources.identifier));
  return rows.map((row) => {
    const resource = toResource(row);
    const without = needsRules(resource) ? 'missing' : 'not-needed';
    return { resource, rules: row.policy === null ? without : 'made', updatedAt: row.updatedAt };
  });
}

/**
 * Reads a resource with its policy, for its owner.
 * @returns `stored` is `undefined` while the resource has no policy
 * @throws BareError 401, 403 · ProblemError 404
 */
export async function readOwnResource(
  context: Context,
  identifier: string,
): Promise<{ readonly resource: Resource; readonly stored: StoredPolicy | undefined }> {
  const resource = await findResource(context.db, identifier);
  if (!resource) throw statusProblem(404);
  await assertOwner(context, await ownerOrgNoOf(context.db, resource.hasCompetentAuthority), RESOURCE_WRITE);
  return { resource, stored: await findStoredPolicy(context.db, identifier) };
}
