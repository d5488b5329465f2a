import type { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../../config/env.ts';
import { isCurrent, isSignedBy, parseRevocationList, type RevocationList } from './revocation-list.ts';

const PEM = /-----BEGIN X509 CRL-----([^-]+)-----END X509 CRL-----/g;

/** Whether an authority has signed a list, by the fingerprint of the authority. */
const signers = new WeakMap<RevocationList, Map<string, boolean>>();
/** Lists by file, with what tells that the file has changed. */
const known = new Map<string, { readonly version: string; readonly lists: readonly RevocationList[] }>();

/**
 * Whether its issuer still stands by a certificate. Without a folder of revocation lists nothing is looked up and the
 * answer is yes. With one, a current list signed by the issuer must be there and not name the certificate: a list that
 * is missing or out of date refuses, because it cannot be told from one that is kept from us. Nothing is fetched; files
 * that are replaced count in the next request.
 * @see RFC 5280 §6.3
 */
export function isUnrevoked(certificate: X509Certificate, issuer: X509Certificate, now: Date): boolean {
  const folder = env().CLIENT_CERTIFICATE_REVOCATION_LISTS;
  if (folder === undefined) return true;
  const serial = certificate.serialNumber.replace(/^0+/, '');
  const current = listsIn(folder).filter((list) => isCurrent(list, now) && isOf(issuer, list));
  // Of an odd serial number no list could speak.
  return current.length > 0 && /^[0-9A-F]+$/.test(serial) && !current.some(({ serials }) => serials.has(serial));
}

/** Remembered, since a list can be long and its signature is over all of it. */
function isOf(issuer: X509Certificate, list: RevocationList): boolean {
  const verdicts = signers.get(list) ?? new Map<string, boolean>();
  signers.set(list, verdicts);
  const verdict = verdicts.get(issuer.fingerprint256) ?? isSignedBy(list, issuer);
  verdicts.set(issuer.fingerprint256, verdict);
  return verdict;
}

function listsIn(folder: string): readonly RevocationList[] {
  return readdirSync(folder)
    .filter((name) => /\.(crl|pem)$/i.test(name))
    .flatMap((name) => listsOf(join(folder, name)));
}

function listsOf(file: string): readonly RevocationList[] {
  const { mtimeMs, size, ino } = statSync(file);
  const version = `${mtimeMs} ${size} ${ino}`;
  const present = known.get(file);
  if (present?.version === version) return present.lists;
  const bytes = readFileSync(file);
  const pem = [...bytes.toString('latin1').matchAll(PEM)].map(([, base64 = '']) => Buffer.from(base64, 'base64'));
  const lists = (pem.length > 0 ? pem : [bytes]).flatMap((one) => parseRevocationList(one) ?? []);
  known.set(file, { version, lists });
  return lists;
}
