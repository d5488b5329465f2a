import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { assertOperator } from '../administration/authority.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { administrationProblem } from '../administration/problems.ts';
import { isPrefix, type ScopePrefix } from './model.ts';
import { namePrefix } from './named-prefix.ts';
import type { NamedPrefix, PrefixBody } from './schema.ts';
import { insertPrefix } from './store.ts';

/**
 * Assigns a prefix to an organisation; the operator alone may.
 * @throws BareError 401, 403 · ProblemError 400, 409 `prefix_exists`
 */
export async function assignPrefix(context: Context, input: PrefixBody): Promise<NamedPrefix> {
  await assertOperator(context);
  if (!isPrefix(input.prefix)) {
    throw administrationProblem('invalid_request', {
      field: 'prefix',
      detail: 'A prefix has 1 to 50 lower case letters and digits.',
    });
  }
  const ownerOrgNo = input.ownerOrgNo ?? '';
  assertOrgNo(ownerOrgNo, 'owner_orgno');
  const prefix: ScopePrefix = {
    prefix: input.prefix,
    ownerOrgNo,
    active: true,
    createdAt: context.now,
    updatedAt: context.now,
  };
  await context.db.transaction(async (tx) => {
    if (!(await insertPrefix(tx, prefix))) throw administrationProblem('prefix_exists');
    await recordAudit(tx, context, {
      action: 'prefix.assigned',
      subjectType: 'prefix',
      subjectId: prefix.prefix,
      ownerOrgNo,
    });
  });
  return namePrefix(context.db, prefix);
}
