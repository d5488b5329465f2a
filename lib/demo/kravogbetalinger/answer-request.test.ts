import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDecision, anotherKeyPair, type Platform, someClaims, startPlatform } from '../../testing/krav.ts';
import { makeApi } from './answer-request.ts';
import { type LogLine, toFields } from './log.ts';

const OPEN = '/kravogbetalinger/v1/regnskapssystem/314400402/aapnekrav';
const INVALID_TOKEN = 'Bearer error="invalid_token"';

let platform: Platform;
let api: (request: Request) => Promise<Response>;
let lines: LogLine[];

beforeEach(async () => {
  platform = await startPlatform();
  lines = [];
  const own = await anotherKeyPair();
  api = makeApi(
    {
      issuer: platform.issuer,
      pdpUrl: platform.url,
      clientId: 'krav-client',
      clientJwk: { ...(await exportJWK(own.privateKey)), kid: 'own-key' },
      resource: 'ske-krav-og-betalinger',
      scope: 'skatteetaten:kravogbetalinger',
      audience: 'https://krav.example/v1',
      clockUrl: undefined,
    },
    { now: () => platform.now, log: (line) => lines.push(line) },
  );
});

afterEach(() => platform.stop());

type Options = { readonly path?: string; readonly token?: string; readonly headers?: Record<string, string> };

async function get(options: Options = {}): Promise<Response> {
  const token = options.token ?? (await platform.sign(someClaims(platform)));
  const request = new Request(`https://krav.example${options.path ?? OPEN}`, {
    headers: { authorization: `Bearer ${token}`, ...options.headers },
  });
  return api(request);
}

async function getWith(claims: Record<string, unknown>, header: object = {}): Promise<Response> {
  return get({ token: await platform.sign({ ...someClaims(platform), ...claims }, header) });
}

async function expectRefusal(response: Response, status: number, code: string, challenge?: string): Promise<void> {
  const body = await response.json();
  expect({ status: response.status, kode: body.kode }).toEqual({ status, kode: code });
  expect(response.headers.get('www-authenticate')).toBe(challenge ?? null);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(body.korrelasjonsid).toBe(response.headers.get('korrelasjonsid'));
  expect(body.melding).not.toBe('');
}

