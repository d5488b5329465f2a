import { createHmac, randomUUID, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { env } from '../config/env.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { TEST_NOW } from '../testing/context.ts';
import {
  aClientWithKey,
  aGrant,
  aKey,
  anAccess,
  aPublicJwk,
  aRegisteredKey,
  aScope,
  aSystemUserDetail,
  ask,
  signCompact,
  TEST_CUSTOMER,
  TEST_SCOPE,
  type TestClient,
} from '../testing/maskinporten.ts';
import { shortestOfThree } from '../testing/shortest-of-three.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { signJwt } from './signing-keys.ts';

const NOW = Math.floor(TEST_NOW.getTime() / 1000);

async function aVictim() {
  const { db } = await openTestDatabase();
  const client = await aClientWithKey(db);
  await anAccess(db, await aScope(db), client.orgNo);
  return { context: { db, now: TEST_NOW }, client, db };
}

function claimsOf(client: TestClient, differences: Readonly<Record<string, unknown>> = {}) {
  const base = { aud: env().issuer, iss: client.clientId, scope: TEST_SCOPE, iat: NOW, exp: NOW + 100 };
  return { ...base, jti: randomUUID(), ...differences };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('A1 alg none', () => {
  it.each(['none', 'None', 'NONE', 'nOnE', undefined])('%s is refused with an empty signature', async (alg) => {
    const { context, client } = await aVictim();
    const assertion = `${encode({ alg, kid: 'K1' })}.${encode(claimsOf(client))}.`;
    expect(await ask(context, assertion)).toMatchObject({ error: 'invalid_request', code: 'MP-011' });
  });
});

describe('A2 HMAC with the public key', () => {
  const key = aKey();
  const secrets = [
    key.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    key.publicKey.export({ type: 'spki', format: 'der' }),
    JSON.stringify(aPublicJwk(key)),
    Buffer.from(String(aPublicJwk(key).n), 'base64url'),
  ];
  it.each(['256', '384', '512'])('HS%s is refused whatever the secret', async (bits) => {
    const { context, client } = await aVictim();
    for (const secret of secrets) {
      const input = `${encode({ alg: `HS${bits}`, kid: 'K1' })}.${encode(claimsOf(client))}`;
      const mac = createHmac(`sha${bits}`, secret).update(input).digest('base64url');
      expect(await ask(context, `${input}.${mac}`)).toMatchObject({ error: 'invalid_request', code: 'MP-011' });
    }
  });
});

describe('A3 other algorithms', () => {
  it.each(['PS256', 'ES256', 'EdDSA', 'RS1', 'rs256', 'RS256 '])(
    '%s is refused, and the text names ours',
    async (alg) => {
      const { context, client } = await aVictim();
      const refused = await ask(context, aGrant(client, { header: { alg } }));
      expect(refused).toMatchObject({ code: 'MP-011', text: expect.stringContaining('RS256, RS384, RS512') });
    },
  );

  it('a valid PS256 signature is refused', async () => {
    const { context, client } = await aVictim();
    const input = `${encode({ alg: 'PS256', kid: 'K1' })}.${encode(claimsOf(client))}`;
    const options = { key: client.key.privateKey, padding: 6, saltLength: 32 };
    const signature = sign('sha256', Buffer.from(input), options).toString('base64url');
    expect(await ask(context, `${input}.${signature}`)).toMatchObject({ code: 'MP-011' });
  });
});

describe('A4 an altered grant', () => {
  it.each<[string, (jws: string) => string]>([
    [
      'another payload',
      (jws) => jws.replace(/\.[^.]+\./, `.${encode({ ...JSON.parse(payload(jws)), scope: 'a:b' })}.`),
    ],
    ['no third part', (jws) => jws.replace(/\.[^.]+$/, '')],
    ['an empty signature', (jws) => jws.replace(/[^.]+$/, '')],
    ['a flipped bit', (jws) => `${jws.slice(0, -5)}${jws.at(-5) === 'A' ? 'B' : 'A'}${jws.slice(-4)}`],
    ['a letter more', (jws) => `${jws}A`],
    ['padding', (jws) => `${jws}=`],
    ['a shorter signature', (jws) => jws.slice(0, -20)],
  ])('%s is refused', async (_case, alter) => {
    const { context, client } = await aVictim();
    const refused = await ask(context, alter(aGrant(client)));
    expect(['MP-124', 'MP-011']).toContain(refused.code);
  });
});

function payload(jws: string): string {
  return Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString();
}

describe('A5 the key of another client', () => {
  it('is not known here, and under the same name does not verify', async () => {
    const { context, client, db } = await aVictim();
    const theirs = aKey('KB', 1);
    await aClientWithKey(db, { key: theirs });
    const byKid = await ask(context, aGrant(client, { header: { kid: 'KB' }, key: theirs }));
    expect(byKid).toMatchObject({ error: 'invalid_grant', code: 'unknown-kid' });
    await aClientWithKey(db, { key: aKey('K1', 1) });
    expect(await ask(context, aGrant(client, { key: aKey('K1', 1) }))).toMatchObject({ code: 'MP-124' });
  });
});

describe('A6 odd kids', () => {
  it.each([
    '../../../../dev/null',
    "K1' OR '1'='1",
    'K1\u0000',
    '__proto__',
    'constructor',
    ['$', '{jndi:ldap://x}'].join(''),
    'k1',
    'K'.repeat(10_000),
  ])('%s is an unknown kid like any other', async (kid) => {
    const { context, client } = await aVictim();
    expect(await ask(context, aGrant(client, { header: { kid } }))).toEqual(
      await ask(context, aGrant(client, { header: { kid: 'K9' } })),
    );
  });

  it('an empty one too', async () => {
    const { context, client } = await aVictim();
    expect(await ask(context, aGrant(client, { header: { kid: '' } }))).toMatchObject({ code: 'unknown-kid' });
  });

  it.each([1, [], {}, true])('%j is of the wrong type', async (kid) => {
    const { context, client } = await aVictim();
    expect(await ask(context, aGrant(client, { header: { kid } }))).toMatchObject({ code: 'MP-011' });
  });
});

describe('A7 A9 headers that bring a key or change the rules', () => {
  it.each([
    ['jwk', aPublicJwk(aKey())],
    ['jku', 'http://127.0.0.1:1/'],
    ['x5u', 'http://127.0.0.1:1/'],
    ['crit', ['b64']],
    ['b64', false],
    ['zip', 'DEF'],
    ['cty', 'JWT'],
  ])('%s is refused unread', async (name, value) => {
    const { context, client } = await aVictim();
    expect(await ask(context, aGrant(client, { header: { [name]: value } }))).toMatchObject({
      error: 'invalid_request',
      code: 'MP-011',
    });
  });

  it('a JWE of five parts and the JSON serialisation are refused', async () => {
    const { context, client } = await aVictim();
    const [header = '', body = '', signature = ''] = aGrant(client).split('.');
    expect(await ask(context, `${header}.a.b.c.d`)).toMatchObject({ code: 'MP-011' });
    const json = JSON.stringify({ protected: header, payload: body, signature });
    expect(await ask(context, json)).toMatchObject({ code: 'MP-011' });
  });
});

describe('A10 tokens of another kind', () => {
  it('an access token of ours is no grant, nor a JWT that says at+jwt', async () => {
    const { context, client, db } = await aVictim();
    const token = await signJwt(db, claimsOf(client), { now: TEST_NOW });
    expect(['MP-100', 'MP-011', 'unknown-kid']).toContain((await ask(context, token)).code);
    const { granted } = await ask(context, aGrant(client));
    expect(await ask(context, granted?.token)).toMatchObject({ code: 'MP-011' });
    expect(await ask(context, aGrant(client, { header: { typ: 'at+jwt' } }))).toMatchObject({ code: 'MP-011' });
  });
});

describe('A11 audience', () => {
  const issuer = () => env().issuer;
  it.each([
    ['another environment', () => 'https://maskinporten.no/', 'MP-110'],
    ['no final slash', () => issuer().slice(0, -1), 'MP-110'],
    ['upper-case host', () => issuer().replace('localhost', 'LOCALHOST'), 'MP-110'],
    ['the token endpoint', () => `${issuer()}token`, 'MP-110'],
    ['two', () => [issuer(), 'https://evil.example/'], 'MP-110'],
    ['twice ours', () => [issuer(), issuer()], 'MP-110'],
    ['none in an array', () => [], 'MP-110'],
    ['a number', () => 5, 'MP-011'],
    ['an array of numbers', () => [5], 'MP-011'],
    ['ours in an array', () => [issuer()], undefined],
  ])('%s', async (_case, aud, code) => {
    const { context, client } = await aVictim();
    expect((await ask(context, aGrant(client, { claims: { aud: aud() } }))).code).toBe(code);
  });
});

describe('A12 issuer games', () => {
  it.each([
    ['unknown', () => randomUUID()],
    ['an array', (id: string) => [id]],
    ['a trailing blank', (id: string) => `${id} `],
    ['NUL', (id: string) => `${id}\u0000`],
    ['upper case', (id: string) => id.toUpperCase().replace(/[0-9]/g, 'A')],
  ])('%s is no client', async (_case, iss) => {
    const { context, client } = await aVictim();
    expect(await ask(context, aGrant(client, { claims: { iss: iss(client.clientId) } }))).toMatchObject({
      error: 'invalid_grant',
      code: 'MP-100',
    });
  });
});

describe('A13 odd exp', () => {
  it.each([
    [undefined, 'MP-011'],
    [String(NOW + 60), 'MP-011'],
    [NOW + 1.5, 'MP-011'],
    [-1, 'MP-011'],
    [1e300, 'MP-011'],
    [(NOW + 60) * 1000, 'lifetime'],
    [NOW + 86_400, 'lifetime'],
    [NOW - 11, 'MP-130'],
    [NOW, 'no-lifetime'],
  ])('%s', async (exp, code) => {
    const { context, client } = await aVictim();
    expect(await ask(context, aGrant(client, { claims: { exp } }))).toMatchObject({ status: 400, code });
  });
});

describe('A14 from the future', () => {
  it.each([
    [{ iat: NOW + 11, exp: NOW + 60 }, 'issue-time'],
    [{ iat: NOW + 3600, exp: NOW + 3660 }, 'issue-time'],
    [{ iat: NOW + 9 }, undefined],
    [{ nbf: NOW + 60 }, 'not-before'],
    [{ iat: undefined }, 'MP-011'],
  ])('%o', async (claims, code) => {
    const { context, client } = await aVictim();
    expect((await ask(context, aGrant(client, { claims }))).code).toBe(code);
  });
});

describe('A18 burning the jti of another', () => {
  it('a bad signature burns nothing, and another client may use the same jti', async () => {
    const { context, client, db } = await aVictim();
    const claims = { jti: 'J' };
    expect(await ask(context, aGrant(client, { claims, key: aKey('K1', 1) }))).toMatchObject({ code: 'MP-124' });
    expect(await ask(context, aGrant(client, { claims: { ...claims, exp: NOW + 900 } }))).toMatchObject({
      status: 400,
    });
    expect(await ask(context, aGrant(client, { claims }))).toMatchObject({ status: 200 });
    const other = await aClientWithKey(db, { orgNo: client.orgNo });
    expect(await ask(context, aGrant(other, { claims }))).toMatchObject({ status: 200 });
  });
});

describe('A19 odd jti', () => {
  it('without one the signed bytes count', async () => {
    const { context, client } = await aVictim();
    const grant = aGrant(client, { claims: { jti: undefined } });
    expect(await ask(context, grant)).toMatchObject({ status: 200 });
    expect(await ask(context, grant)).toMatchObject({ code: 'MP-012' });
    const next = aGrant(client, { claims: { jti: undefined, exp: NOW + 101 } });
    expect(await ask(context, next)).toMatchObject({ status: 200 });
  });

  it('is bounded, case-sensitive and otherwise opaque', async () => {
    const { context, client } = await aVictim();
    const withJti = (jti: string) => ask(context, aGrant(client, { claims: { jti } }));
    expect(await withJti('j'.repeat(257))).toMatchObject({ code: 'MP-011' });
    for (const jti of ['j'.repeat(256), 'a', 'A', "'; --", 'æ\u0000', '__proto__']) {
      expect(await withJti(jti)).toMatchObject({ status: 200 });
      expect(await withJti(jti)).toMatchObject({ code: 'MP-012' });
    }
  });
});

describe('A20 A21 JSON that parsers disagree about', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  it.each<[string, (client: TestClient, body: string) => [string, string]]>([
    ['two iss', ({ clientId }, body) => ['{"alg":"RS256","kid":"K1"}', body.replace('{', `{"iss":"${clientId}",`)]],
    ['two iss, one escaped', (_client, body) => ['{"alg":"RS256","kid":"K1"}', body.replace('{', '{"\\u0069ss":"x",')]],
    ['two alg', (_client, body) => ['{"alg":"none","alg":"RS256","kid":"K1"}', body]],
    ['a nested duplicate', (_client, body) => ['{"alg":"RS256","kid":"K1"}', body.replace('{', '{"x":{"a":1,"a":2},')]],
    ['depth 10,000', (_client, body) => ['{"alg":"RS256","kid":"K1"}', body.replace('{', `{"x":${deep(7000)},`)]],
    [
      'depth 17',
      (_client, body) => ['{"alg":"RS256","kid":"K1"}', body.replace('{', `{"authorization_details":${deep(17)},`)],
    ],
    [
      'a claim of 20 KB',
      (_client, body) => ['{"alg":"RS256","kid":"K1"}', body.replace('{', `{"x":"${'x'.repeat(20_000)}",`)],
    ],
    ['a lone surrogate', (_client, body) => ['{"alg":"RS256","kid":"K1"}', body.replace('"jti":"', '"jti":"\\ud800')]],
    ['a byte order mark', (_client, body) => ['{"alg":"RS256","kid":"K1"}', `\ufeff${body}`]],
    ['an array', (_client, body) => ['{"alg":"RS256","kid":"K1"}', `[${body}]`]],
    ['__proto__', (_client, body) => ['{"alg":"RS256","kid":"K1"}', body.replace('{', '{"__proto__":{"x":1},')]],
  ])('%s is refused', async (_case, write) => {
    const { context, client } = await aVictim();
    const [header, body] = write(client, JSON.stringify(claimsOf(client)));
    const grant = signCompact(header, body, client.key);
    const shortest = await shortestOfThree(async () => {
      expect(await ask(context, grant)).toMatchObject({ status: 400, code: 'MP-011' });
    });
    expect(shortest).toBeLessThan(50);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('A23 scope escalation', () => {
  it.each([
    ['foreign', 'b:y'],
    ['own and foreign', `${TEST_SCOPE} b:y`],
    ['Cyrillic', TEST_SCOPE.replace('s', 'ѕ')],
    ['upper case', TEST_SCOPE.toUpperCase()],
    ['tab', `${TEST_SCOPE}\t${TEST_SCOPE}`],
    ['newline', `${TEST_SCOPE}\n`],
    ['a thousand', Array.from({ length: 1000 }, (_, index) => `a:${index}`).join(' ')],
    ['blank', ' '],
    ['empty', ''],
  ])('%s is refused whole', async (_case, scope) => {
    const { context, client } = await aVictim();
    const refused = await ask(context, aGrant(client, { claims: { scope } }));
    expect(refused).toMatchObject({ error: 'invalid_scope', code: 'MP-200' });
    expect(refused.text?.length).toBeLessThan(400);
  });

  it('ten thousand scopes are too much to read', async () => {
    const { context, client } = await aVictim();
    const scope = Array.from({ length: 10_000 }, (_, index) => `a:${index}`).join(' ');
    expect(await ask(context, aGrant(client, { claims: { scope } }))).toMatchObject({ code: 'MP-011' });
  });
});

describe('A24 A26 abuse of authorization_details', () => {
  const detail = aSystemUserDetail();
  const org = (value: unknown) => [{ ...detail, systemuser_org: value }];
  const authority = 'iso6523-actorid-upis';
  it.each<[string, unknown, string]>([
    ['an unknown type', [{ ...detail, type: 'urn:altinn:consent' }], 'MP-301'],
    ['no type', [{ systemuser_org: detail.systemuser_org }], 'MP-301'],
    ['an extra field', [{ ...detail, extra: 1 }], 'MP-302'],
    ['an old spelling', [{ type: detail.type, systemuserorg: detail.systemuser_org }], 'MP-302'],
    ['two elements', [detail, detail], 'MP-303'],
    ['none', [], 'MP-303'],
    ['a string', ['x'], 'MP-303'],
    ['id for ID', org({ authority, id: `0192:${TEST_CUSTOMER}` }), 'MP-303'],
    ['a trailing blank', org({ authority, ID: `0192:${TEST_CUSTOMER} ` }), 'MP-303'],
    ['no prefix', org({ authority, ID: TEST_CUSTOMER }), 'MP-303'],
    ['a longer number', org({ authority, ID: `0192:${TEST_CUSTOMER}:x` }), 'MP-303'],
    ['another authority', org({ authority: 'etsi', ID: `0192:${TEST_CUSTOMER}` }), 'MP-303'],
    ['Arabic digits', org({ authority, ID: '0192:٣١٠٧٠٢٦٤١' }), 'MP-303'],
    ['a reference with parameters', [{ ...detail, externalRef: 'x&systemUserOwnerOrgNo=1' }], 'MP-302'],
    ['a reference with a path', [{ ...detail, externalRef: '../C2' }], 'MP-302'],
    ['a reference with an escape', [{ ...detail, externalRef: '%00' }], 'MP-302'],
    ['a reference with a blank', [{ ...detail, externalRef: 'a b' }], 'MP-302'],
    ['a reference of 256', [{ ...detail, externalRef: 'a'.repeat(256) }], 'MP-302'],
    ['a reference that is a number', [{ ...detail, externalRef: 5 }], 'MP-303'],
  ])('%s', async (_case, authorization_details, code) => {
    const { context, client } = await aVictim();
    expect(await ask(context, aGrant(client, { claims: { authorization_details } }))).toMatchObject({
      status: 400,
      code,
    });
  });
});

describe('A29 old keys', () => {
  it('stop at their end, and a removed or replaced key in the next request', async () => {
    const { context, client, db } = await aVictim();
    expect(await ask(context, aGrant(client))).toMatchObject({ status: 200 });
    await db.delete(db.tables.clientKeys);
    expect(await ask(context, aGrant(client))).toMatchObject({ code: 'unknown-kid' });
    await aRegisteredKey(db, client.clientId, aKey('K1', 1));
    expect(await ask(context, aGrant(client))).toMatchObject({ code: 'MP-124' });
    expect(await ask(context, aGrant(client, { key: aKey('K1', 1) }))).toMatchObject({ status: 200 });
    const later = new Date(TEST_NOW.getTime() + 366 * DAY_MS);
    const expired = await ask({ db, now: later }, aGrant(client, { now: later, key: aKey('K1', 1) }));
    expect(expired).toMatchObject({ code: 'MP-121', text: expect.stringContaining('Expired key') });
  });
});
