import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR_MS } from '../../kernel/durations.ts';
import { ProblemError } from '../../kernel/errors.ts';
import { anAdministrator } from '../../testing/administration.ts';
import {
  aCertificate,
  aCertificateAuthority,
  aRevocationList,
  aTrustStore,
  type TestCertificate,
  toPem,
  toX5c,
  VENDOR_NAME,
} from '../../testing/certificates.ts';
import { TEST_NOW } from '../../testing/context.ts';
import {
  aClientWithKey,
  aGrant,
  aKey,
  anAccess,
  aPublicJwk,
  aScope,
  ask,
  TEST_VENDOR,
} from '../../testing/maskinporten.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { putKey } from './put-key.ts';
import { registerKeyText } from './register-key-text.ts';
import { replaceKeySet } from './replace-key-set.ts';

const hence = (hours: number) => new Date(TEST_NOW.getTime() + hours * HOUR_MS);
const { root, intermediate } = aCertificateAuthority();
const lists = mkdtempSync(join(tmpdir(), 'lists-'));
process.env.CLIENT_CERTIFICATE_TRUST_STORE = aTrustStore(root);
process.env.CLIENT_CERTIFICATE_REVOCATION_LISTS = lists;

const key = aKey('certified', 2);
const leaf = aCertificate(VENDOR_NAME, key, intermediate);

function publish(revoked: readonly TestCertificate[] = [], ofRoot: readonly TestCertificate[] = []): void {
  writeFileSync(join(lists, 'issuing.crl'), aRevocationList(intermediate, revoked));
  writeFileSync(join(lists, 'root.crl'), aRevocationList(root, ofRoot));
}
beforeEach(() => publish());

const aJwk = (...chain: readonly TestCertificate[]) => ({ ...aPublicJwk(key), x5c: toX5c(...chain) });

async function aVendor(engine: 'sqlite' | 'postgresql') {
  const { db } = await openTestDatabase(engine);
  const client = await aClientWithKey(db, { withoutKey: true });
  await anAccess(db, await aScope(db), client.orgNo);
  const context = { db, now: TEST_NOW, actor: anAdministrator(TEST_VENDOR) };
  const { clientId } = client;
  return {
    clientId,
    context,
    put: (jwk: Record<string, unknown>) => putKey(context, { clientId, kid: 'certified', jwk }),
    ask: (now = TEST_NOW) => ask({ db, now }, aGrant({ ...client, key }, { now })),
  };
}

async function refusalOf(work: Promise<unknown>) {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) return error;
  return { code: error.code, fields: Object.keys(error.errors ?? {}) };
}

