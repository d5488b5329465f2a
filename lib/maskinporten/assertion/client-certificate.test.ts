import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../kernel/durations.ts';
import {
  aCertificate,
  aCertificateAuthority,
  aTrustStore,
  type TestCertificate,
  toPem,
  toX5c,
  VENDOR_NAME,
} from '../../testing/certificates.ts';
import { TEST_NOW } from '../../testing/context.ts';
import { aClientWithKey, aGrant, aKey, anAccess, aScope, ask, TEST_VENDOR } from '../../testing/maskinporten.ts';
import { openTestDatabase } from '../../testing/test-database.ts';
import { orgNoOf } from './client-certificate.ts';

const { root, intermediate } = aCertificateAuthority();
process.env.CLIENT_CERTIFICATE_TRUST_STORE = aTrustStore(root);

const key = aKey('certified', 2);
const leaf = aCertificate(VENDOR_NAME, key, intermediate);

async function askWith(x5c: unknown, differences: { key?: typeof key; withKey?: boolean } = {}) {
  const { db } = await openTestDatabase();
  const client = await aClientWithKey(db, { withoutKey: !differences.withKey });
  await anAccess(db, await aScope(db), client.orgNo);
  const header = { kid: undefined, x5c };
  return ask({ db, now: TEST_NOW }, aGrant(client, { header, key: differences.key ?? key }));
}

describe('an enterprise certificate', () => {
  it.each<[string, readonly TestCertificate[]]>([
    ['leaf and intermediate', [leaf, intermediate]],
    ['the full chain', [leaf, intermediate, root]],
    ['issued by the root itself', [aCertificate(VENDOR_NAME, key, root)]],
    [
      'with the number as serialNumber',
      [aCertificate({ commonName: 'OLD AS', serialNumber: TEST_VENDOR }, key, intermediate), intermediate],
    ],
  ])('authenticates the client: %s', async (_case, chain) => {
    const { status, claims } = await askWith(toX5c(...chain));
    expect(status).toBe(200);
    expect(claims?.client_amr).toBe('virksomhetssertifikat');
  });

  const foreign = aCertificate({ commonName: 'Foreign CA' }, aKey('foreign', 3), undefined, { isAuthority: true });
  const pretender = aCertificate({ commonName: 'No CA' }, aKey('foreign', 3), root);
  const ended = {
    validFrom: new Date(TEST_NOW.getTime() - 2 * HOUR_MS),
    validTo: new Date(TEST_NOW.getTime() - HOUR_MS),
  };
  it.each<[string, unknown, string]>([
    ['A8 self-signed', toX5c(aCertificate(VENDOR_NAME, key)), 'MP-120'],
    [
      'A8 self-signed as an authority',
      toX5c(aCertificate(VENDOR_NAME, key, undefined, { isAuthority: true })),
      'MP-120',
    ],
    ['without its intermediate', toX5c(leaf), 'MP-120'],
    ['from a foreign root', toX5c(aCertificate(VENDOR_NAME, key, foreign), foreign), 'MP-120'],
    ['A8 from an issuer that is no authority', toX5c(aCertificate(VENDOR_NAME, key, pretender), pretender), 'MP-120'],
    ['A8 expired', toX5c(aCertificate(VENDOR_NAME, key, intermediate, ended), intermediate), 'MP-120'],
    [
      'A8 of another company',
      toX5c(aCertificate({ ...VENDOR_NAME, organizationIdentifier: 'NTRNO-999999999' }, key, root)),
      'MP-122',
    ],
    ['with no organisation number', toX5c(aCertificate({ commonName: TEST_VENDOR }, key, root)), 'MP-122'],
    ['A8 eleven of them', Array.from({ length: 11 }, () => toX5c(leaf)[0]), 'MP-123'],
    ['A8 two hundred of them', Array.from({ length: 200 }, () => toX5c(leaf)[0]), 'MP-011'],
    ['A8 a string', toX5c(leaf)[0], 'MP-123'],
    ['numbers', [1], 'MP-123'],
    ['none', [], 'MP-123'],
    ['PEM', [toPem(leaf)], 'MP-123'],
    ['no certificate', ['AAAA'], 'MP-123'],
  ])('is refused: %s', async (_case, x5c, code) => {
    expect(await askWith(x5c)).toMatchObject({ status: 400, code });
  });

  it('is refused when another key has signed', async () => {
    expect(await askWith(toX5c(leaf, intermediate), { key: aKey('K1', 1) })).toMatchObject({ code: 'MP-124' });
  });

  it('is refused by rule 11d for a client with registered keys', async () => {
    const refused = await askWith(toX5c(leaf, intermediate), { withKey: true });
    expect(refused).toMatchObject({ error: 'invalid_grant', code: 'kid-required' });
    expect(refused.text).toContain(
      'Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided',
    );
  });

  it('gives way to kid when the client has registered keys', async () => {
    const { db } = await openTestDatabase();
    const client = await aClientWithKey(db);
    await anAccess(db, await aScope(db), client.orgNo);
    const { claims } = await ask({ db, now: TEST_NOW }, aGrant(client, { header: { x5c: toX5c(leaf, intermediate) } }));
    expect(claims?.client_amr).toBe('private_key_jwt');
    const unknown = aGrant(client, { header: { kid: 'K9', x5c: toX5c(leaf, intermediate) }, key });
    expect(await ask({ db, now: TEST_NOW }, unknown)).toMatchObject({ code: 'unknown-kid' });
  });

  it('cannot fake a second attribute by a line break', () => {
    const odd = aCertificate({ commonName: `x\nserialNumber=${TEST_VENDOR}` }, key);
    expect(orgNoOf(new X509Certificate(odd.der))).toBeUndefined();
  });
});
