import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { refusal } from '../problems.ts';
import type { Assertion } from './assertion.ts';
import { type ClientWithKey, hasRegisteredKeys } from './client-store.ts';
import { findTrustPath, hasTrustStore, isStillTrusted, isTrusted, type TrustPath } from './trust-store.ts';

const CHAIN_MAX_LENGTH = 10;
const RSA_MIN_BITS = 2048;

/**
 * Gives the key of the enterprise certificate that a grant brings along, once the chain leads to an authority of this
 * environment and the certificate belongs to the client's owner. Fetches no revocation lists; see `isUnrevoked`.
 * @throws OAuthError MP-123, MP-120, MP-122, kid-required.
 * @see RFC 5280 §6, ETSI EN 319 412-1 §5.1.4
 */
export async function certifiedKey(db: Db, client: ClientWithKey, assertion: Assertion, now: Date): Promise<KeyObject> {
  const [leaf, ...intermediates] = parseChain(assertion.certificates ?? []);
  if (!leaf) throw refusal('MP-123', 'It is empty.');
  if (!isTrusted(leaf, intermediates, now) || !isStrong(leaf.publicKey)) throw refusal('MP-120');
  if (orgNoOf(leaf) !== client.orgNo) throw refusal('MP-122');
  if (await hasRegisteredKeys(db, client.clientId)) throw refusal('kid-required');
  return leaf.publicKey;
}

/**
 * Whether the authorities of this environment vouch now for certificates that were registered beside a key: issued by
 * them, valid, not revoked. Without a trust store nobody is asked and the answer is yes. Does not look at whose it is.
 * @param chain base64 of DER, leaf first, as it was checked when it was registered
 * @param remembered keeps the path between calls for one chain, since finding it costs more than verifying a grant
 */
export function isStillVouchedFor(
  chain: readonly string[],
  now: Date,
  remembered: { path?: TrustPath | undefined } = {},
): boolean {
  if (!hasTrustStore()) return true;
  if (remembered.path && isStillTrusted(remembered.path, now)) return true;
  const [leaf, ...intermediates] = parseChain(chain);
  remembered.path = leaf && findTrustPath(leaf, intermediates, now);
  return remembered.path !== undefined && isStillTrusted(remembered.path, now);
}

function parseChain(certificates: readonly string[]): X509Certificate[] {
  if (certificates.length > CHAIN_MAX_LENGTH) throw refusal('MP-123', `At most ${CHAIN_MAX_LENGTH} certificates.`);
  return certificates.map((text) => {
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw refusal('MP-123', 'It must be base64 without line breaks.');
    try {
      return new X509Certificate(Buffer.from(text, 'base64'));
    } catch {
      throw refusal('MP-123', 'It holds something that is not a certificate.');
    }
  });
}

function isStrong(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_MIN_BITS;
}

/**
 * The organisation number in a certificate's subject: `organizationIdentifier` (`NTRNO-…`), or in older Norwegian
 * certificates the `serialNumber`.
 */
export function orgNoOf(certificate: X509Certificate): string | undefined {
  // Node prints one attribute a line and escapes control characters, so that a value cannot fake a line.
  const lines = certificate.subject.split('\n');
  const identifier = attributeOf(lines, 'organizationIdentifier')?.match(/^NTRNO-([0-9]{9})$/)?.[1];
  return identifier ?? attributeOf(lines, 'serialNumber')?.match(/^[0-9]{9}$/)?.[0];
}

function attributeOf(lines: readonly string[], name: string): string | undefined {
  return lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);
}