describe.each(ENGINES)('a key with a certificate, where authorities are named, on %s', (engine) => {
  it.each<[string, readonly TestCertificate[]]>([
    ['leaf and intermediate', [leaf, intermediate]],
    ['the full chain', [leaf, intermediate, root]],
    ['the number as serialNumber', [aCertificate({ commonName: 'OLD AS', serialNumber: TEST_VENDOR }, key, root)]],
  ])('is registered and signs grants: %s', async (_case, chain) => {
    const vendor = await aVendor(engine);
    await vendor.put(aJwk(...chain));
    expect(await vendor.ask()).toMatchObject({ status: 200, claims: { client_amr: 'private_key_jwt' } });
  });

  const foreign = aCertificate({ commonName: 'Foreign CA' }, aKey('foreign', 3), undefined, { isAuthority: true });
  const another = { commonName: 'NABO AS', organizationIdentifier: 'NTRNO-310702641' };
  const cases: [string, readonly TestCertificate[]][] = [
    ['of another organisation', [aCertificate(another, key, intermediate), intermediate]],
    ['without a number', [aCertificate({ commonName: 'VENDOR AS' }, key, intermediate), intermediate]],
    ['of an authority that is not trusted', [aCertificate(VENDOR_NAME, key, foreign), foreign]],
    ['of nobody but itself', [aCertificate(VENDOR_NAME, key)]],
    ['without the authority between', [leaf]],
    ['that has ended', [aCertificate(VENDOR_NAME, key, root, { validTo: hence(-1) })]],
    ['that has not begun', [aCertificate(VENDOR_NAME, key, root, { validFrom: hence(1) })]],
    ['of another key', [aCertificate(VENDOR_NAME, aKey('other', 4), root)]],
  ];
  it.each(cases)('A8 is refused with a certificate %s', async (_case, chain) => {
    const vendor = await aVendor(engine);
    const refused = { code: 'invalid_key', fields: ['x5c'] };
    expect(await refusalOf(vendor.put(aJwk(...chain)))).toEqual(refused);
    const { clientId, context } = vendor;
    expect(await refusalOf(replaceKeySet(context, { clientId, keys: [aJwk(...chain)] }))).toEqual(refused);
    expect(await vendor.ask()).toMatchObject({ code: 'unknown-kid' });
  });

  it('A8 is refused when pasted as a certificate that nobody trusts', async () => {
    const { clientId, context } = await aVendor(engine);
    const paste = (...chain: readonly TestCertificate[]) =>
      refusalOf(registerKeyText(context, { clientId, text: toPem(...chain) }));
    expect(await paste(aCertificate(VENDOR_NAME, key))).toMatchObject({ code: 'invalid_key' });
    expect(await paste(leaf, intermediate)).toBeUndefined();
  });

  it('A8 is refused with a certificate that is revoked, or whose issuer is', async () => {
    const { put } = await aVendor(engine);
    publish([leaf]);
    expect(await refusalOf(put(aJwk(leaf, intermediate)))).toMatchObject({ code: 'invalid_key' });
    publish([], [intermediate]);
    expect(await refusalOf(put(aJwk(leaf, intermediate)))).toMatchObject({ code: 'invalid_key' });
  });

  it('A29 signs nothing from the next grant on after its certificate was revoked', async () => {
    const vendor = await aVendor(engine);
    await vendor.put(aJwk(leaf, intermediate));
    expect(await vendor.ask()).toMatchObject({ status: 200 });
    publish([leaf]);
    expect(await vendor.ask()).toMatchObject({ status: 400, error: 'invalid_grant', code: 'MP-120' });
    publish([], [intermediate]);
    expect(await vendor.ask()).toMatchObject({ code: 'MP-120' });
  });

  it('A29 is looked into once, and anew after each change of its certificate', async () => {
    const vendor = await aVendor(engine);
    await vendor.put(aJwk(leaf, intermediate));
    expect(await vendor.ask()).toMatchObject({ status: 200 });
    const verify = vi.spyOn(X509Certificate.prototype, 'verify');
    expect(await vendor.ask()).toMatchObject({ status: 200 });
    expect(verify).not.toHaveBeenCalled();
    verify.mockRestore();
    const successor = aCertificate(VENDOR_NAME, key, root);
    await vendor.put(aJwk(successor));
    publish([], [successor]);
    expect(await vendor.ask()).toMatchObject({ code: 'MP-120' });
    publish();
    expect(await vendor.ask()).toMatchObject({ status: 200 });
  });

  it('ends with its certificate, and with the authority above it', async () => {
    const vendor = await aVendor(engine);
    const brief = aCertificate(VENDOR_NAME, key, root, { validTo: hence(2) });
    expect((await vendor.put(aJwk(brief))).key.expiresAt).toEqual(hence(2));
    expect(await vendor.ask(hence(1))).toMatchObject({ status: 200 });
    expect(await vendor.ask(hence(3))).toMatchObject({ code: 'MP-121' });
    const waning = aCertificate({ commonName: 'Waning CA' }, aKey('waning', 5), root, {
      isAuthority: true,
      validTo: hence(2),
    });
    writeFileSync(join(lists, 'waning.crl'), aRevocationList(waning));
    await vendor.put(aJwk(aCertificate(VENDOR_NAME, key, waning), waning));
    expect(await vendor.ask(hence(1))).toMatchObject({ status: 200 });
    expect(await vendor.ask(hence(3))).toMatchObject({ code: 'MP-120' });
  });

  it('stays in a set that is read, added to and posted, though it has been revoked, and signs nothing', async () => {
    const vendor = await aVendor(engine);
    const { clientId, context } = vendor;
    await vendor.put(aJwk(leaf, intermediate));
    publish([leaf]);
    const keys = [aJwk(leaf, intermediate), aPublicJwk(aKey('successor', 6))];
    expect((await replaceKeySet(context, { clientId, keys })).keys).toHaveLength(2);
    expect(await vendor.ask()).toMatchObject({ code: 'MP-120' });
  });

  it('is refused, and breaks nothing, with a certificate whose key is of another kind', async () => {
    const { clientId, context, put } = await aVendor(engine);
    const pss = { kid: 'pss', ...generateKeyPairSync('rsa-pss', { modulusLength: 2048 }) };
    const odd = aCertificate(VENDOR_NAME, pss, root);
    const refused = { code: 'invalid_key', fields: ['x5c'] };
    expect(await refusalOf(put(aJwk(odd)))).toEqual(refused);
    expect(await refusalOf(registerKeyText(context, { clientId, text: toPem(odd) }))).toEqual(refused);
  });

  it('needs no certificate', async () => {
    const vendor = await aVendor(engine);
    await vendor.put(aPublicJwk(key));
    expect(await vendor.ask()).toMatchObject({ status: 200 });
  });
});
