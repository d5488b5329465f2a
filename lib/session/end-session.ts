import type { Db } from '#db/open.ts';
import { hashSessionId } from './session-id.ts';
import { markAllEnded, markEnded } from './store.ts';

/** Ends one session on the server; its cookie opens nothing from then on. */
export async function endSession(db: Db, id: string, at: Date): Promise<void> {
  await markEnded(db, hashSessionId(id), at);
}

/** Ends every session of a person, wherever they are signed in. */
export async function endSessionsOf(db: Db, personUuid: string, at: Date): Promise<void> {
  await markAllEnded(db, personUuid, at);
}
