import { createHash, randomBytes } from 'node:crypto';

const SESSION_ID_BYTES = 32;

/** A new opaque session id, 256 random bits. */
export function newSessionId(): string {
  return randomBytes(SESSION_ID_BYTES).toString('base64url');
}

/** What the database stores of a session id: a leaked table opens no session. */
export function hashSessionId(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
