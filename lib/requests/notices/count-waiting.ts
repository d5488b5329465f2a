import { and, isNull, lt } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { ATTEMPTS_MAX } from './deliver-notices.ts';

/** Counts the messages that have not been sent and have not been given up. */
export function countWaitingNotices(db: Db): Promise<number> {
  const { outbox } = db.tables;
  return db.$count(outbox, and(isNull(outbox.sentAt), lt(outbox.attempts, ATTEMPTS_MAX)));
}
