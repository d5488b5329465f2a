import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../kernel/durations.ts';
import {
  aCertificate,
  aCertificateAuthority,
  aRevocationList,
  aTrustStore,
  type TestCertificate,
  toX5c,
  VENDOR_NAME,
} from '../../testing/certificates.ts';
import { TEST_NOW } from '../../testing/context.ts';
import { aClientWithKey, aGrant, aKey, anAccess, aScope, ask } from '../../testing/maskinporten.ts';
import { openTestDatabase } from '../../testing/test-database.ts';
import { integer } from '../signing/der.ts';
import { parseRevocationList } from './revocation-list.ts';

const { root, intermediate } = aCertificateAuthority();
const folder = mkdtempSync(join(tmpdir(), 'lists-'));
process.env.CLIENT_CERTIFICATE_TRUST_STORE = aTrustStore(root);
process.env.CLIENT_CERTIFICATE_REVOCATION_LISTS = folder;

const key = aKey('certified', 2);
const leaf = aCertificate(VENDOR_NAME, key, intermediate);
const other = aCertificate(VENDOR_NAME, key, intermediate);

async function askWith(...chain: readonly TestCertificate[]) {
  const { db } = await openTestDatabase();
  const client = await aClientWithKey(db, { withoutKey: true });
  await anAccess(db, await aScope(db), client.orgNo);
  return ask({ db, now: TEST_NOW }, aGrant(client, { header: { kid: undefined, x5c: toX5c(...chain) }, key }));
}

function toPemList(list: Buffer): string {
  return `-----BEGIN X509 CRL-----\n${list.toString('base64')}\n-----END X509 CRL-----\n`;
}

const file = join(folder, 'issuing.crl');

beforeEach(() => {
  writeFileSync(join(folder, 'root.crl'), aRevocationList(root));
  rmSync(file, { force: true });
});

describe('an enterprise certificate, when revocation lists are configured', () => {
  it.each<[string, Buffer | string]>([
    ['that is empty', aRevocationList(intermediate)],
    ['that names others', aRevocationList(intermediate, [other])],
    ['in PEM', toPemList(aRevocationList(intermediate))],
  ])('authenticates the client with a list of its issuer %s', async (_case, list) => {
    writeFileSync(file, list);
    expect(await askWith(leaf, intermediate)).toMatchObject({ status: 200 });
  });

  const [before, after] = [new Date(TEST_NOW.getTime() - HOUR_MS), new Date(TEST_NOW.getTime() + HOUR_MS)];
  const stranger = aCertificate({ commonName: 'Test Issuing CA' }, aKey('foreign', 3), undefined, {
    isAuthority: true,
  });
  it.each<[string, Buffer | string]>([
    ['names it', aRevocationList(intermediate, [other, leaf])],
    ['names it, in PEM', toPemList(aRevocationList(intermediate, [leaf]))],
    ['is out of date', aRevocationList(intermediate, [], { nextUpdate: before })],
    ['is not in force yet', aRevocationList(intermediate, [], { thisUpdate: after })],
    ['is signed by somebody else', aRevocationList(stranger)],
    ['is a delta', aRevocationList(intermediate, [], { critical: '2.5.29.27' })],
    ['covers a part', aRevocationList(intermediate, [], { critical: '2.5.29.28' })],
    ['is no list', 'nothing of use'],
  ])('A8 is refused when the list of its issuer %s', async (_case, list) => {
    writeFileSync(file, list);
    expect(await askWith(leaf, intermediate)).toMatchObject({ status: 400, code: 'MP-120' });
  });

  it('A8 is refused without a list of its issuer', async () => {
    expect(await askWith(leaf, intermediate)).toMatchObject({ code: 'MP-120' });
  });

  it('A8 is refused when the authority above has revoked its issuer', async () => {
    writeFileSync(file, aRevocationList(intermediate));
    writeFileSync(join(folder, 'root.crl'), aRevocationList(root, [intermediate]));
    expect(await askWith(leaf, intermediate)).toMatchObject({ code: 'MP-120' });
  });

  it('A29 is refused in the next request after a new list names it', async () => {
    writeFileSync(file, aRevocationList(intermediate));
    expect(await askWith(leaf, intermediate)).toMatchObject({ status: 200 });
    writeFileSync(file, aRevocationList(intermediate, [leaf]));
    expect(await askWith(leaf, intermediate)).toMatchObject({ code: 'MP-120' });
  });
});

describe('the reader of revocation lists', () => {
  const list = aRevocationList(intermediate, [leaf, other]);

  it('knows every certificate by the serial number that Node prints', () => {
    const serials = [leaf, other].map(({ der }) => new X509Certificate(der).serialNumber.replace(/^0+/, ''));
    expect([...(parseRevocationList(list)?.serials ?? [])].sort()).toEqual(serials.sort());
  });

  it('understands no list with an entry that cannot be read', () => {
    const serial = integer(Buffer.from(new X509Certificate(leaf.der).serialNumber, 'hex'));
    const changed = Buffer.from(list);
    changed[changed.indexOf(serial) - 1] = 0x7f;
    expect(parseRevocationList(changed)).toBeUndefined();
  });

  it('understands no list with extensions that cannot be read', () => {
    const changed = aRevocationList(intermediate, [], { critical: '2.5.29.27' });
    changed[changed.indexOf(Buffer.from([0x01, 0x01, 0xff])) + 1] = 0x7f;
    expect(parseRevocationList(changed)).toBeUndefined();
  });

  it('never throws, and understands no list that is cut, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(list.length - 1), fc.nat(255), (bytes, at, value) => {
        expect(parseRevocationList(Buffer.from(bytes))).toBeUndefined();
        expect(parseRevocationList(list.subarray(0, at))).toBeUndefined();
        const changed = Buffer.from(list);
        changed[at] = value;
        expect(() => parseRevocationList(changed)).not.toThrow();
      }),
    );
  });
});
