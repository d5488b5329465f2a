import { sign, X509Certificate } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS } from '../kernel/durations.ts';
import { type CertificateName, issueCertificate } from '../maskinporten/signing/certificate.ts';
import { der, integer, oid, sequence, time, utf8 } from '../maskinporten/signing/der.ts';
import { TEST_NOW } from './context.ts';
import { aKey, TEST_VENDOR, type TestKey } from './maskinporten.ts';

/** A certificate with the key that it speaks of. */
export type TestCertificate = { readonly name: CertificateName; readonly key: TestKey; readonly der: Buffer };

type Differences = {
  readonly isAuthority?: boolean;
  readonly validFrom?: Date;
  readonly validTo?: Date;
};

const YEAR_MS = 365 * DAY_MS;
const SHA256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), der(0x05));

/** The subject of an enterprise certificate of `TEST_VENDOR`. */
export const VENDOR_NAME: CertificateName = {
  commonName: 'VENDOR AS',
  organizationIdentifier: `NTRNO-${TEST_VENDOR}`,
};

/** Issues a certificate valid a year around `TEST_NOW`; signed by itself when there is no issuer. */
export function aCertificate(
  name: CertificateName,
  key: TestKey,
  issuer?: TestCertificate,
  differences: Differences = {},
): TestCertificate {
  const der = issueCertificate({
    subject: name,
    publicKey: key.publicKey,
    issuer: issuer?.name ?? name,
    issuerKey: issuer?.key.privateKey ?? key.privateKey,
    isAuthority: false,
    validFrom: new Date(TEST_NOW.getTime() - YEAR_MS),
    validTo: new Date(TEST_NOW.getTime() + YEAR_MS),
    ...differences,
  });
  return { name, key, der };
}

/** A root and an intermediate authority, as a certificate issuer has them. */
export function aCertificateAuthority(label = 'Test'): { root: TestCertificate; intermediate: TestCertificate } {
  const root = aCertificate({ commonName: `${label} Root CA` }, aKey('root', 7), undefined, { isAuthority: true });
  const intermediate = aCertificate({ commonName: `${label} Issuing CA` }, aKey('intermediate', 8), root, {
    isAuthority: true,
  });
  return { root, intermediate };
}

/** The certificate as `x5c` carries it. */
export function toX5c(...certificates: readonly TestCertificate[]): string[] {
  return certificates.map(({ der }) => der.toString('base64'));
}

/** Writes a trust store of those authorities. @returns the file's path, as `CLIENT_CERTIFICATE_TRUST_STORE` takes it */
export function aTrustStore(...authorities: readonly TestCertificate[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'trust-')), 'authorities.pem');
  writeFileSync(file, `# Authorities of the test environment\n${toPem(...authorities)}`);
  return file;
}

/** The certificates in PEM. */
export function toPem(...certificates: readonly TestCertificate[]): string {
  return toX5c(...certificates)
    .map((text) => `-----BEGIN CERTIFICATE-----\n${text.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`)
    .join('');
}

/** A revocation list, DER, in force a day before and after `TEST_NOW`, with the certificates that its issuer withdraws. */
export function aRevocationList(
  issuer: TestCertificate,
  revoked: readonly TestCertificate[] = [],
  differences: { readonly thisUpdate?: Date; readonly nextUpdate?: Date; readonly critical?: string } = {},
): Buffer {
  const { thisUpdate = new Date(TEST_NOW.getTime() - DAY_MS), critical } = differences;
  const { nextUpdate = new Date(TEST_NOW.getTime() + DAY_MS) } = differences;
  const entries = revoked.map((certificate) => sequence(integer(serialOf(certificate)), time(thisUpdate)));
  const extension = critical && sequence(oid(critical), der(0x01, Buffer.from([0xff])), der(0x04, der(0x05)));
  const body = sequence(
    integer(Buffer.from([1])),
    SHA256_WITH_RSA,
    sequence(der(0x31, sequence(oid('2.5.4.3'), utf8(issuer.name.commonName)))),
    time(thisUpdate),
    time(nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    ...(extension ? [der(0xa0, sequence(extension))] : []),
  );
  const signature = sign('sha256', body, issuer.key.privateKey);
  return sequence(body, SHA256_WITH_RSA, der(0x03, Buffer.from([0]), signature));
}

function serialOf({ der: bytes }: TestCertificate): Buffer {
  const serial = new X509Certificate(bytes).serialNumber;
  return Buffer.from(serial, 'hex');
}
