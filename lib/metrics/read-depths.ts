import type { Db } from '#db/open.ts';
import { countWaitingDeliveries } from '../events/deliveries/count-waiting.ts';
import { countWaitingCustomers } from '../requests/bulk/count-waiting.ts';
import { countWaitingNotices } from '../requests/notices/count-waiting.ts';
import { countWaitingLines } from '../requests/request-jobs/count-waiting.ts';
import { countWaitingClients } from '../systemusers/clients/jobs/count-waiting.ts';

/** Counts what waits its turn in each queue of the background work. */
export async function readDepths(db: Db): Promise<Readonly<Record<string, number>>> {
  return {
    webhooks: await countWaitingDeliveries(db),
    notices: await countWaitingNotices(db),
    requests: await countWaitingLines(db),
    change_requests: await countWaitingCustomers(db),
    client_changes: await countWaitingClients(db),
  };
}
