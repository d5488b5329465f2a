import { type JsonWebKey, X509Certificate } from 'node:crypto';
import { administrationProblem } from '../administration/problems.ts';

/** Long enough for any chain of the Norwegian issuers. */
const CHAIN_MAX_CERTIFICATES = 8;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Checks that `x5c` is an array of certificates whose leaf holds the very key beside it.
 * Does not check issuer, validity or revocation; `assertCertified` does.
 * @throws ProblemError 400 `invalid_key`
 * @see RFC 7517 §4.7
 */
export function assertCertificateChain(
  value: unknown,
  key: { readonly n: string; readonly e: string },
): readonly string[] {
  const isChain = Array.isArray(value) && value.length <= CHAIN_MAX_CERTIFICATES;
  if (!isChain || !value.every((entry): entry is string => typeof entry === 'string' && BASE64.test(entry))) {
    throw invalid('x5c must be an array of certificates in standard base64, leaf first.');
  }
  const [leaf] = value.map((entry) => parseCertificate(Buffer.from(entry, 'base64')));
  const held = leaf && publicJwkOf(leaf);
  if (held?.n !== key.n || held.e !== key.e) throw invalid('The certificate holds another key.');
  return value;
}

/** The key that a certificate holds. @throws ProblemError 400 `invalid_key` for one of a kind that has no JWK */
export function publicJwkOf(certificate: X509Certificate): JsonWebKey {
  try {
    return certificate.publicKey.export({ format: 'jwk' });
  } catch {
    throw invalid('The key of the certificate is of a kind that cannot be used.');
  }
}

/** Reads a certificate, PEM or DER. @throws ProblemError 400 `invalid_key` */
export function parseCertificate(encoded: string | Buffer): X509Certificate {
  try {
    return new X509Certificate(encoded);
  } catch {
    throw invalid('The certificate cannot be read.');
  }
}

function invalid(detail: string) {
  return administrationProblem('invalid_key', { field: 'x5c', detail });
}
