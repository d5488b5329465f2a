import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import type { Scope } from '../scopes/model.ts';
import { storeScopeDelegation } from './find-delegation.ts';
import type { DelegationPair } from './model.ts';

/**
 * Writes down that a consumer lets a supplier use scopes; what was there before stays as it is, and is not recorded
 * again. Trusts its caller.
 * @param resourceId of the resource that stands for them; empty when there is none
 */
export async function giveScopes(
  context: Context,
  { consumerOrgNo, supplierOrgNo }: DelegationPair,
  { resourceId, scopes }: { readonly resourceId: string; readonly scopes: readonly Scope[] },
): Promise<void> {
  const { now: at, actor } = context;
  const givenByName = actor.kind === 'person' ? actor.name : undefined;
  await context.db.transaction(async (tx) => {
    for (const { name: scope, ownerOrgNo } of scopes) {
      const delegation = { consumerOrgNo, supplierOrgNo, scope, resourceId, givenByName, at };
      if (!(await storeScopeDelegation(tx, delegation))) continue;
      await recordAudit(tx, context, {
        action: 'scope-delegation.given',
        subjectType: 'scope',
        subjectId: scope,
        onBehalfOf: consumerOrgNo,
        partyOrgNo: consumerOrgNo,
        vendorOrgNo: supplierOrgNo,
        ownerOrgNo,
      });
    }
  });
}
