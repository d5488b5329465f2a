import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { resourceIdsOf } from '../../register/model.ts';
import { workThrough } from '../../systemusers/jobs/work-through.ts';
import { readCustomer } from '../../systemusers/list-customers.ts';
import { createChangeRequest } from '../create-change-request.ts';
import { selectChangeRequests } from '../store.ts';
import { type AskingItem, selectWaiting, settleItem } from './store.ts';
import { isLacking, toAsk } from './to-ask.ts';

/** Asks the customers that wait in jobs. @returns how many were asked or refused */
export function workOnChangeJobs(db: Db, clock: () => Date): Promise<number> {
  return workThrough(db, clock, { selectWaiting, settle: settleItem, carryOut });
}

/** Asks one customer for what is missing now; one that has given it or was asked meanwhile is left in peace. */
async function carryOut(context: Context, { job, systemUserId, requestId }: AskingItem): Promise<void> {
  const { db, now } = context;
  const customer = await readCustomer(context, systemUserId);
  const waiting = await selectChangeRequests(db, { systemUserId, status: 'New' });
  const { toAsk: lacking } = await toAsk(db, customer, waiting, now);
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
