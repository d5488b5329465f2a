import { type KeyObject, randomBytes, sign } from 'node:crypto';
import { der, integer, oid, sequence, time, utf8 } from './der.ts';

/** A name in a certificate; members that are absent are left out. */
export type CertificateName = {
  readonly commonName: string;
  /** `NTRNO-<organisation number>` for a Norwegian organisation. */
  readonly organizationIdentifier?: string;
  /** Where older Norwegian certificates have the organisation number. */
  readonly serialNumber?: string;
};

/** What a certificate says, and who says it. */
export type CertificateDetails = {
  readonly subject: CertificateName;
  readonly publicKey: KeyObject;
  readonly issuer: CertificateName;
  readonly issuerKey: KeyObject;
  readonly isAuthority: boolean;
  readonly validFrom: Date;
  readonly validTo: Date;
};

const SHA256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), der(0x05));
const VERSION_3 = der(0xa0, integer(Buffer.from([2])));
const TRUE = der(0x01, Buffer.from([0xff]));
const ATTRIBUTES = {
  commonName: oid('2.5.4.3'),
  organizationIdentifier: oid('2.5.4.97'),
  serialNumber: oid('2.5.4.5'),
} as const;

/**
 * Issues an X.509 version 3 certificate, DER, signed with SHA-256 and RSA. Its only extension is `basicConstraints`.
 * @see RFC 5280 §4.1
 */
export function issueCertificate(details: CertificateDetails): Buffer {
  const body = sequence(
    VERSION_3,
    integer(randomBytes(16)),
    SHA256_WITH_RSA,
    name(details.issuer),
    sequence(time(details.validFrom), time(details.validTo)),
    name(details.subject),
    details.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(basicConstraints(details.isAuthority))),
  );
  return sequence(body, SHA256_WITH_RSA, bits(sign('sha256', body, details.issuerKey)));
}

function name(parts: CertificateName): Buffer {
  const attributes = Object.entries(ATTRIBUTES).flatMap(([key, type]) => {
    const value = parts[key as keyof CertificateName];
    return value === undefined ? [] : [der(0x31, sequence(type, utf8(value)))];
  });
  return sequence(...attributes);
}

function basicConstraints(isAuthority: boolean): Buffer {
  const value = isAuthority ? sequence(TRUE) : sequence();
  return sequence(oid('2.5.29.19'), TRUE, der(0x04, value));
}

function bits(bytes: Uint8Array): Buffer {
  return der(0x03, Buffer.from([0]), bytes);
}
