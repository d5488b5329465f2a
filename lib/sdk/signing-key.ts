import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { UnusableKey } from './errors.ts';

const ALGORITHMS = ['RS256', 'RS384', 'RS512'] as const;

/** The algorithms that Maskinporten takes. */
export type GrantAlgorithm = (typeof ALGORITHMS)[number];

/**
 * The key of a Maskinporten client: a private RSA key, and how Maskinporten knows it – by the `kid` that it is
 * registered under, or by an enterprise certificate.
 */
export type ClientKey = {
  /** JWK (RFC 7517) or PEM (PKCS #8 or #1). */
  readonly privateKey: JsonWebKey | string;
  /** Unless the JWK says. */
  readonly kid?: string;
  /** The certificate and those above it, as base64 of DER, the leaf first; unless the JWK says. Counts only without `kid`. */
  readonly x5c?: readonly string[];
  /** Unless the JWK says; otherwise RS256. */
  readonly alg?: GrantAlgorithm;
};

/** A key that is ready to sign. */
export type SigningKey = {
  readonly kid: string | undefined;
  readonly alg: GrantAlgorithm;
  readonly bits: number;
  readonly sign: (claims: Readonly<Record<string, unknown>>) => Promise<string>;
};

/**
 * Reads a client's key and makes sure that Maskinporten can take what it signs.
 * @throws UnusableKey that says what is wrong with it, and nothing of the key
 * @see RFC 7515 §4.1, RFC 7518 §3.3
 */
export function readSigningKey(key: ClientKey): SigningKey {
  const jwk = typeof key.privateKey === 'string' ? {} : key.privateKey;
  const privateKey = toPrivateKey(key.privateKey);
  const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (privateKey.asymmetricKeyType !== 'rsa') throw new UnusableKey('The key is not RSA, which Maskinporten asks for.');
  const kid = key.kid ?? (typeof jwk.kid === 'string' ? jwk.kid : undefined);
  const x5c = key.x5c ?? (Array.isArray(jwk.x5c) ? jwk.x5c.map(String) : undefined);
  if (kid === undefined && x5c === undefined) throw new UnusableKey('The key needs a kid, or a certificate in x5c.');
  const alg = ALGORITHMS.find((each) => each === (key.alg ?? jwk.alg ?? 'RS256'));
  if (alg === undefined) throw new UnusableKey(`The algorithm must be one of ${ALGORITHMS.join(', ')}.`);
  const header = kid === undefined ? { alg, x5c: [...(x5c ?? [])] } : { alg, kid };
  return { kid, alg, bits, sign: (claims) => new SignJWT({ ...claims }).setProtectedHeader(header).sign(privateKey) };
}

/** @throws UnusableKey for what is no private key */
export function toPrivateKey(key: JsonWebKey | string): KeyObject {
  try {
    return typeof key === 'string' ? createPrivateKey(key) : createPrivateKey({ key, format: 'jwk' });
  } catch {
    // The cause may quote the key.
    throw new UnusableKey('The key is not a private key in JWK or PEM without a password.');
  }
}
