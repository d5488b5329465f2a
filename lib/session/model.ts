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

/** Whether the session still lives at the instant. */
export function isLive(session: Pick<Session, 'createdAt' | 'lastSeenAt'>, at: Date): boolean {
  const idleMs = at.getTime() - session.lastSeenAt.getTime();
  const ageMs = at.getTime() - session.createdAt.getTime();
  return idleMs <= SESSION_IDLE_MINUTES * 60_000 && ageMs <= SESSION_TOTAL_HOURS * 3_600_000;
}
