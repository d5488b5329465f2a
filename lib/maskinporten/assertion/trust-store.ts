import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { env } from '../../config/env.ts';
import { isUnrevoked } from './revocation.ts';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const stores = new Map<string, readonly X509Certificate[]>();

/** Certificates from a leaf to an authority of the trust store, each issued by the next. */
export type TrustPath = readonly X509Certificate[];

/**
 * Whether a chain leads from the certificate to an authority in the trust store, every link an authority, issued and
 * signed by the next, valid now and not revoked by it. Path length constraints are not looked at.
 * Reads revocation lists only when there is a folder of them.
 */
export function isTrusted(leaf: X509Certificate, intermediates: readonly X509Certificate[], now: Date): boolean {
  const path = findTrustPath(leaf, intermediates, now);
  return path !== undefined && isUnrevokedPath(path, now);
}

/** The way from the certificate to an authority in the trust store, all of it valid now. Does not check revocation. */
export function findTrustPath(
  leaf: X509Certificate,
  intermediates: readonly X509Certificate[],
  now: Date,
): TrustPath | undefined {
  if (!isValidAt(leaf, now)) return undefined;
  const anchors = trustAnchors();
  const path: X509Certificate[] = [];
  let current = leaf;
  let left = intermediates;
  for (;;) {
    const child = current;
    path.push(child);
    const anchor = anchors.find((candidate) => isIssuedBy(child, candidate, now));
    if (anchor) return [...path, anchor];
    const next = left.find((candidate) => isIssuedBy(child, candidate, now));
    if (!next) return undefined;
    left = left.filter((candidate) => candidate !== next);
    current = next;
  }
}

/**
 * Whether a path that was found before still holds: it ends at an authority that is trusted, all of it is valid now and
 * none of it revoked. Who has signed what does not change, and is not checked again.
 */
export function isStillTrusted(path: TrustPath, now: Date): boolean {
  const anchor = path.at(-1);
  return (
    anchor !== undefined &&
    trustAnchors().includes(anchor) &&
    path.every((certificate) => isValidAt(certificate, now)) &&
    isUnrevokedPath(path, now)
  );
}

/** Whether it has been said at all which authorities are trusted. */
export function hasTrustStore(): boolean {
  return env().CLIENT_CERTIFICATE_TRUST_STORE !== undefined;
}

/** Judged last, so that lists are only read for chains of our own authorities. */
function isUnrevokedPath(path: TrustPath, now: Date): boolean {
  return path.every((certificate, index) => {
    const issuer = path[index + 1];
    return issuer === undefined || isUnrevoked(certificate, issuer, now);
  });
}

function isIssuedBy(child: X509Certificate, issuer: X509Certificate, now: Date): boolean {
  return issuer.ca && isValidAt(issuer, now) && child.checkIssued(issuer) && child.verify(issuer.publicKey);
}

function isValidAt(certificate: X509Certificate, now: Date): boolean {
  return new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo);
}

/** The authorities of this environment, read once; none when no file is configured. */
function trustAnchors(): readonly X509Certificate[] {
  const file = env().CLIENT_CERTIFICATE_TRUST_STORE;
  if (file === undefined) return [];
  const known = stores.get(file);
  if (known) return known;
  const anchors = (readFileSync(file, 'utf8').match(PEM) ?? []).map((pem) => new X509Certificate(pem));
  stores.set(file, anchors);
  return anchors;
}
