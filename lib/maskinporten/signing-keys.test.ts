import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { type Db, openDatabase } from '#db/open.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { DAY_MS, HOUR_MS } from '../kernel/durations.ts';
import { aPersonActor, as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { ENGINES, newTestDatabaseUrl, openTestDatabase } from '../testing/test-database.ts';
import { readSigningKeys } from './read-signing-keys.ts';
import { rotateSigningKey } from './rotate-signing-key.ts';
import { bringInKey, rotateWhenDue } from './signing/bring-in-key.ts';
import { forgetKeyRing, readKeyRing } from './signing/key-ring.ts';
import { publishedKeys, signJwt } from './signing-keys.ts';
import { verifyOwnToken } from './verify-token.ts';

const ISSUER = 'http://localhost:3000/';

const later = (milliseconds: number) => new Date(TEST_NOW.getTime() + milliseconds);
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
const tokenAt = (db: Db, now: Date) => signJwt(db, { iss: ISSUER, exp: seconds(now) + 60 }, { now });
const kidOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()).kid as string;
const publishedKids = async (db: Db, now: Date) => (await publishedKeys(db, now)).map(({ kid }) => kid);

async function anOperator(db: Db): Promise<Context> {
  const operator = await anOrganisation(db, { orgNo: env().OPERATOR_ORG_NO });
  const person = await aPerson(db, { at: operator });
  await db.insert(db.tables.partyPackages).values({
    fromUuid: operator.uuid,
    toUuid: person.uuid,
    packageUrn: 'urn:altinn:accesspackage:maskinporten-administrator',
    since: TEST_NOW,
  });
  return as({ db, now: TEST_NOW }, actorOf(person));
}

