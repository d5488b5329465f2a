import { randomBytes } from 'node:crypto';
import { env } from '../config/env.ts';
import { seal, unseal } from '../kernel/secrets.ts';

const SECRET_BYTES = 32;

/** Makes a secret for signatures. @see Standard Webhooks, “Signature scheme” */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The secret as it lies in the database. */
export function sealSecret(secret: string): string {
  return seal(env().AUTH_SECRET, 'webhook', secret);
}

/** The secret again. @throws Error when `AUTH_SECRET` is not the one that sealed it. */
export function openSecret(sealed: string): string {
  return unseal(env().AUTH_SECRET, 'webhook', sealed);
}
