import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a derived key is for; each purpose has its own key, so that one leak opens one door. */
type Purpose =
  | 'person-number'
  | 'signing-key'
  | 'page-token'
  | 'digest'
  | 'rate-limit'
  | 'audit'
  | 'webhook'
  | 'kept-forms';

const keys = new Map<string, Buffer>();

function keyFor(secret: string, purpose: Purpose): Buffer {
  const name = `${purpose}\n${secret}`;
  const known = keys.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', secret, 'systembruker', purpose, 32));
  keys.set(name, key);
  return key;
}

/** Encrypts a text at rest with AES-256-GCM under a key derived from the secret; base64url of nonce, tag and ciphertext. */
export function seal(secret: string, purpose: Purpose, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/**
 * Decrypts what `seal` made.
 * @throws Error when the secret is another one or the text was altered.
 */
export function unseal(secret: string, purpose: Purpose, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** A keyed hash (HMAC-SHA-256, base64url) that finds a value again without storing it in clear. */
export function keyedHash(secret: string, purpose: Purpose, text: string): string {
  return createHmac('sha256', keyFor(secret, purpose)).update(text).digest('base64url');
}