describe.each(ENGINES)('signing keys on %s', (engine) => {
  it('makes the first key on first use, and verifies what it signed', async () => {
    const { db } = await openTestDatabase(engine);
    const token = await tokenAt(db, TEST_NOW);
    expect(await verifyOwnToken(db, token, TEST_NOW, [ISSUER])).toMatchObject({ iss: ISSUER });
    expect(await publishedKids(db, TEST_NOW)).toEqual([kidOf(token)]);
  });

  it('makes one first key when many ask at once', async () => {
    const { db } = await openTestDatabase(engine);
    const handles = [db, { ...db }, { ...db }];
    const tokens = await Promise.all(handles.map((handle) => tokenAt(handle, TEST_NOW)));
    expect(new Set(tokens.map(kidOf)).size).toBe(1);
  });

  it('E3 E13 publishes public members with a certificate, and keeps the private half sealed', async () => {
    const { db } = await openTestDatabase(engine);
    const [key] = await publishedKeys(db, TEST_NOW);
    expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use', 'x5c']);
    expect(key?.kid).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const [certificate] = (key?.x5c ?? []) as string[];
    const { publicKey } = new X509Certificate(Buffer.from(certificate ?? '', 'base64'));
    expect(publicKey.equals(createPublicKey({ key: key as never, format: 'jwk' }))).toBe(true);
    const [row] = await db.select().from(db.tables.signingKeys);
    expect(JSON.stringify(row)).not.toMatch(/BEGIN|"d"/);
  });

  it('F8 shows the next key 25 hours before it signs, and the old one 25 hours after its last token', async () => {
    const { db } = await openTestDatabase(engine);
    const old = kidOf(await tokenAt(db, TEST_NOW));
    const { kid, activatesAt } = await rotateSigningKey(await anOperator(db));
    expect(activatesAt).toEqual(later(25 * HOUR_MS));
    expect(await publishedKids(db, TEST_NOW)).toEqual([old, kid]);
    const last = await tokenAt(db, later(25 * HOUR_MS - 1000));
    expect(kidOf(last)).toBe(old);
    expect(kidOf(await tokenAt(db, later(25 * HOUR_MS)))).toBe(kid);
    expect(await publishedKids(db, later(51 * HOUR_MS))).toEqual([old, kid]);
    expect(await publishedKids(db, later(53 * HOUR_MS))).toEqual([kid]);
  });

  it('does not double a key that waits, but brings it forward in an emergency', async () => {
    const { db } = await openTestDatabase(engine);
    const old = kidOf(await tokenAt(db, TEST_NOW));
    const operator = await anOperator(db);
    const { kid } = await rotateSigningKey(operator);
    expect(await rotateSigningKey(operator)).toEqual({ kid, activatesAt: later(25 * HOUR_MS) });
    expect(await rotateSigningKey(operator, { isEmergency: true })).toEqual({ kid, activatesAt: later(2000) });
    expect(kidOf(await tokenAt(db, later(1000)))).toBe(old);
    expect(kidOf(await tokenAt(db, later(2000)))).toBe(kid);
    expect(await db.select().from(db.tables.auditEvents)).toHaveLength(2);
  });

  it('rotates by itself after 90 days, once', async () => {
    const { db } = await openTestDatabase(engine);
    await tokenAt(db, TEST_NOW);
    const keys = await readKeyRing(db, TEST_NOW);
    expect(await rotateWhenDue(db, keys, later(90 * DAY_MS))).toBeUndefined();
    const due = later(90 * DAY_MS + 1);
    expect(await rotateWhenDue(db, keys, due)).toMatchObject({ activatesAt: new Date(due.getTime() + 25 * HOUR_MS) });
    expect(await rotateWhenDue(db, keys, due)).toBeUndefined();
    expect(await publishedKids(db, due)).toHaveLength(2);
  });

  it('verifies tokens of all keys through ten rotations in a row', async () => {
    const { db } = await openTestDatabase(engine);
    const tokens = [await tokenAt(db, TEST_NOW)];
    for (let round = 1; round <= 10; round += 1) {
      const now = later(round * 3000);
      await bringInKey(db, { now, activatesAt: now });
      tokens.push(await tokenAt(db, now));
    }
    expect(new Set(tokens.map(kidOf)).size).toBe(11);
    for (const token of tokens) expect(await verifyOwnToken(db, token, later(30_000), [ISSUER])).toBeDefined();
  });

  it('erases the private half of a key that nobody needs to see any more', async () => {
    const { db } = await openTestDatabase(engine);
    await tokenAt(db, TEST_NOW);
    await bringInKey(db, { now: TEST_NOW, activatesAt: later(1) });
    await bringInKey(db, { now: later(40 * HOUR_MS), activatesAt: later(41 * HOUR_MS) });
    const rows = await readSigningKeysOf(db);
    expect(rows.map(({ privateSealed }) => privateSealed === '')).toEqual([true, false, false]);
  });

  it('are listed for the operator alone, and rotated by nobody else', async () => {
    const { db } = await openTestDatabase(engine);
    await tokenAt(db, TEST_NOW);
    const operator = await anOperator(db);
    await rotateSigningKey(operator);
    expect((await readSigningKeys(operator)).map(({ state }) => state)).toEqual(['active', 'waiting']);
    const stranger = as(operator, aPersonActor());
    await expect(readSigningKeys(stranger)).rejects.toMatchObject({ status: 403 });
    await expect(rotateSigningKey(stranger)).rejects.toMatchObject({ status: 403 });
    await expect(rotateSigningKey(as(operator, { kind: 'anonymous' }))).rejects.toMatchObject({ status: 401 });
  });
});

async function readSigningKeysOf(db: Db) {
  return db.select().from(db.tables.signingKeys).orderBy(db.tables.signingKeys.activatesAt);
}