describe('a permitted call', () => {
  it('answers the open claims of the organisation in the path', async () => {
    const response = await get({ headers: { korrelasjonsid: 'from-the-caller.1' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('korrelasjonsid')).toBe('from-the-caller.1');
    expect((await response.json()).totalOversikt.saldo).toBe(28_912.5);
  });

  it('asks the PDP for system user, resource, read and the organisation of the path, with its own token', async () => {
    await get({ path: OPEN.replace('314400402', '315500508') });
    const [question] = platform.questions;
    expect(question?.authorization).toBe('Bearer own-token');
    expect(question?.body).toEqual({
      Request: {
        AccessSubject: [
          { Attribute: [{ AttributeId: 'urn:altinn:systemuser:uuid', Value: 'f950ddae-06c3-4b57-b940-702417a90df0' }] },
        ],
        Action: [{ Attribute: [{ AttributeId: 'urn:oasis:names:tc:xacml:1.0:action:action-id', Value: 'read' }] }],
        Resource: [
          {
            Attribute: [
              { AttributeId: 'urn:altinn:resource', Value: 'ske-krav-og-betalinger' },
              { AttributeId: 'urn:altinn:organization:identifier-no', Value: '315500508' },
            ],
          },
        ],
      },
    });
  });

  it('logs consumer, client, system user, party and jti, and neither token nor amounts', async () => {
    const token = await platform.sign({ ...someClaims(platform), jti: 'the-jti' });
    await get({ token });
    const [line] = lines;
    const text = JSON.stringify(line === undefined ? {} : toFields(line));
    for (const part of ['0192:313300307', 'smartregnskap-client', 'f950ddae', '314400402', 'the-jti']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain(token);
    expect(text).not.toContain('28912');
  });
});

describe('step 1: the path', () => {
  it.each([
    '/kravogbetalinger',
    '/kravogbetalinger/v1',
    '/kravogbetalinger/v2/regnskapssystem/314400402/aapnekrav',
    '/kravogbetalinger/v1/regnskapssystem/314400402',
    '/kravogbetalinger/v1/finans/314400402/aapnekrav',
    '/kravogbetalinger/v1/regnskapssystem/314400402/aapnekrav/1',
    '/kravogbetalinger/v1/regnskapssystem/314400402/gjeld',
  ])('refuses %s before it looks at the token', async (path) => {
    await expectRefusal(await get({ path, token: 'rubbish' }), 404, 'KB-003');
  });

  it('refuses other methods than GET with Allow', async () => {
    const response = await api(new Request(`https://krav.example${OPEN}`, { method: 'POST', body: '{}' }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
  });
});

describe('step 2: the credential', () => {
  it.each([undefined, 'Basic YTpi', 'Bearer', 'Bearer '])('challenges %s without an error code', async (header) => {
    const headers: Record<string, string> = header === undefined ? {} : { authorization: header };
    const response = await api(new Request(`https://krav.example${OPEN}`, { headers }));
    await expectRefusal(response, 401, 'KB-004', 'Bearer');
    expect(platform.calls).toEqual([]);
  });
});

describe('step 3: the token', () => {
  const now = () => Math.floor(platform.now / 1000);

  it('A33 refuses a token that ended 11 s ago and takes one that ended 10 s ago', async () => {
    await expectRefusal(await getWith({ exp: now() - 11 }), 401, 'KB-004', INVALID_TOKEN);
    expect((await getWith({ exp: now() - 10 })).status).toBe(200);
  });

  it.each([undefined, '9999999999', null])('refuses exp %s', async (exp) => {
    await expectRefusal(await getWith({ exp }), 401, 'KB-004', INVALID_TOKEN);
  });

  it('refuses a token that does not hold yet', async () => {
    await expectRefusal(await getWith({ nbf: now() + 11 }), 401, 'KB-004', INVALID_TOKEN);
    expect((await getWith({ nbf: now() + 10 })).status).toBe(200);
  });

  it('A33 compares the issuer byte for byte', async () => {
    for (const iss of [
      platform.issuer.slice(0, -1),
      platform.issuer.toUpperCase(),
      'https://other.example/',
      undefined,
    ]) {
      await expectRefusal(await getWith({ iss }), 401, 'KB-004', INVALID_TOKEN);
    }
  });

  it('A33 refuses a token of another issuer that uses the same kid', async () => {
    const other = await anotherKeyPair();
    const token = await platform.sign(someClaims(platform), {}, other.privateKey);
    await expectRefusal(await get({ token }), 401, 'KB-004', INVALID_TOKEN);
  });

  it('A33 takes a token for this API and refuses one for another', async () => {
    expect((await getWith({ aud: 'https://krav.example/v1' })).status).toBe(200);
    expect((await getWith({ aud: ['https://krav.example/v1'] })).status).toBe(200);
    for (const aud of ['https://other.example/', [], '', null]) {
      await expectRefusal(await getWith({ aud }), 401, 'KB-004', INVALID_TOKEN);
    }
  });

  it('A33 refuses HS256 made with the public key as secret', async () => {
    const publicKey = await importJWK(platform.keys[0] as JWK, 'RS256', { extractable: true });
    const secret = await exportSPKI(publicKey as CryptoKey);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'HS256', kid: 'issuer-key' })}.${part(someClaims(platform))}`;
    const signature = createHmac('sha256', secret).update(signed).digest('base64url');
    await expectRefusal(await get({ token: `${signed}.${signature}` }), 401, 'KB-004', INVALID_TOKEN);
  });

  it('refuses alg none, RS512 and PS256', async () => {
    const [, payload] = (await platform.sign(someClaims(platform))).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'issuer-key' })).toString('base64url');
    await expectRefusal(await get({ token: `${none}.${payload}.` }), 401, 'KB-004', INVALID_TOKEN);
    for (const alg of ['RS512', 'PS256']) {
      const pair = await generateKeyPair(alg, { extractable: true });
      platform.keys = [...platform.keys, { ...(await exportJWK(pair.publicKey)), kid: alg, alg }];
      const token = await platform.sign(someClaims(platform), { alg, kid: alg }, pair.privateKey);
      await expectRefusal(await get({ token }), 401, 'KB-004', INVALID_TOKEN);
    }
  });

  it('A10 refuses a grant, which the client signed and not the issuer', async () => {
    const client = await anotherKeyPair();
    const grant = { iss: 'smartregnskap-client', aud: platform.issuer, scope: 'skatteetaten:kravogbetalinger' };
    const token = await platform.sign({ ...someClaims(platform), ...grant }, { kid: 'vendor-key' }, client.privateKey);
    await expectRefusal(await get({ token }), 401, 'KB-004', INVALID_TOKEN);
  });

  it('A10 refuses other kinds of tokens by the issuer', async () => {
    await expectRefusal(await getWith({}, { typ: 'logout+jwt' }), 401, 'KB-004', INVALID_TOKEN);
    await expectRefusal(await getWith({ aud: 'some-client', nonce: 'n' }), 401, 'KB-004', INVALID_TOKEN);
    await expectRefusal(
      await getWith({ iss: `${platform.issuer}authentication/api/v1/openid/` }),
      401,
      'KB-004',
      INVALID_TOKEN,
    );
  });

  it.each([
    ['a word', 'rubbish'],
    ['two parts', 'a.b'],
    ['three parts of nothing', 'a.b.c'],
    ['empty objects', 'e30.e30.e30'],
    ['a very long word', 'x'.repeat(9000)],
  ])('refuses %s', async (_, token) => {
    await expectRefusal(await get({ token }), 401, 'KB-004', INVALID_TOKEN);
  });
});

describe('step 3: the issuer and its keys', () => {
  it('fetches metadata and keys once for many calls', async () => {
    await Promise.all([get(), get(), get()]);
    expect(platform.calls.filter((path) => path === '/jwk')).toHaveLength(1);
  });

  it('fetches afresh once for an unknown kid, and not again before the floor has passed', async () => {
    await get();
    const next = await anotherKeyPair();
    platform.keys = [...platform.keys, { ...(await exportJWK(next.publicKey)), kid: 'next-key' }];
    platform.now += 6_000;
    const token = await platform.sign(someClaims(platform), { kid: 'next-key' }, next.privateKey);
    expect((await get({ token })).status).toBe(200);
    for (const kid of ['a', 'b', 'c']) await getWith({}, { kid });
    expect(platform.calls.filter((path) => path === '/jwk')).toHaveLength(2);
  });

  it('forgets a key that the issuer no longer publishes when its time is over', async () => {
    expect((await get()).status).toBe(200);
    platform.keys = [];
    platform.now += 3_601_000;
    await expectRefusal(await get(), 401, 'KB-004', INVALID_TOKEN);
  });

  it('answers KB-002 while the keys cannot be had, and recovers', async () => {
    const { metadata } = platform;
    platform.metadata = { ...metadata, issuer: 'https://other.example/' };
    await expectRefusal(await get(), 500, 'KB-002');
    platform.metadata = { ...metadata, jwks_uri: 'http://127.0.0.1:1/jwk' };
    platform.now += 6_000;
    await expectRefusal(await get(), 500, 'KB-002');
    platform.metadata = metadata;
    platform.now += 3_601_000;
    expect((await get()).status).toBe(200);
  });
});

describe('step 4: the scope', () => {
  it.each([
    undefined,
    '',
    'skatteetaten:annet',
    'skatteetaten:kravogbetalinger2',
    'SKATTEETATEN:KRAVOGBETALINGER',
    ['skatteetaten:kravogbetalinger'],
  ])('A33 refuses %s', async (scope) => {
    const challenge = 'Bearer error="insufficient_scope", scope="skatteetaten:kravogbetalinger"';
    await expectRefusal(await getWith({ scope }), 403, 'KB-005', challenge);
  });

  it('finds it among others', async () => {
    expect((await getWith({ scope: 'a:b skatteetaten:kravogbetalinger c:d' })).status).toBe(200);
  });
});

describe('step 5: the system user', () => {
  const id = 'f950ddae-06c3-4b57-b940-702417a90df0';
  const detail = { type: 'urn:altinn:systemuser', systemuser_id: [id] };

  it.each([
    ['none', undefined],
    ['an empty list', []],
    ['two details', [detail, detail]],
    ['another type', [{ ...detail, type: 'urn:altinn:consent' }]],
    ['two ids', [{ ...detail, systemuser_id: [id, id] }]],
    ['an id that is not in a list', [{ ...detail, systemuser_id: id }]],
    ['an id that is no UUID', [{ ...detail, systemuser_id: ['1 or 1=1'] }]],
    ['an object', detail],
  ])('A33 refuses %s', async (_, details) => {
    await expectRefusal(await getWith({ authorization_details: details }), 401, 'KB-004', INVALID_TOKEN);
    expect(platform.questions).toEqual([]);
  });
});

describe('step 6: the parameters', () => {
  const base = '/kravogbetalinger/v1/regnskapssystem/314400402';
  const good = 'fraOgMed=2026-01-01&tilOgMed=2026-06-30';

  it.each([
    [`${base.slice(0, -1)}3/aapnekrav`, 'a wrong control digit'],
    [`${base}0/aapnekrav`, 'ten digits'],
    [`${base}/krav`, 'no period'],
    [`${base}/krav?fraOgMed=2026-01-01`, 'half a period'],
    [`${base}/utbetalinger`, 'no period for utbetalinger'],
    [`${base}/krav?fraOgMed=2026-06-30&tilOgMed=2026-01-01`, 'the wrong order'],
    [`${base}/krav?fraOgMed=2026-02-30&tilOgMed=2026-06-30`, 'a day that does not exist'],
    [`${base}/krav?fraOgMed=01.01.2026&tilOgMed=2026-06-30`, 'another way to write a date'],
    [`${base}/krav?fraOgMed=2026-01-01&tilOgMed=2027-01-01`, 'a year and a day'],
    [`${base}/krav?${good}&tilOgMed=2026-06-30`, 'a parameter given twice'],
    [`${base}/krav?${good}&finans=1`, 'an unknown parameter'],
    [`${base}/aapnekrav?orgnr=314400402&orgnr=315500508`, 'B26 organisation numbers in the query'],
    [`${base}/aapnekrav?Korrelasjonsid=a%20b`, 'a correlation id with a blank'],
    [`${base}/aapnekrav?Korrelasjonsid=${'a'.repeat(129)}`, 'a correlation id of 129 characters'],
  ])('refuses %s: %s', async (path) => {
    await expectRefusal(await get({ path }), 400, 'KB-006');
    expect(platform.questions).toEqual([]);
  });

  it('B26 refuses a body, whatever it says', async () => {
    await expectRefusal(await get({ headers: { 'content-length': '21' } }), 400, 'KB-006');
  });

  it('refuses two different correlation ids and repeats neither', async () => {
    const response = await get({ path: `${OPEN}?Korrelasjonsid=one`, headers: { korrelasjonsid: 'to o' } });
    expect(response.headers.get('korrelasjonsid')).toMatch(/^[0-9a-f-]{36}$/);
    await expectRefusal(response, 400, 'KB-006');
  });

  it('passes over a period where none is read', async () => {
    const path = `${base}/aapnekrav?fraOgMed=2027-01-01&tilOgMed=nonsense`;
    expect((await get({ path })).status).toBe(200);
  });

  it('takes a whole year', async () => {
    expect((await get({ path: `${base}/krav?fraOgMed=2026-01-01&tilOgMed=2026-12-31` })).status).toBe(200);
  });

  it('repeats a correlation id of the query', async () => {
    const response = await get({ path: `${OPEN}?Korrelasjonsid=mine` });
    expect(response.headers.get('korrelasjonsid')).toBe('mine');
  });

  it.each(['application/xml', 'text/html, application/json;q=0', 'application/json;q=0, */*'])(
    'answers %s with KB-008',
    async (accept) => {
      await expectRefusal(await get({ headers: { accept } }), 406, 'KB-008');
    },
  );

  it.each(['*/*', 'application/*', 'application/xml;q=0.9, application/json;q=0.1', 'APPLICATION/JSON; charset=utf-8'])(
    'takes %s',
    async (accept) => {
      expect((await get({ headers: { accept } })).status).toBe(200);
    },
  );

  it('looks at the token before the parameters', async () => {
    await expectRefusal(await get({ path: `${base}/krav`, token: 'x' }), 401, 'KB-004', INVALID_TOKEN);
  });
});

describe('step 7: the PDP', () => {
  it.each(['NotApplicable', 'Deny', 'Indeterminate'])('takes %s as no', async (decision) => {
    platform.pdp.body = aDecision(decision);
    await expectRefusal(await get(), 403, 'KB-005');
  });

  it('B26 lets the PDP decide for another organisation than the token was asked for', async () => {
    platform.pdp.body = aDecision('NotApplicable');
    await expectRefusal(await get({ path: OPEN.replace('314400402', '315500508') }), 403, 'KB-005');
  });

  it('takes a Permit at level 3 and refuses one that demands more', async () => {
    platform.pdp.body = aDecision('Permit', 3);
    expect((await get()).status).toBe(200);
    platform.pdp.body = aDecision('Permit', 4);
    await expectRefusal(await get(), 403, 'KB-005');
    platform.pdp.body = aDecision('Permit', Number.NaN);
    await expectRefusal(await get(), 403, 'KB-005');
  });

  it.each([
    [500, aDecision('Permit')],
    [403, aDecision('Permit')],
    [200, 'not JSON'],
    [200, {}],
    [200, { response: [] }],
    [200, { response: [{ decision: 'Permit' }, { decision: 'Permit' }] }],
    [200, { response: [{ decision: 'permit' }] }],
  ])('never takes %s %j as yes', async (status, body) => {
    platform.pdp = { status, body };
    await expectRefusal(await get(), 500, 'KB-002');
  });

  it('answers KB-002 when the PDP hangs up', async () => {
    platform.pdp.hang = true;
    await expectRefusal(await get(), 500, 'KB-002');
  });

  it('answers KB-002 when its own token is refused', async () => {
    platform.token = { status: 400, body: { error: 'invalid_grant' } };
    await expectRefusal(await get(), 500, 'KB-002');
  });

  it('B22 keeps no decision: after a withdrawal the same token is refused', async () => {
    const token = await platform.sign(someClaims(platform));
    expect((await get({ token })).status).toBe(200);
    platform.pdp.body = aDecision('NotApplicable');
    await expectRefusal(await get({ token }), 403, 'KB-005');
  });

  it('keeps its own token until shortly before it ends, and gets a new one when it is refused', async () => {
    await get();
    await get();
    expect(platform.calls.filter((path) => path === '/token')).toHaveLength(1);
    platform.now += 110_000;
    await get();
    expect(platform.calls.filter((path) => path === '/token')).toHaveLength(2);
    platform.pdp.status = 401;
    await expectRefusal(await get(), 500, 'KB-002');
    expect(platform.calls.filter((path) => path === '/token')).toHaveLength(3);
  });

  it('is asked before the API says whether it knows the organisation', async () => {
    platform.pdp.body = aDecision('NotApplicable');
    await expectRefusal(await get({ path: OPEN.replace('314400402', '991825827') }), 403, 'KB-005');
  });
});

describe('step 8: what there is', () => {
  const base = '/kravogbetalinger/v1/regnskapssystem';

  it('answers KB-009 for an organisation it has never heard of', async () => {
    await expectRefusal(await get({ path: `${base}/991825827/aapnekrav` }), 404, 'KB-009');
  });

  it('answers empty lists and zeros for a known one with nothing open', async () => {
    const body = await (await get({ path: `${base}/313300307/aapnekrav` })).json();
    expect(body).toEqual({
      partIdentifikator: '313300307',
      aapentKravMedGjenstaaendeBeloep: [],
      innbetalingMedUplassertBeloep: [],
      totalOversikt: {
        sumStipulerteRenter: 0,
        sumForfalteKrav: 0,
        sumIkkeForfalteKrav: 0,
        sumUplasserteInnbetalinger: 0,
        saldo: 0,
      },
      oversiktPerKravgruppe: [],
    });
  });

  it.each(['krav', 'innbetalinger', 'utbetalinger'])(
    'answers KB-007 for %s with nothing in the period',
    async (name) => {
      const path = `${base}/314400402/${name}?fraOgMed=2020-01-01&tilOgMed=2020-12-31`;
      await expectRefusal(await get({ path }), 404, 'KB-007');
    },
  );

  it('lists claims and payments of the period', async () => {
    const claims = await (await get({ path: `${base}/314400402/krav?fraOgMed=2026-06-24&tilOgMed=2026-06-24` })).json();
    expect(claims.periode).toEqual({ fraOgMed: '2026-06-24', tilOgMed: '2026-06-24' });
    expect(claims.krav).toHaveLength(1);
    const payments = await (
      await get({ path: `${base}/314400402/innbetalinger?fraOgMed=2026-08-01&tilOgMed=2026-12-31` })
    ).json();
    expect(payments.innbetaling.map((payment: { innbetaltBeloep: number }) => payment.innbetaltBeloep)).toEqual([
      18_200, 1_500,
    ]);
  });
});
