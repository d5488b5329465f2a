import { HOUR_MS } from '../kernel/durations.ts';
/** A signed-in person's session as the database keeps it; the cookie carries the opaque id, the row its hash. */
export type Session = {
  readonly idHash: string;
  readonly personUuid: string;
  readonly authenticationLevel: number;
  readonly authenticationMethod: string;
  readonly actingForUuid: string | undefined;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** A session ends after so long without a call. */
const SESSION_IDLE_MINUTES = 30;
/** A session ends so long after log-in, however busy. */
export const SESSION_TOTAL_HOURS = 8;
/** A call within this time of the last one writes nothing. */
export const SESSION_TOUCH_SECONDS = 60;

/** When a session ends: by itself if nothing happens, and whatever happens. */
export type SessionEnd = { readonly idleAt: Date; readonly finalAt: Date; readonly idleSeconds: number };

/** When the session ends unless it is used, and when it ends even so. */
export function endOf(session: Pick<Session, 'createdAt' | 'lastSeenAt'>): SessionEnd {
  return {
    idleAt: new Date(session.lastSeenAt.getTime() + SESSION_IDLE_MINUTES * 60_000),
    finalAt: new Date(session.createdAt.getTime() + SESSION_TOTAL_HOURS * HOUR_MS),
    idleSeconds: SESSION_IDLE_MINUTES * 60,
  };
}

/** Whether the session still lives at the instant. */
export function isLive(session: Pick<Session, 'createdAt' | 'lastSeenAt'>, at: Date): boolean {
  const { idleAt, finalAt } = endOf(session);
  return at <= idleAt && at <= finalAt;
}
