import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { env } from '../../config/env.ts';
import { isUnrevoked } from './revocation.ts';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const stores = new Map<string, readonly X509Certificate[]>();

/**
 * Whether a chain leads from the certificate to an authority in the trust store, every link an authority, issued and
 * signed by the next, valid now and not revoked by it. Path length constraints are not looked at.
 * Reads revocation lists only when there is a folder of them.
 */
export function isTrusted(leaf: X509Certificate, intermediates: readonly X509Certificate[], now: Date): boolean {
  if (!isValidAt(leaf, now)) return false;
  const anchors = trustAnchors();
  const path: X509Certificate[] = [];
  let current = leaf;
  let left = intermediates;
  for (;;) {
    const child = current;
    path.push(child);
    const anchor = anchors.find((candidate) => isIssuedBy(child, candidate, now));
    if (anchor) return isPathUnrevoked([...path, anchor], now);
    const next = left.find((candidate) => isIssuedBy(child, candidate, now));
    if (!next) return false;
    left = left.filter((candidate) => candidate !== next);
    current = next;
  }
}

/** Whether it has been said at all which authorities are trusted. */
export function hasTrustStore(): boolean {
  return env().CLIENT_CERTIFICATE_TRUST_STORE !== undefined;
}

/** Judged last, so that lists are only read for chains of our own authorities. @param path from the leaf to the anchor */
function isPathUnrevoked(path: readonly X509Certificate[], now: Date): boolean {
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
