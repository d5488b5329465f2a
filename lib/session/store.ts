import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Session } from './model.ts';

/** Reads a session that nobody has ended; whether it is too old is for the caller to judge. */
export async function selectSession(db: Db, idHash: string): Promise<Session | undefined> {
  const { sessions } = db.tables;
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, idHash), isNull(sessions.endedAt)));
  if (!row) return undefined;
  const { id, actingForUuid, endedAt: _, ...rest } = row;
  return { ...rest, idHash: id, actingForUuid: actingForUuid ?? undefined };
}

/** Stores a new session. */
export async function insertSession(db: Db, session: Session): Promise<void> {
  const { idHash, actingForUuid, ...rest } = session;
  await db.insert(db.tables.sessions).values({ ...rest, id: idHash, actingForUuid: actingForUuid ?? null });
}

/** Notes that the session was used. */
export async function touchSession(db: Db, idHash: string, at: Date): Promise<void> {
  const { sessions } = db.tables;
  await db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, idHash));
}

/** Ends a session; ending it twice changes nothing. @returns whether it had not ended before */
export async function markEnded(db: Db, idHash: string, at: Date): Promise<boolean> {
  const { sessions } = db.tables;
  const ended = await db
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.id, idHash), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends every session of a person. */
export async function markAllEnded(db: Db, personUuid: string, at: Date): Promise<void> {
  const { sessions } = db.tables;
  await db
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.personUuid, personUuid), isNull(sessions.endedAt)));
}
