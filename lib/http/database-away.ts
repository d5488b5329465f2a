import { isUnavailable } from '#db/failures.ts';
import { tell } from '../kernel/happenings.ts';

/** Whether a call failed because the database cannot be reached or written right now; the operators hear of it. */
export function isDatabaseAway(error: unknown): boolean {
  const isAway = isUnavailable(error);
  if (isAway) tell('databaseAway', {});
  return isAway;
}
