import type { Transaction } from '#db/open.ts';
import type { AnyRequest } from '../model.ts';
import { notifyPeople } from '../notices/queue-notices.ts';
import { selectForwards } from './store.ts';

/** Tells those who sent the request on what became of it. */
export async function notifyForwarders(
  tx: Transaction,
  occasion: {
    readonly kind: 'approved' | 'rejected';
    readonly request: AnyRequest;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  const forwards = await selectForwards(tx, [occasion.request.id]);
  await notifyPeople(
    tx,
    occasion,
    forwards.map((forward) => forward.fromUuid),
  );
}
