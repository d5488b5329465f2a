import { env } from '../config/env.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** RFC 9116 §2.5.5 asks for less than a year. */
const VALID_DAYS = 180;

/** Where `security.txt` stands. */
export const SECURITY_TXT_PATH = '/.well-known/security.txt';

/**
 * Says where to report a weakness: the operator's contact, or else the mailbox that every domain should have for it.
 * @param at the instant of the request; the answer expires half a year later
 * @see RFC 9116, RFC 2142 §4
 */
export function toSecurityTxt(at: Date): string {
  const { PORTAL_URL, SECURITY_CONTACT, hostname } = env();
  const fields = [
    ['Contact', SECURITY_CONTACT ?? `mailto:security@${hostname}`],
    ['Expires', new Date(at.getTime() + VALID_DAYS * DAY_MS).toISOString()],
    ['Preferred-Languages', 'nb, nn, en'],
    ['Canonical', `${PORTAL_URL}${SECURITY_TXT_PATH}`],
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('');
}
