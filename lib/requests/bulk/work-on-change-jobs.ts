import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { resourceIdsOf } from '../../register/model.ts';
import { readCustomer } from '../../systemusers/customers/read-customer.ts';
import { workThrough } from '../../systemusers/jobs/work-through.ts';
import { createChangeRequest } from '../create-change-request.ts';
import { type AskingItem, selectWaiting, settleItem } from './store.ts';
import { isLacking, NOTHING, whatToAsk } from './what-to-ask.ts';

/** Asks the customers that wait in jobs. @returns how many were asked or refused */
export function workOnChangeJobs(db: Db, clock: () => Date): Promise<number> {
  return workThrough(db, clock, { selectWaiting, settle: settleItem, carryOut });
}

/** Asks one customer for what is missing now; one that has given it or was asked meanwhile is left in peace. */
async function carryOut(context: Context, { job, systemUserId, requestId }: AskingItem): Promise<void> {
  const { db, now } = context;
  const customer = await readCustomer(context, systemUserId);
  const [{ toAsk: lacking } = { toAsk: NOTHING }] = await whatToAsk(db, [customer], now);
  if (!customer.user.isDeleted && !isLacking(lacking)) return;
  await createChangeRequest(context, {
    correlationId: requestId,
    systemUserId,
    requiredRights: customer.system.rights.filter((right) =>
      resourceIdsOf(right).some((id) => lacking.rights.includes(id)),
    ),
    requiredAccessPackages: lacking.packages,
    unwantedRights: [],
    unwantedAccessPackages: [],
    vendorOrgNo: job.vendorOrgNo,
  });
}
