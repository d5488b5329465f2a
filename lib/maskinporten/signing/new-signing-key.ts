import { createHash, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { env } from '../../config/env.ts';
import { seal } from '../../kernel/secrets.ts';
import { issueCertificate } from './certificate.ts';
import type { SigningKeyRow } from './signing-key-store.ts';

const generate = promisify(generateKeyPair);
const CERTIFICATE_YEARS = 10;

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
    publicJwk: { kty, use: 'sig', alg: 'RS256', kid, n, e, x5c: [selfSigned(publicKey, privateKey, times.createdAt)] },
    privateSealed: seal(AUTH_SECRET, 'signing-key', pem),
    createdAt: times.createdAt,
    activatesAt: times.activatesAt,
    retiredAt: null,
  };
}

/** Real keys come with a certificate, and some verifiers read it; nobody else vouches for ours. */
function selfSigned(publicKey: KeyObject, issuerKey: KeyObject, validFrom: Date): string {
  const subject = { commonName: env().issuer };
  const validTo = new Date(validFrom);
  validTo.setUTCFullYear(validTo.getUTCFullYear() + CERTIFICATE_YEARS);
  const details = { subject, publicKey, issuer: subject, issuerKey, isAuthority: false, validFrom, validTo };
  return issueCertificate(details).toString('base64');
}
