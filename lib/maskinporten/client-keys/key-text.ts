import { createPublicKey, type X509Certificate } from 'node:crypto';
import { administrationProblem } from '../administration/problems.ts';
import { parseCertificate, publicJwkOf } from './certificate.ts';
import { type JwkCandidate, refusePrivate } from './public-key.ts';

const CERTIFICATES = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const PUBLIC_KEY = /-----BEGIN (RSA )?PUBLIC KEY-----/;

/**
 * Reads a key from pasted text: a JWK (or a set of one), a PEM public key, or a PEM certificate with its chain.
 * Does not check the key itself; `parsePublicKey` does.
 * @throws ProblemError 400 `private_key` for anything private, `invalid_key` for anything else
 */
export function readKeyText(text: string): JwkCandidate {
  if (/PRIVATE KEY/i.test(text)) throw administrationProblem('private_key');
  refusePrivateText(text);
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return readJwk(trimmed);
  const certificates = trimmed.match(CERTIFICATES);
  if (certificates) return readCertificates(certificates.map(parseCertificate));
  if (PUBLIC_KEY.test(trimmed)) return { ...readPublicPem(trimmed), use: 'sig' };
  throw unreadable();
}

/**
 * Refuses the text of a body that holds a private key, whatever shape it has: PEM, a JWK, a list of them or a set.
 * @throws ProblemError 400 `private_key`
 */
export function refusePrivateText(text: string): void {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) throw administrationProblem('private_key');
  const body = parseJson(text);
  const keys = isObject(body) ? (body.keys ?? body) : body;
  for (const key of [keys].flat()) if (isObject(key)) refusePrivate(key);
}

function readJwk(text: string): JwkCandidate {
  const value = parseJson(text);
  if (!isObject(value)) throw unreadable();
  const { keys } = value;
  if (!Array.isArray(keys)) return { use: 'sig', ...value };
  const [only] = keys;
  if (keys.length !== 1 || !isObject(only)) throw unreadable('Send one key at a time.');
  return { use: 'sig', ...only };
}

function readCertificates(chain: readonly X509Certificate[]): JwkCandidate {
  const [leaf] = chain;
  if (!leaf) throw unreadable();
  return {
    ...publicJwkOf(leaf),
    use: 'sig',
    x5c: chain.map((certificate) => certificate.raw.toString('base64')),
  };
}

function readPublicPem(text: string): JwkCandidate {
  try {
    return { ...createPublicKey(text).export({ format: 'jwk' }) };
  } catch {
    throw unreadable();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The text may hold a key, so neither it nor the parser's message goes anywhere.
    return undefined;
  }
}

function isObject(value: unknown): value is JwkCandidate {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(detail = 'Send a JWK, a PEM public key or a PEM certificate.') {
  return administrationProblem('invalid_key', { field: 'key', detail });
}
