import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const FILE = 'data/secrets.json';

/**
 * Gives the sandbox an AUTH_SECRET that survives restarts, in a file that only its owner can read.
 * Elsewhere the secret is a setting and nothing happens here.
 */
export function provideSandboxSecret(environment: NodeJS.ProcessEnv): void {
  if (environment.AUTH_SECRET || (environment.PORTAL_ENVIRONMENT ?? 'sandbox') !== 'sandbox') return;
  if (!existsSync(FILE)) {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, JSON.stringify({ AUTH_SECRET: randomBytes(32).toString('base64url') }), { mode: 0o600 });
  }
  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as { AUTH_SECRET: string };
  environment.AUTH_SECRET = stored.AUTH_SECRET;
}
