import type { CertificateName } from '../maskinporten/signing/certificate.ts';
import { issueCertificate } from '../maskinporten/signing/certificate.ts';
import { TEST_NOW } from './context.ts';
import { aKey, type TestKey } from './maskinporten.ts';

/** A certificate with the key that it speaks of. */
export type TestCertificate = { readonly name: CertificateName; readonly key: TestKey; readonly der: Buffer };

type Differences = {
  readonly isAuthority?: boolean;
  readonly validFrom?: Date;
  readonly validTo?: Date;
};

const YEAR_MS = 365 * 86_400_000;

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

/** The certificates as a trust store file holds them. */
export function toPem(...certificates: readonly TestCertificate[]): string {
  return toX5c(...certificates)
    .map((text) => `-----BEGIN CERTIFICATE-----\n${text.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`)
    .join('');
}
