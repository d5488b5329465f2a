import { cookies } from 'next/headers';
import { now } from '../context/clock.ts';
import { processDb } from '../context/database.ts';
import { unauthenticated } from '../kernel/errors.ts';
import { changeOrganisation } from './change-organisation.ts';
import { COOKIE_MAX_AGE_SECONDS, decodeSessionId, encodeSessionId, sessionCookie } from './cookie.ts';

/**
 * Makes the signed-in person act for another organisation, under a new session id; for server actions.
 * @throws BareError 401 without a session, 403 without a relation to the organisation.
 */
export async function switchOrganisation(orgUuid: string): Promise<void> {
  const { name, options } = sessionCookie();
  const jar = await cookies();
  const id = await decodeSessionId(jar.get(name)?.value ?? '');
  if (!id) throw unauthenticated();
  const next = await changeOrganisation(processDb(), id, orgUuid, now());
  jar.set(name, await encodeSessionId(next), { ...options, maxAge: COOKIE_MAX_AGE_SECONDS });
}
