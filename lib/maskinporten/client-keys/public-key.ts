import { createHash } from 'node:crypto';
import { administrationProblem } from '../administration/problems.ts';
import { ASSERTION_ALGORITHMS, KID_MAX_LENGTH } from '../model.ts';
import { assertCertificateChain } from './certificate.ts';
import type { PublicJwk } from './model.ts';

/** Shorter moduli can be factored. */
const RSA_MODULUS_MIN_BITS = 2048;
/** Longer ones make every verification slow. */
const RSA_MODULUS_MAX_BITS = 8192;

const PRIVATE_MEMBERS: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);
const KID = /^[A-Za-z0-9._-]+$/;
const EXPONENT = 65_537n;

/** A JWK as it was received; `kid` may still be missing where the caller gives one. */
export type JwkCandidate = Readonly<Record<string, unknown>>;

/**
 * Checks a received key and keeps its public members only: RSA, 2048 to 8192 bits, exponent 65537, `use` `sig`,
 * an algorithm that assertions may use.
 * Does not check expiry, how many keys there are, or who else has the key.
 * @throws ProblemError 400 `private_key` for any private or symmetric member, `invalid_key` otherwise.
 * @see RFC 7517 §4, RFC 7518 §6.3
 */
export function parsePublicKey(candidate: JwkCandidate): PublicJwk {
  refusePrivate(candidate);
  const { kty, kid, use, alg } = candidate;
  if (kty !== 'RSA') throw invalid('kty', 'Only RSA keys are accepted.');
  if (typeof kid !== 'string' || !isKid(kid)) {
    throw invalid('kid', `kid is required: 1 to ${KID_MAX_LENGTH} letters, digits, ".", "_" and "-".`);
  }
  if (use !== 'sig') throw invalid('use', 'use is required and must be "sig".');
  const n = modulus(candidate.n);
  if (toInteger(candidate.e) !== EXPONENT) throw invalid('e', 'The exponent must be 65537 ("AQAB").');
  const jwk = { kty: 'RSA', kid, use: 'sig', n, e: 'AQAB' } as const;
  const withAlg = isAbsent(alg) || alg === '' ? jwk : { ...jwk, alg: algorithm(alg) };
  if (isAbsent(candidate.x5c)) return withAlg;
  return { ...withAlg, x5c: assertCertificateChain(candidate.x5c, withAlg) };
}

/**
 * Refuses a private or symmetric key, whatever its type and whatever else is wrong with it; also one with members in
 * capitals, as .NET writes a key that is not told otherwise.
 * @throws ProblemError 400 `private_key`
 */
export function refusePrivate(candidate: JwkCandidate): void {
  const hasPrivate = Object.entries(candidate).some(
    ([member, value]) => PRIVATE_MEMBERS.has(member.toLowerCase()) && !isAbsent(value),
  );
  if (hasPrivate || candidate.kty === 'oct') throw administrationProblem('private_key');
}

/** Whether the text can name a key of a client. */
function isKid(text: string): boolean {
  return text.length <= KID_MAX_LENGTH && KID.test(text);
}

/** The SHA-256 thumbprint of an RSA key, base64url. @see RFC 7638 §3 */
export function thumbprintOf(key: { readonly n: string; readonly e: string }): string {
  return createHash('sha256')
    .update(JSON.stringify({ e: key.e, kty: 'RSA', n: key.n }))
    .digest('base64url');
}

/** @returns the modulus in its one canonical encoding, so that one key has one thumbprint. */
function modulus(value: unknown): string {
  const integer = toInteger(value);
  if (integer === undefined) throw invalid('n', 'n is not a base64url integer.');
  const hex = integer.toString(16);
  const bits = (hex.length - 1) * 4 + (Number.parseInt(hex.charAt(0), 16).toString(2).length || 0);
  if (bits < RSA_MODULUS_MIN_BITS) throw invalid('n', `The key has ${bits} bits; at least 2048 are needed.`);
  if (bits > RSA_MODULUS_MAX_BITS) throw invalid('n', `The key has more than ${RSA_MODULUS_MAX_BITS} bits.`);
  if (integer % 2n === 0n) throw invalid('n', 'n is not an RSA modulus.');
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

function toInteger(value: unknown): bigint | undefined {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_-]{1,4096}$/.test(value)) return undefined;
  const hex = Buffer.from(value, 'base64url').toString('hex');
  return hex === '' ? undefined : BigInt(`0x${hex}`);
}

function algorithm(value: unknown): (typeof ASSERTION_ALGORITHMS)[number] {
  const known = ASSERTION_ALGORITHMS.find((name) => name === value);
  if (!known) throw invalid('alg', `alg must be one of ${ASSERTION_ALGORITHMS.join(', ')}.`);
  return known;
}

/** Some libraries write every member that a key may have, as `null` or as an empty list. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function invalid(field: string, detail: string) {
  return administrationProblem('invalid_key', { field, detail });
}
