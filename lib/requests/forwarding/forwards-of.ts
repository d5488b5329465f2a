import { and, type Column, eq, exists, type SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Forward } from './model.ts';
import { selectForwards } from './store.ts';

/** Lists who has sent the requests on, earliest first. */
export function forwardsOf(db: Db, requestIds: readonly string[]): Promise<readonly Forward[]> {
  return selectForwards(db, requestIds);
}

/** The condition on the id of a request that the person has sent it on. */
export function isForwardedBy(db: Db, requestId: Column, personUuid: string): SQL {
  const { requestForwards } = db.tables;
  return exists(
    db
      .select({ requestId: requestForwards.requestId })
      .from(requestForwards)
      .where(and(eq(requestForwards.requestId, requestId), eq(requestForwards.fromUuid, personUuid))),
  );
}
