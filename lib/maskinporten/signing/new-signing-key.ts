import { createHash, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { env } from '../../config/env.ts';
import { seal } from '../../kernel/secrets.ts';
import type { SigningKeyRow } from './signing-key-store.ts';

const generate = promisify(generateKeyPair);

/**
 * Makes an RSA key of `SIGNING_KEY_BITS` bits, named by its RFC 7638 thumbprint, its private half sealed under
 * `AUTH_SECRET`. Stores nothing.
 */
export async function newSigningKey(times: { createdAt: Date; activatesAt: Date }): Promise<SigningKeyRow> {
  const { AUTH_SECRET, SIGNING_KEY_BITS } = env();
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: SIGNING_KEY_BITS, publicExponent: 65537 });
  const { kty, n, e } = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    kid,
    publicJwk: { kty, use: 'sig', alg: 'RS256', kid, n, e },
    privateSealed: seal(AUTH_SECRET, 'signing-key', pem),
    createdAt: times.createdAt,
    activatesAt: times.activatesAt,
    retiredAt: null,
  };
}
