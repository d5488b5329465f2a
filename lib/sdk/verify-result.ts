import { createRemoteJWKSet, customFetch, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Fetch } from './call-service.ts';
import { NotGenuine, ServiceUnavailable } from './errors.ts';
import { readMetadata } from './metadata.ts';
import type { RequestStatus } from './wire.ts';

const TYPE = 'request-result+jwt';
const TOLERANCE_SECONDS = 10;

/** How a request ended, in the issuer's own words. */
export type RequestResult = {
  readonly requestId: string;
  readonly status: RequestStatus;
  readonly externalRef: string;
  /** Unique to this result. */
  readonly id: string;
};

/** Whose word is taken, and for which system. */
export type ResultExpectations = {
  readonly issuer: string;
  /** The id of the system that asked. */
  readonly audience: string;
  readonly fetch?: Fetch;
};

/** Keys are fetched once an issuer, and again when one is missing, not for every result. */
const keys = new WeakMap<Fetch, Map<string, JWTVerifyGetKey>>();

/**
 * Reads the signed result that the portal puts on the return address as `result`, for systems that ask for it. Valid for
 * 15 minutes. Whoever brings it need not be the person who answered.
 * @throws NotGenuine, ServiceUnavailable
 * @see RFC 7519 §7.2, RFC 8725 §3.11
 */
export async function verifyResult(result: string, expected: ResultExpectations): Promise<RequestResult> {
  const { issuer, audience, fetch = globalThis.fetch } = expected;
  const payload = await verify(result, await keysOf(fetch, issuer), { issuer, audience });
  const { request_id: requestId, status, external_ref: externalRef, jti } = payload;
  return {
    requestId: String(requestId),
    status: status as RequestStatus,
    externalRef: String(externalRef),
    id: String(jti),
  };
}

async function verify(
  result: string,
  getKey: JWTVerifyGetKey,
  expected: { readonly issuer: string; readonly audience: string },
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(result, getKey, {
      ...expected,
      typ: TYPE,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'jti', 'request_id', 'status', 'external_ref'],
      clockTolerance: TOLERANCE_SECONDS,
    });
    return payload;
  } catch (cause) {
    if (cause instanceof ServiceUnavailable) throw cause;
    throw new NotGenuine('The result is not signed by this issuer, not for this system, or too old.', cause);
  }
}

async function keysOf(fetch: Fetch, issuer: string): Promise<JWTVerifyGetKey> {
  const known = keys.get(fetch) ?? new Map<string, JWTVerifyGetKey>();
  keys.set(fetch, known);
  const found = known.get(issuer);
  if (found) return found;
  const { metadata } = await readMetadata(fetch, issuer);
  const made = unlessAway(createRemoteJWKSet(new URL(metadata.jwksUri), { [customFetch]: fetch }), issuer);
  known.set(issuer, made);
  return made;
}

/** That keys cannot be fetched says nothing of what they should have proven. */
function unlessAway(getKey: JWTVerifyGetKey, issuer: string): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await getKey(header, token);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey) throw cause;
      throw new ServiceUnavailable(`The keys of ${issuer} cannot be fetched`, { cause });
    }
  };
}
