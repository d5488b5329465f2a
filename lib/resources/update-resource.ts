import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { bindingProblem, statusProblem } from '../kernel/errors.ts';
import { assertOwner, assertRegistryCaller, RESOURCE_WRITE } from './assert-owner.ts';
import { assertOwnScopes } from './assert-scopes.ts';
import type { Resource, ResourceDetails } from './model.ts';
import { quotedText } from './problems.ts';
import { lockResource, ownerOrgNoOf, storeNewVersion } from './store-resource.ts';
import { validateResource } from './validate-resource.ts';

/**
 * Replaces a resource by a new version. The caller must own it before and after: only an administrator hands over.
 * @throws BareError 401, 403, 400 when path and body differ · ProblemError 404, 400 with a text per member, 401 for
 * scopes of another prefix
 * @see altinn-api.md §13.4, Q-23
 */
export async function updateResource(
  context: Context,
  input: { readonly identifier: string; readonly details: ResourceDetails },
): Promise<Resource> {
  assertRegistryCaller(context, RESOURCE_WRITE);
  const { details } = input;
  return context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const known = await lockResource(tx, input.identifier);
    if (!known) throw statusProblem(404);
    if (details.identifier !== input.identifier) throw quotedText(400, 'Id in path does not match ID in resource');
    const errors = validateResource(details, false);
    if (Object.keys(errors).length > 0) throw bindingProblem(errors);
    const ownerOrgNo = await ownerOrgNoOf(tx, details.hasCompetentAuthority);
    await assertOwner(inside, ownerOrgNo, RESOURCE_WRITE);
    await assertOwner(inside, await ownerOrgNoOf(tx, known.hasCompetentAuthority), RESOURCE_WRITE);
    await assertOwnScopes(inside, details, ownerOrgNo);
    const resource = await storeNewVersion(tx, details, context.now);
    await recordAudit(tx, inside, {
      action: 'resource.updated',
      subjectType: 'resource',
      subjectId: details.identifier,
      ownerOrgNo,
      before: known,
      after: resource,
    });
    return resource;
  });
}
