import type { Db } from '#db/open.ts';
import { isLive, SESSION_TOUCH_SECONDS, type Session } from './model.ts';
import { hashSessionId } from './session-id.ts';
import { selectSession, touchSession } from './store.ts';

/** Finds the live session of an opaque id and notes its use; `undefined` when it was ended, is too old or never was. */
export async function findSession(db: Db, id: string, at: Date): Promise<Session | undefined> {
  const session = await selectSession(db, hashSessionId(id));
  if (!session || !isLive(session, at)) return undefined;
  if (at.getTime() - session.lastSeenAt.getTime() <= SESSION_TOUCH_SECONDS * 1000) return session;
  await touchSession(db, session.idHash, at);
  return { ...session, lastSeenAt: at };
}
