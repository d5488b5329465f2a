import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/open.ts';
import type { VendorEvent } from './model.ts';
import { insertDeliveries, insertEvent, selectListeners } from './store.ts';

/**
 * What happened; `occurrence` names it apart from everything else that ever happens: it is told once. `orderKey` is the
 * subject unless said.
 */
export type Happening = Omit<VendorEvent, 'id' | 'orderKey'> & {
  readonly orderKey?: string;
  readonly occurrence: string;
};

/**
 * Notes an event inside the transaction of what it tells of, and queues it for every address of the vendor that listens.
 * An occurrence that was noted before changes nothing. Sends nothing: that is for after the transaction.
 */
export async function recordEvent(tx: Transaction, happening: Happening): Promise<void> {
  const { occurrence, ...rest } = happening;
  const event = { orderKey: happening.subject, ...rest, id: randomUUID() };
  if (!(await insertEvent(tx, event, occurrence))) return;
  await insertDeliveries(tx, event, await selectListeners(tx, event));
}
