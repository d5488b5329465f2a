import { env } from '../config/env.ts';
import { keyedHash } from '../kernel/secrets.ts';

/**
 * What the browser seals a person's unsent forms with when the session ends: the same at every log-in of that person,
 * and given out on signed-in pages only. Opens nothing on the server.
 */
export function keptFormsKey(personUuid: string): string {
  return keyedHash(env().AUTH_SECRET, 'kept-forms', personUuid);
}