describe.each(ENGINES)('two processes on one database on %s', (engine) => {
  it('F9 share their keys, and within a second those that one of them has brought in', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const url = await newTestDatabaseUrl(engine);
    const [first, second] = [openDatabase(url), openDatabase(url)];
    const token = await tokenAt(first.db, TEST_NOW);
    expect(await verifyOwnToken(second.db, token, TEST_NOW, [ISSUER])).toBeDefined();
    expect(kidOf(await tokenAt(second.db, TEST_NOW))).toBe(kidOf(token));
    const then = later(1000);
    await bringInKey(first.db, { now: then, activatesAt: then });
    const next = kidOf(await tokenAt(first.db, then));
    expect(next).not.toBe(kidOf(token));
    vi.advanceTimersByTime(1000);
    expect(kidOf(await tokenAt(second.db, then))).toBe(next);
    expect(await publishedKids(second.db, then)).toEqual(await publishedKids(first.db, then));
    vi.useRealTimers();
    await Promise.all([first.close(), second.close()]);
  });
});

describe('a token of our own', () => {
  const claims = { iss: ISSUER, exp: seconds(TEST_NOW) + 60 };
  it.each<[string, Record<string, unknown>, boolean]>([
    ['expired ten seconds ago', { exp: seconds(TEST_NOW) - 10 }, false],
    ['expired nine seconds ago', { exp: seconds(TEST_NOW) - 9 }, true],
    ['valid in ten seconds', { nbf: seconds(TEST_NOW) + 10 }, true],
    ['valid in eleven seconds', { nbf: seconds(TEST_NOW) + 11 }, false],
    ['of another issuer', { iss: 'https://maskinporten.no/' }, false],
    ['without exp', { exp: undefined }, false],
    ['with exp as text', { exp: '9999999999' }, false],
  ])('%s', async (_case, differences, isGood) => {
    const { db } = await openTestDatabase();
    const token = await signJwt(db, { ...claims, ...differences }, { now: TEST_NOW });
    expect((await verifyOwnToken(db, token, TEST_NOW, [ISSUER])) !== undefined).toBe(isGood);
  });

  it('that was good is refused once its time, its issuer or its key is gone', async () => {
    const { db } = await openTestDatabase();
    const token = await signJwt(db, claims, { now: TEST_NOW });
    const isGood = async (now = TEST_NOW, issuers = [ISSUER]) =>
      (await verifyOwnToken(db, token, now, issuers)) !== undefined;
    expect([await isGood(), await isGood()]).toEqual([true, true]);
    expect(await isGood(later(71_000))).toBe(false);
    expect(await isGood(TEST_NOW, ['https://maskinporten.no/'])).toBe(false);
    expect(await isGood()).toBe(true);
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await db.update(db.tables.signingKeys).set({ publicJwk: publicKey.export({ format: 'jwk' }) });
    forgetKeyRing(db);
    expect(await isGood()).toBe(false);
    await db.delete(db.tables.signingKeys);
    forgetKeyRing(db);
    expect(await isGood()).toBe(false);
  });

  it('is not taken for an access token when it says that it is something else', async () => {
    const { db } = await openTestDatabase();
    const token = await signJwt(db, claims, { now: TEST_NOW, typ: 'result+jwt' });
    expect(await verifyOwnToken(db, token, TEST_NOW, [ISSUER])).toBeUndefined();
  });

  it('is refused when altered, or with another alg or an unknown kid', async () => {
    const { db } = await openTestDatabase();
    const [header = '', body = '', signature = ''] = (await signJwt(db, claims, { now: TEST_NOW })).split('.');
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const altered = [
      [header, encode({ ...claims, scope: 'x' }), signature],
      [encode({ alg: 'none', kid }), body, ''],
      [encode({ alg: 'HS256', kid }), body, signature],
      [encode({ alg: 'RS256', kid: 'K1' }), body, signature],
      [encode({ alg: 'RS256' }), body, signature],
    ];
    for (const parts of altered) {
      expect(await verifyOwnToken(db, parts.join('.'), TEST_NOW, [ISSUER])).toBeUndefined();
    }
  });
});
