import { isUniqueViolation } from '#db/failures.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { bindingProblem } from '../kernel/errors.ts';
import { assertOwner, assertRegistryCaller, RESOURCE_WRITE } from './assert-owner.ts';
import { assertOwnScopes } from './assert-scopes.ts';
import type { Resource, ResourceDetails } from './model.ts';
import { quotedText } from './problems.ts';
import { isIdentifierUsed, ownerOrgNoOf, storeNewResource } from './store-resource.ts';
import { validateResource } from './validate-resource.ts';

/**
 * Registers a resource for its owner.
 * @throws BareError 401, 403 · ProblemError 400 with a text per member · ProblemError 401 for scopes of another prefix ·
 * BareError 409 when the identifier was ever used
 * @see altinn-api.md §13.4
 */
export async function createResource(context: Context, details: ResourceDetails): Promise<Resource> {
  assertRegistryCaller(context, RESOURCE_WRITE);
  const errors = validateResource(details, true);
  if (Object.keys(errors).length > 0) throw bindingProblem(errors);
  const ownerOrgNo = await ownerOrgNoOf(context.db, details.hasCompetentAuthority);
  await assertOwner(context, ownerOrgNo, RESOURCE_WRITE);
  await assertOwnScopes(context, details, ownerOrgNo);
  const taken = quotedText(409, `The Resource already exist: ${details.identifier}`);
  if (await isIdentifierUsed(context.db, details.identifier)) throw taken;
  try {
    return await context.db.transaction(async (tx) => {
      const resource = await storeNewResource(tx, details, context.now);
      await recordAudit(tx, context, {
        action: 'resource.created',
        subjectType: 'resource',
        subjectId: details.identifier,
        ownerOrgNo,
        after: resource,
      });
      return resource;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw taken;
    throw error;
  }
}
