import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { assertAdministrator, WRITE_SCOPES } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { lockPrefix } from '../prefixes/find-prefix.ts';
import { assertDelegationSource } from './delegation-source.ts';
import type { Scope } from './model.ts';
import type { ScopeBody } from './schema.ts';
import { isSubscope } from './scope-name.ts';
import { insertScope } from './store.ts';

/**
 * Creates a scope below a prefix of the caller's organisation.
 * @throws BareError 401, 403 · ProblemError 400, 403 `prefix_not_yours`, 409 `scope_exists`
 * @see `maskinporten.md` §12.3
 */
export async function createScope(context: Context, input: ScopeBody): Promise<Scope> {
  const orgNo = await assertAdministrator(context, WRITE_SCOPES);
  const { prefix, subscope } = assertName(input);
  const scope: Scope = {
    ...input.settings,
    addsConsumerPrefix: input.addsConsumerPrefix ?? false,
    name: `${prefix}:${subscope}`,
    prefix,
    subscope,
    ownerOrgNo: orgNo,
    active: true,
    createdAt: context.now,
    updatedAt: context.now,
  };
  await context.db.transaction(async (tx) => {
    const owned = await lockPrefix(tx, prefix);
    if (!owned?.active || owned.ownerOrgNo !== orgNo) {
      throw administrationProblem('prefix_not_yours', { field: 'prefix' });
    }
    assertDelegationSource(input.settings.delegationSource);
    if (!(await insertScope(tx, scope))) throw administrationProblem('scope_exists');
    await recordAudit(tx, context, {
      action: 'scope.created',
      subjectType: 'scope',
      subjectId: scope.name,
      ownerOrgNo: orgNo,
      after: scope,
    });
  });
  return scope;
}

function assertName(input: ScopeBody): { readonly prefix: string; readonly subscope: string } {
  const { prefix, subscope } = input;
  if (!prefix) throw administrationProblem('invalid_request', { field: 'prefix', detail: 'prefix is required.' });
  if (!subscope || !isSubscope(subscope)) {
    throw administrationProblem('invalid_request', {
      field: 'subscope',
      detail: 'subscope is required: lower case letters and digits, with single "/", "." or ":" between them.',
    });
  }
  return { prefix, subscope };
}
