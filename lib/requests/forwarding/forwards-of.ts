import type { Db } from '#db/open.ts';
import type { Forward } from './model.ts';
import { selectForwardedBy, selectForwards } from './store.ts';

/** Lists who has sent the requests on, earliest first. */
export function forwardsOf(db: Db, requestIds: readonly string[]): Promise<readonly Forward[]> {
  return selectForwards(db, requestIds);
}

/** Lists the ids of the requests that the person has sent on. */
export function requestsForwardedBy(db: Db, personUuid: string): Promise<readonly string[]> {
  return selectForwardedBy(db, personUuid);
}
