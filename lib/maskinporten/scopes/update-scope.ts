import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { WRITE_SCOPES } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { assertDelegationSource } from './delegation-source.ts';
import type { Scope } from './model.ts';
import { assertOwnScope } from './own-scope.ts';
import type { ScopeBody } from './schema.ts';
import { lockScope, saveScope } from './store.ts';

/**
 * Replaces what the owner decides of a scope; `active` true revives it. The name never changes.
 * @throws BareError 401, 403 · ProblemError 400, 404 `scope_not_found`
 */
export async function updateScope(context: Context, input: ScopeBody & { readonly name: string }): Promise<Scope> {
  const own = await assertOwnScope(context, input.name, WRITE_SCOPES);
  assertSameName(own, input);
  if (input.settings.delegationSource !== own.delegationSource) assertDelegationSource(input.settings.delegationSource);
  return context.db.transaction(async (tx) => {
    const before = await lockScope(tx, own.name);
    if (!before) throw administrationProblem('scope_not_found');
    const after: Scope = {
      ...before,
      ...input.settings,
      addsConsumerPrefix: input.addsConsumerPrefix ?? before.addsConsumerPrefix,
      active: input.active ?? before.active,
      updatedAt: context.now,
    };
    await saveScope(tx, after);
    await recordAudit(tx, context, {
      action: 'scope.changed',
      subjectType: 'scope',
      subjectId: own.name,
      ownerOrgNo: own.ownerOrgNo,
      before,
      after,
    });
    return after;
  });
}

function assertSameName(own: Scope, input: ScopeBody): void {
  for (const field of ['prefix', 'subscope'] as const) {
    const sent = input[field];
    if (sent !== undefined && sent !== own[field]) throw administrationProblem('immutable_field', { field });
  }
}
