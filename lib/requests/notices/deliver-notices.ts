import type { Db } from '#db/open.ts';
import { tell } from '../../kernel/happenings.ts';
import { type Mailer, MailRefused } from './mailer.ts';
import { claimMessage, markFailed, markSent, selectDueMessages } from './store.ts';

const BATCH_SIZE = 50;
const FIRST_PAUSE_MS = 60_000;
const FAILURE_MAX_CHARACTERS = 500;

/** Attempts per message; the last comes about four hours after the first. */
export const ATTEMPTS_MAX = 9;

/** What came of one round. */
export type Delivered = { readonly sent: number; readonly failed: number };

/**
 * Sends the messages that are due. Several processes may do so at once: whoever claims a message first sends it. A
 * process that dies in between leaves it to be claimed again, so that a message may in that one case arrive twice, but
 * is never lost; its id is the same both times.
 */
export async function deliverNotices(db: Db, mailer: Mailer, clock: () => Date): Promise<Delivered> {
  let sent = 0;
  let failed = 0;
  for (const message of await selectDueMessages(db, clock(), { attemptsMax: ATTEMPTS_MAX, limit: BATCH_SIZE })) {
    const at = clock();
    if (!(await claimMessage(db, message, new Date(at.getTime() + pauseAfter(message.attempts))))) continue;
    try {
      await mailer.send({ ...message, id: `${message.createdAt.getTime()}.${message.id}`, to: message.toAddress });
      await markSent(db, message.id, clock());
      tell('notice', { outcome: 'sent' });
      sent++;
    } catch (error) {
      const attempts = error instanceof MailRefused ? ATTEMPTS_MAX : message.attempts + 1;
      const failure = (error instanceof Error ? error.message : String(error)).slice(0, FAILURE_MAX_CHARACTERS);
      await markFailed(db, message.id, { failure, attempts });
      tell('notice', { outcome: 'failed' });
      failed++;
    }
  }
  return { sent, failed };
}

/** One minute, two, four …: how long until another attempt. */
function pauseAfter(earlierAttempts: number): number {
  return FIRST_PAUSE_MS * 2 ** earlierAttempts;
}
