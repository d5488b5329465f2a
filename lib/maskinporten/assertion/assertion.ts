import { ASSERTION_ALGORITHMS, type AssertionAlgorithm, type JsonObject } from '../model.ts';
import { refusal } from '../problems.ts';
import { type AssertionClaims, type AssertionUse, readClaims } from './claims.ts';
import { parseJws } from './jws.ts';

/** A grant that is well formed. Nothing in it is true yet: `authenticateClient` is what makes it so. */
export type Assertion = {
  readonly algorithm: AssertionAlgorithm;
  readonly kid: string | undefined;
  readonly certificates: readonly string[] | undefined;
  readonly claims: AssertionClaims;
  readonly signingInput: string;
  readonly signature: Buffer;
};

/** Headers that bring a key along, change what is signed, or say that something else is inside. */
const REFUSED_HEADERS = ['jwk', 'jku', 'x5u', 'crit', 'b64', 'zip', 'enc'] as const;

/**
 * Reads an assertion: compact JWS, allowed algorithm, a named key or certificate, only known claims of the right type.
 * Checks neither signature nor time nor audience.
 * @throws OAuthError MP-011, MP-123.
 * @see RFC 7523 §3, RFC 7515 §4.1, RFC 8725 §3.1
 */
export function parseAssertion(text: string, use: AssertionUse = 'grant'): Assertion {
  const jws = parseJws(text);
  if (!jws) throw refusal('MP-011', 'The assertion must be a compact JWS whose header and payload are JSON objects.');
  const { header } = jws;
  const algorithm = readAlgorithm(header);
  assertHarmless(header);
  const kid = readKid(header);
  const certificates = readCertificates(header);
  if (kid === undefined && certificates === undefined) {
    const missing = 'The client requires pre-registered jwk and no key identifier (kid) provided';
    throw refusal('MP-011', `Invalid JWT. ${missing}; send kid, or x5c with an enterprise certificate.`);
  }
  const claims = readClaims(jws.payload, use);
  return { algorithm, kid, certificates, claims, signingInput: jws.signingInput, signature: jws.signature };
}

function readAlgorithm(header: JsonObject): AssertionAlgorithm {
  const algorithm = ASSERTION_ALGORITHMS.find((allowed) => allowed === header.alg);
  if (!algorithm) throw refusal('MP-011', `The JWT header alg must be one of ${ASSERTION_ALGORITHMS.join(', ')}.`);
  return algorithm;
}

function assertHarmless(header: JsonObject): void {
  const refused = REFUSED_HEADERS.find((name) => Object.hasOwn(header, name));
  if (refused) throw refusal('MP-011', `The JWT header ${refused} is not accepted.`);
  if (typeof header.cty === 'string' && /jwt$/i.test(header.cty)) {
    throw refusal('MP-011', 'Nested JWTs are not accepted.');
  }
  if (header.typ === undefined || header.typ === null) return;
  if (typeof header.typ !== 'string') throw refusal('MP-011', 'The JWT header typ must be a string.');
  if (/at\+jwt$/i.test(header.typ)) throw refusal('MP-011', 'An access token is not a grant.');
}

function readKid(header: JsonObject): string | undefined {
  if (header.kid === undefined || header.kid === null) return undefined;
  if (typeof header.kid !== 'string') throw refusal('MP-011', 'The JWT header kid must be a string.');
  return header.kid;
}

function readCertificates(header: JsonObject): readonly string[] | undefined {
  const { x5c } = header;
  if (x5c === undefined || x5c === null) return undefined;
  if (!Array.isArray(x5c) || !x5c.every((entry): entry is string => typeof entry === 'string')) {
    throw refusal('MP-123', 'It must be an array of base64 strings.', { error: 'invalid_request' });
  }
  return x5c;
}
