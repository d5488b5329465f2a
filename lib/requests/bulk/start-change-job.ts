import { randomUUID } from 'node:crypto';
import { recordAudit } from '../../audit/record.ts';
import { assertPerson } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { bindingProblem } from '../../kernel/errors.ts';
import { assertVendor } from '../assert-vendor.ts';
import { REQUEST_WRITE } from '../scopes.ts';
import { readCustomersToAsk } from './list-customers-to-ask.ts';
import { JOB_CUSTOMERS_MAX } from './model.ts';
import { insertChangeJob } from './store.ts';

/**
 * Which customers of a vendor to ask, by system user; `all` means those that miss something nobody has asked for, the
 * oldest 2,000 of them.
 */
export type ChangeJobOrder = { readonly vendorOrgNo: string; readonly systemUserIds: readonly string[] | 'all' };

/**
 * Orders that many customers are asked for what their system users lack. It is carried out customer by customer in the
 * background, with the person's authority of that moment; see `workOnChangeJobs`. Customers with nothing to ask for and
 * those of other vendors are left out.
 * @returns how many customers will be asked; without any there is no job.
 * @throws BareError 401, 403 · ProblemError agreement-missing, 400 when more than 2,000 are chosen.
 */
export async function startChangeJob(context: Context, order: ChangeJobOrder): Promise<number> {
  const actor = assertPerson(context);
  const vendorOrgNo = await assertVendor(context, REQUEST_WRITE, order.vendorOrgNo);
  const { systemUserIds } = order;
  if (systemUserIds !== 'all' && systemUserIds.length > JOB_CUSTOMERS_MAX) {
    throw bindingProblem({ customer: [`At most ${JOB_CUSTOMERS_MAX} customers at a time.`] });
  }
  const ids = (await readCustomersToAsk(context, { vendorOrgNo, systemUserIds })).map(
    ({ customer }) => customer.user.id,
  );
  if (ids.length === 0) return 0;
  const job = {
    id: randomUUID(),
    vendorOrgNo,
    personUuid: actor.partyUuid,
    authenticationLevel: actor.authenticationLevel,
    createdAt: context.now,
  };
  // Everything is looked at again when a customer's turn comes, so the long reading need not hold the writer up.
  await context.db.transaction(async (tx) => {
    await insertChangeJob(tx, job, ids);
    await recordAudit(tx, context, {
      action: 'change-round.started',
      subjectType: 'change-round',
      subjectId: job.id,
      onBehalfOf: vendorOrgNo,
      vendorOrgNo,
      after: { customers: ids.length },
    });
  });
  return ids.length;
}
