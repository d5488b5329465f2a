import type { Db } from '#db/open.ts';
import type { Context } from '../../../context/context.ts';
import { workThrough } from '../../jobs/work-through.ts';
import { addClient } from '../add-client.ts';
import { removeClient } from '../remove-client.ts';
import { selectWaiting, settleItem, type WaitingItem } from './store.ts';

/** Connects and removes the clients that wait in jobs. @returns how many were done or refused */
export function workOnClientJobs(db: Db, clock: () => Date): Promise<number> {
  return workThrough(db, clock, { selectWaiting, settle: settleItem, carryOut });
}

async function carryOut(context: Context, { job, clientUuid }: WaitingItem): Promise<void> {
  const { systemUserId, partyUuid } = job;
  const input = { party: { uuid: partyUuid }, systemUserId, providerUuid: partyUuid, clientUuid };
  await (job.change === 'add' ? addClient(context, input) : removeClient(context, input));
}
