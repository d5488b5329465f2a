import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { assertOwner, assertRegistryCaller, RESOURCE_WRITE } from './assert-owner.ts';
import { findPolicy } from './find-policy.ts';
import { findResource } from './find-resource.ts';
import { APP_ATTRIBUTE, type Match, ORG_ATTRIBUTE, type Policy, parseAppId, RESOURCE_ATTRIBUTE } from './model.ts';
import { parsePolicy } from './policies/parse-policy.ts';
import { writePolicy } from './policies/write-policy.ts';
import { policyRefused, quotedText } from './problems.ts';
import { storePolicy } from './store-policy.ts';
import { lockResource, ownerOrgNoOf } from './store-resource.ts';

/**
 * Stores the policy of a resource, uploaded as XML or built by a page. Every rule must name this resource and no other.
 * @param input.policy XACML 3.0 XML, or rules and obligations to write as such
 * @throws BareError 401, 403 · BareError 400 for an unknown resource and for what the policy subset lacks ·
 * ProblemError 500 for what is not XML
 * @see altinn-api.md §13.4, B27
 */
export async function savePolicy(
  context: Context,
  input: { readonly identifier: string; readonly policy: string | Policy },
): Promise<Policy> {
  assertRegistryCaller(context, RESOURCE_WRITE);
  const { identifier } = input;
  const resource = await findResource(context.db, identifier);
  if (!resource) throw unknownResource();
  const ownerOrgNo = await ownerOrgNoOf(context.db, resource.hasCompetentAuthority);
  await assertOwner(context, ownerOrgNo, RESOURCE_WRITE);
  const xml = typeof input.policy === 'string' ? input.policy : writePolicy(identifier, input.policy);
  const policy = parsePolicy(xml);
  assertNames(policy, identifier);
  await context.db.transaction(async (tx) => {
    if (!(await lockResource(tx, identifier))) throw unknownResource();
    const before = await findPolicy(tx, identifier);
    const version = await storePolicy(tx, { identifier, policy, xml, at: context.now });
    await recordAudit(tx, context, {
      action: 'policy.saved',
      subjectType: 'resource',
      subjectId: identifier,
      ownerOrgNo,
      before,
      after: { version, ...policy },
    });
  });
  return policy;
}

function unknownResource(): Error {
  return quotedText(400, 'Unknown resource');
}

/** Every alternative of every rule names this resource by its id, or an app by its org and app. */
function assertNames(policy: Policy, identifier: string): void {
  const app = parseAppId(identifier);
  for (const rule of policy.rules) {
    if (rule.resources.flat().some((match) => match.id === RESOURCE_ATTRIBUTE && match.value !== identifier)) {
      throw policyRefused('Contains rules for a different registry resource');
    }
    const named = rule.resources.every(
      (matches) =>
        matches.some((match) => match.id === RESOURCE_ATTRIBUTE) ||
        (app !== undefined && has(matches, ORG_ATTRIBUTE, app.org) && has(matches, APP_ATTRIBUTE, app.app)),
    );
    if (rule.resources.length === 0 || !named) {
      throw policyRefused('Contains rule without reference to registry resource id');
    }
  }
}

function has(matches: readonly Match[], id: string, value: string): boolean {
  return matches.some((match) => match.id === id && match.value.toLowerCase() === value.toLowerCase());
}
