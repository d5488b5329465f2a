import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import { findScopes } from '../scopes/find-scope.ts';
import type { DelegationPair } from './model.ts';
import { type DelegatedPart, removeDelegations } from './store.ts';

/**
 * Ends what a consumer lets a supplier use of a scope or of an API. Trusts its caller.
 * @throws ProblemError 404 `delegation_not_found`
 */
export async function endDelegations(context: Context, pair: DelegationPair, part: DelegatedPart): Promise<void> {
  await context.db.transaction(async (tx) => {
    const removed = await removeDelegations(tx, pair, part);
    if (removed.length === 0) throw administrationProblem('delegation_not_found');
    const scopes = await findScopes(
      tx,
      removed.map(({ scope }) => scope),
    );
    const owners = new Map(scopes.map(({ name, ownerOrgNo }) => [name, ownerOrgNo]));
    for (const before of removed) {
      await recordAudit(tx, context, {
        action: 'scope-delegation.revoked',
        subjectType: 'scope',
        subjectId: before.scope,
        onBehalfOf: before.consumerOrgNo,
        partyOrgNo: before.consumerOrgNo,
        vendorOrgNo: before.supplierOrgNo,
        ownerOrgNo: owners.get(before.scope),
        before,
      });
    }
  });
}
