import { cookies } from 'next/headers';
import { now } from '../context/clock.ts';
import { processDb } from '../context/database.ts';
import { decodeSessionId, sessionCookie } from './cookie.ts';
import { endSession } from './end-session.ts';

/** Ends the caller's session on the server and takes its cookie away; for server actions. */
export async function endCurrentSession(): Promise<void> {
  const { name, options } = sessionCookie();
  const jar = await cookies();
  const cookie = jar.get(name)?.value;
  if (cookie === undefined) return;
  const id = await decodeSessionId(cookie);
  if (id) await endSession(processDb(), id, now());
  jar.set(name, '', { ...options, maxAge: 0 });
}
