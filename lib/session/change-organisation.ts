import type { Db } from '#db/open.ts';
import { forbidden, unauthenticated } from '../kernel/errors.ts';
import { hasRelation } from '../parties/roles.ts';
import { findSession } from './find-session.ts';
import { hashSessionId, newSessionId } from './session-id.ts';
import { insertSession, markEnded } from './store.ts';

/**
 * Makes the person act for another organisation: the old session ends, a new id continues its age and level (C5).
 * @returns the new opaque id.
 * @throws BareError 401 when the session is over, 403 when the register gives the person nothing at the organisation.
 */
export async function changeOrganisation(db: Db, id: string, orgUuid: string, at: Date): Promise<string> {
  const session = await findSession(db, id, at);
  if (!session) throw unauthenticated();
  if (!(await hasRelation(db, orgUuid, session.personUuid))) throw forbidden();
  const next = newSessionId();
  await db.transaction(async (tx) => {
    if (!(await markEnded(tx, session.idHash, at))) throw unauthenticated();
    await insertSession(tx, { ...session, idHash: hashSessionId(next), actingForUuid: orgUuid, lastSeenAt: at });
  });
  return next;
}
