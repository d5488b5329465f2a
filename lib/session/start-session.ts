import type { Db } from '#db/open.ts';
import { organisationsOf } from '../parties/roles.ts';
import { hashSessionId, newSessionId } from './session-id.ts';
import { insertSession } from './store.ts';

/** Who signed in, how and how surely. */
export type Login = {
  readonly personUuid: string;
  readonly authenticationLevel: number;
  readonly authenticationMethod: string;
};

/**
 * Starts a session and returns its opaque id, which is new at every log-in (no fixation, C5).
 * A person with one organisation acts for it from the start; one with several chooses.
 */
export async function startSession(db: Db, login: Login, at: Date): Promise<string> {
  const id = newSessionId();
  const organisations = await organisationsOf(db, login.personUuid);
  await insertSession(db, {
    ...login,
    idHash: hashSessionId(id),
    actingForUuid: organisations.length === 1 ? organisations[0]?.uuid : undefined,
    createdAt: at,
    lastSeenAt: at,
  });
  return id;
}
