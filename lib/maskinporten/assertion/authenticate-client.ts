import { type KeyObject, verify } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { type AssertionAlgorithm, type ClientAuthentication, KID_MAX_LENGTH } from '../model.ts';
import { quote, refusal } from '../problems.ts';
import type { Assertion } from './assertion.ts';
import type { AssertionClaims } from './claims.ts';
import { certifiedKey } from './client-certificate.ts';
import { registeredKey } from './client-key.ts';
import { type ClientWithKey, findClientWithKey, hasRegisteredKeys } from './client-store.ts';

/** A client that has proven who it is. */
export type AuthenticatedClient = Omit<ClientWithKey, 'key'> & {
  readonly method: ClientAuthentication;
  /** The registered key it used; `undefined` for a certificate. */
  readonly kid: string | undefined;
};

const DIGESTS = { RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' } as const satisfies Record<
  AssertionAlgorithm,
  string
>;
/** What an id can look like at all; anything else is unknown without asking the database. */
const PRINTABLE = /^[\x21-\x7e]{1,255}$/;

/**
 * Authenticates the client that signed the assertion: known and active, addressed to us alone, by a key or certificate
 * of its own. Does not check times, replay or scopes.
 * @throws OAuthError MP-100, MP-110, unknown-kid, MP-121, MP-120, MP-122, MP-123, kid-required, MP-124.
 * @see RFC 7523 §3, RFC 7521 §5.2
 */
export async function authenticateClient(db: Db, assertion: Assertion, now: Date): Promise<AuthenticatedClient> {
  const client = await findClient(db, assertion);
  assertAudience(assertion.claims);
  return assertSigned(db, client, assertion, now);
}

/**
 * Demands that a key or certificate of this very client signed the assertion.
 * @throws OAuthError unknown-kid, MP-121, MP-120, MP-122, MP-123, kid-required, MP-124.
 */
export async function assertSigned(
  db: Db,
  client: ClientWithKey,
  assertion: Assertion,
  now: Date,
): Promise<AuthenticatedClient> {
  const usesCertificate = await isByCertificate(db, client, assertion);
  const key = usesCertificate ? await certifiedKey(db, client, assertion, now) : registeredKey(client, now);
  if (!isSignedBy(key, assertion)) throw refusal('MP-124');
  const { key: registered, ...known } = client;
  return usesCertificate
    ? { ...known, method: 'virksomhetssertifikat', kid: undefined }
    : { ...known, method: 'private_key_jwt', kid: registered?.kid };
}

/** The only use of unverified content: which client's key to fetch. */
async function findClient(db: Db, { claims, kid }: Assertion): Promise<ClientWithKey> {
  const { issuer, subject } = claims;
  if (issuer === undefined || !PRINTABLE.test(issuer)) throw refusal('MP-100');
  if (subject !== undefined && subject !== issuer) throw refusal('MP-100', 'sub must be absent or equal to iss.');
  const isPossibleKid = kid !== undefined && kid.length <= KID_MAX_LENGTH && PRINTABLE.test(kid);
  const client = await findClientWithKey(db, issuer, isPossibleKid ? kid : '');
  if (!client?.active || client.integrationType !== 'maskinporten') throw refusal('MP-100');
  return client;
}

/** Demands that the assertion is addressed to us alone. @throws OAuthError MP-110. */
export function assertAudience({ audience }: AssertionClaims): void {
  const { issuer, TOKEN_ENDPOINT_AUDIENCE } = env();
  const [only, ...others] = audience;
  if (others.length === 0 && (only === issuer || (TOKEN_ENDPOINT_AUDIENCE && only === `${issuer}token`))) return;
  throw refusal('MP-110', `Expected ${issuer} and nothing else, received ${quote(audience.join(' '))}.`);
}

/** `kid` goes before `x5c` as soon as the client has registered keys. */
async function isByCertificate(db: Db, client: ClientWithKey, assertion: Assertion): Promise<boolean> {
  if (assertion.certificates === undefined || client.key) return false;
  return assertion.kid === undefined || !(await hasRegisteredKeys(db, client.clientId));
}

/** Synchronous on purpose: handing 20 µs of work to the thread pool costs more than doing it. */
function isSignedBy(key: KeyObject, { algorithm, signingInput, signature }: Assertion): boolean {
  return verify(DIGESTS[algorithm], Buffer.from(signingInput), key, signature);
}
