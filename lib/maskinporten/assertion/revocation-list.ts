import { verify, type X509Certificate } from 'node:crypto';
import { type DerValue, parseDer } from './der-values.ts';

/** A list of certificates that their issuer has withdrawn. Its signature is not checked yet. */
export type RevocationList = {
  readonly signed: Buffer;
  readonly signature: Buffer;
  readonly digest: string;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** In hexadecimal capitals without leading zeros. */
  readonly serials: ReadonlySet<string>;
};

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const SEQUENCE = 0x30;
const EXTENSIONS = 0xa0;
const UTC_TIME_CENTURY_SPLIT = 50;

/** The content of the object identifiers, in hexadecimal: RSA (PKCS #1 v1.5) and ECDSA with SHA-2. */
const DIGESTS: Readonly<Record<string, string>> = {
  '2a864886f70d01010b': 'sha256',
  '2a864886f70d01010c': 'sha384',
  '2a864886f70d01010d': 'sha512',
  '2a8648ce3d040302': 'sha256',
  '2a8648ce3d040303': 'sha384',
  '2a8648ce3d040304': 'sha512',
};

/**
 * Reads a complete certificate revocation list, DER.
 * @returns `undefined` for what is none, for one without an end, and for one with a critical extension: delta, indirect
 * and partial lists do not say enough about a certificate.
 * @see RFC 5280 §5.1, §5.2
 */
export function parseRevocationList(bytes: Buffer): RevocationList | undefined {
  const [signed, algorithm, signature] = valuesOf(only(parseDer(bytes)), 3);
  const parts = [...valuesOf(signed)];
  if (parts[0]?.tag === INTEGER) parts.shift();
  const [innerAlgorithm, , thisUpdate, nextUpdate, ...rest] = parts;
  const digest = DIGESTS[valuesOf(algorithm)[0]?.content.toString('hex') ?? ''];
  const from = parseTime(thisUpdate);
  const until = parseTime(nextUpdate);
  const serials = serialsOf(rest);
  if (!signed || !algorithm || !from || !until || !digest || !serials) return undefined;
  if (!innerAlgorithm?.whole.equals(algorithm.whole)) return undefined;
  if (signature?.tag !== BIT_STRING || signature.content[0] !== 0) return undefined;
  return {
    signed: signed.whole,
    signature: signature.content.subarray(1),
    digest,
    thisUpdate: from,
    nextUpdate: until,
    serials,
  };
}

/** Whether that authority has signed the list. Does not check its times. */
export function isSignedBy({ digest, signed, signature }: RevocationList, issuer: X509Certificate): boolean {
  return verify(digest, signed, issuer.publicKey, signature);
}

/** Whether the list is in force. */
export function isCurrent({ thisUpdate, nextUpdate }: RevocationList, now: Date): boolean {
  return thisUpdate <= now && now <= nextUpdate;
}

/** What follows the times: perhaps the entries, perhaps extensions. `undefined` when one of them is not understood. */
function serialsOf(rest: readonly DerValue[]): ReadonlySet<string> | undefined {
  const [entries, wrapper, ...surplus] = rest[0]?.tag === SEQUENCE ? rest : [undefined, ...rest];
  const revoked = entries ? parseDer(entries.content) : [];
  const extensions = wrapper?.tag === EXTENSIONS ? only(parseDer(wrapper.content)) : undefined;
  if (!revoked || surplus.length > 0 || (wrapper && !extensions) || !areOptional(extensions)) return undefined;
  const serials = new Set<string>();
  for (const entry of revoked) {
    const [serial, , entryExtensions] = valuesOf(entry);
    if (serial?.tag !== INTEGER || !areOptional(entryExtensions)) return undefined;
    serials.add(serial.content.toString('hex').toUpperCase().replace(/^0+/, ''));
  }
  return serials;
}

/** Whether each extension can be read and none is critical; DER writes `critical` only when it is true. */
function areOptional(extensions: DerValue | undefined): boolean {
  const all = extensions ? parseDer(extensions.content) : [];
  return all?.every((extension) => valuesOf(extension, 2)[1]?.tag === OCTET_STRING) ?? false;
}

/** The values inside; none when it holds something else, or another number of them than expected. */
function valuesOf(value: DerValue | undefined, expected?: number): readonly DerValue[] {
  const values = (value && parseDer(value.content)) ?? [];
  return expected === undefined || values.length === expected ? values : [];
}

function only(values: readonly DerValue[] | undefined): DerValue | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

function parseTime(value: DerValue | undefined): Date | undefined {
  const text = value?.content.toString('latin1') ?? '';
  const parts = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!parts) return undefined;
  const [, year = '', month, day, hour, minute, second] = parts;
  if (value?.tag !== (year.length === 2 ? UTC_TIME : GENERALIZED_TIME)) return undefined;
  const century = Number(year) >= UTC_TIME_CENTURY_SPLIT ? '19' : '20';
  const at = new Date(`${year.length === 2 ? century + year : year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
