import { type JsonObject, JTI_MAX_LENGTH } from '../model.ts';
import { quote, refusal } from '../problems.ts';

/** The claims of a grant in our own words; each has the right JSON type, nothing more. */
export type AssertionClaims = {
  /** The client id, unless it is not even a string. */
  readonly issuer: string | undefined;
  readonly audience: readonly string[];
  readonly subject: unknown;
  /** Epoch seconds by the client's clock, as are `expiresAt` and `notBefore`. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly notBefore: number | undefined;
  readonly jti: string | undefined;
  /** Empty only in a client assertion, which asks for nothing. */
  readonly scope: string;
  readonly resources: readonly string[] | undefined;
  readonly pid: string | undefined;
  readonly consumerOrg: string | undefined;
  readonly onBehalfOf: string | undefined;
  readonly authorizationDetails: readonly unknown[] | undefined;
};

const KNOWN: ReadonlySet<string> = new Set([
  'iss',
  'aud',
  'iat',
  'exp',
  'jti',
  'scope',
  'resource',
  'pid',
  'consumer_org',
  'iss_onbehalfof',
  'authorization_details',
  'sub',
  'nbf',
]);

/** What an assertion is for: a token, or no more than proving who the client is (RFC 7523 §2.1, §2.2). */
export type AssertionUse = 'grant' | 'client-authentication';

/**
 * Reads the claims of a grant. Unlike RFC 7519 it refuses claims it does not know, as Maskinporten does;
 * `null` counts as absent.
 * @throws OAuthError MP-011 that names the claim.
 * @see `maskinporten.md` §3.3
 */
export function readClaims(payload: JsonObject, use: AssertionUse): AssertionClaims {
  for (const [name, value] of Object.entries(payload)) {
    if (!KNOWN.has(name) && value !== null) throw wrong(name, 'is unknown');
  }
  if (isAbsent(payload.iss)) throw wrong('iss', 'is missing');
  return {
    issuer: typeof payload.iss === 'string' ? payload.iss : undefined,
    audience: strings(payload, 'aud') ?? missing('aud'),
    subject: string(payload, 'sub'),
    issuedAt: seconds(payload, 'iat') ?? missing('iat'),
    expiresAt: seconds(payload, 'exp') ?? missing('exp'),
    notBefore: seconds(payload, 'nbf'),
    jti: readJti(payload),
    scope: string(payload, 'scope') ?? (use === 'grant' ? missing('scope') : ''),
    resources: strings(payload, 'resource'),
    pid: string(payload, 'pid'),
    consumerOrg: string(payload, 'consumer_org'),
    onBehalfOf: string(payload, 'iss_onbehalfof'),
    authorizationDetails: array(payload, 'authorization_details'),
  };
}

function readJti(payload: JsonObject): string | undefined {
  const jti = string(payload, 'jti');
  if (jti !== undefined && jti.length > JTI_MAX_LENGTH) {
    throw wrong('jti', `must have at most ${JTI_MAX_LENGTH} characters`);
  }
  return jti === '' ? undefined : jti;
}

function string(payload: JsonObject, name: string): string | undefined {
  const value = payload[name];
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'string') throw wrong(name, 'must be a string');
  return value;
}

/** A string counts as an array of one, since libraries write both. */
function strings(payload: JsonObject, name: string): readonly string[] | undefined {
  const value = payload[name];
  if (isAbsent(value)) return undefined;
  const list = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(list) || !list.every((entry): entry is string => typeof entry === 'string')) {
    throw wrong(name, 'must be a string or an array of strings');
  }
  return list;
}

function array(payload: JsonObject, name: string): readonly unknown[] | undefined {
  const value = payload[name];
  if (isAbsent(value)) return undefined;
  if (!Array.isArray(value)) throw wrong(name, 'must be an array');
  return value;
}

function seconds(payload: JsonObject, name: string): number | undefined {
  const value = payload[name];
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw wrong(name, 'must be a whole number of seconds since 1970');
  }
  return value;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function missing(name: string): never {
  throw wrong(name, 'is missing');
}

function wrong(name: string, what: string) {
  return refusal('MP-011', `JWT claim ${quote(name)} ${what}.`);
}
