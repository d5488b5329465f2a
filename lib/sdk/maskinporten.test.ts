import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { env } from '../config/env.ts';
import { replaceDatabase } from '../context/database.ts';
import { TOKEN_PROBLEMS } from '../maskinporten/problems.ts';
import { TEST_SCOPE } from '../testing/maskinporten.ts';
import { anApprovedRequest } from '../testing/requests.ts';
import { aVendorStory, houseFetch, type SentCall } from '../testing/sdk.ts';
import { serveTestDatabase } from '../testing/test-database.ts';
import { ServiceUnavailable, TokenRefused, UnusableKey } from './errors.ts';
import { hintFor } from './hints.ts';
import { createMaskinporten, type MaskinportenOptions } from './maskinporten.ts';
import type { ClientKey } from './signing-key.ts';

let story: Awaited<ReturnType<typeof aVendorStory>>;

beforeAll(async () => {
  story = await aVendorStory(await serveTestDatabase());
});
afterEach(() => vi.useRealTimers());
afterAll(() => replaceDatabase(undefined));

type Instead = Parameters<typeof houseFetch>[1];

/** The vendor's Maskinporten, and the calls that it makes of `/token`. */
function aMaskinporten(instead?: Instead, differences: Partial<MaskinportenOptions> = {}) {
  const calls: SentCall[] = [];
  const fetch = houseFetch(calls, instead);
  const { clientId, key } = story;
  const maskinporten = createMaskinporten({ issuer: env().issuer, clientId, key, fetch, ...differences });
  const grants = () => calls.filter(({ url }) => url.pathname === '/token').map(grantOf);
  return { ...maskinporten, grants };
}

function grantOf({ body }: SentCall) {
  const assertion = new URLSearchParams(body).get('assertion') ?? '';
  return { ...decodeJwt(assertion), header: decodeProtectedHeader(assertion) };
}

/** Stands in for the token endpoint for so many calls. */
function forTheFirst(count: number, status: number, headers: Readonly<Record<string, string>> = {}): Instead {
  let left = count;
  return ({ url }) => {
    if (url.pathname !== '/token' || left === 0) return undefined;
    left -= 1;
    return new Response('{"error":"temporarily_unavailable"}', { status, headers });
  };
}

describe('tokens', () => {
  it('are the vendor’s own, for the scope that was asked for', async () => {
    const { token, grants } = aMaskinporten();
    const { accessToken, scope, expiresAt } = await token({ scope: TEST_SCOPE });
    expect(decodeJwt(accessToken)).toMatchObject({ client_id: story.clientId, scope: TEST_SCOPE });
    expect(scope).toBe(TEST_SCOPE);
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(100_000);
    const [grant] = grants();
    expect(grant).toMatchObject({ aud: env().issuer, iss: story.clientId, header: { kid: story.key.privateKey.kid } });
    expect(Number(grant?.exp) - Number(grant?.iat)).toBeLessThanOrEqual(120);
  });

  it('speak for the system user that a reference names', async () => {
    const { id } = await anApprovedRequest(story, { externalRef: 'shop-7' });
    const { systemUserToken } = aMaskinporten();
    const organisation = story.customer.orgNo;
    const { accessToken } = await systemUserToken({ scope: TEST_SCOPE, organisation, externalRef: 'shop-7' });
    expect(decodeJwt(accessToken).authorization_details).toMatchObject([{ systemuser_id: [id] }]);
  });

  it('are bound to an API and a person when that is asked for', async () => {
    const { token } = aMaskinporten();
    const bound = { resource: 'https://api.example/claims', pid: '14837912092' };
    expect(decodeJwt((await token({ scope: TEST_SCOPE, ...bound })).accessToken)).toMatchObject({
      aud: bound.resource,
      pid: bound.pid,
    });
  });

  it('are asked for on behalf of a customer that has delegated the API', async () => {
    const { token, grants } = aMaskinporten();
    const asked = token({ scope: TEST_SCOPE, consumerOrg: '314400402' });
    await expect(asked).rejects.toMatchObject({ code: expect.stringMatching(/^MP-25[01]$/) });
    expect(grants()[0]).toMatchObject({ consumer_org: '314400402' });
  });

  it.each<[string, () => ClientKey]>([
    ['a PEM and a kid', () => ({ privateKey: pemOf('pkcs8'), kid: String(story.key.privateKey.kid) })],
    ['an older PEM', () => ({ privateKey: pemOf('pkcs1'), kid: String(story.key.privateKey.kid) })],
    ['RS384', () => ({ ...story.key, alg: 'RS384' })],
    ['RS512 in the JWK', () => ({ privateKey: { ...story.key.privateKey, alg: 'RS512' } })],
  ])('are granted for %s', async (_, key) => {
    const { token } = aMaskinporten(undefined, { key: key() });
    expect((await token({ scope: TEST_SCOPE })).scope).toBe(TEST_SCOPE);
  });

  it('are asked for with the certificate when there is no kid', async () => {
    const { kid: _, ...privateKey } = story.key.privateKey;
    const { token, grants } = aMaskinporten(undefined, { key: { privateKey, x5c: ['leaf', 'root'] } });
    await expect(token({ scope: TEST_SCOPE })).rejects.toThrow(TokenRefused);
    expect(grants()[0]?.header).toEqual({ alg: 'RS256', x5c: ['leaf', 'root'] });
  });
});

describe('a token that was fetched', () => {
  it('serves callers at the same time and after, whatever order they ask in', async () => {
    const { token, grants } = aMaskinporten();
    const [first, second] = await Promise.all([
      token({ scope: TEST_SCOPE, pid: '14837912092' }),
      token({ pid: '14837912092', scope: TEST_SCOPE }),
    ]);
    expect([second, await token({ scope: TEST_SCOPE, pid: '14837912092' })]).toEqual([first, first]);
    expect(grants()).toHaveLength(1);
    await token({ scope: TEST_SCOPE });
    expect(grants()).toHaveLength(2);
  });

  it('is replaced some seconds before it ends', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { token, grants } = aMaskinporten();
    const { expiresAt } = await token({ scope: TEST_SCOPE });
    vi.setSystemTime(expiresAt.getTime() - 11_000);
    await token({ scope: TEST_SCOPE });
    expect(grants()).toHaveLength(1);
    vi.setSystemTime(expiresAt.getTime() - 9_000);
    await token({ scope: TEST_SCOPE });
    expect(grants()).toHaveLength(2);
  });
});

describe('a refusal', () => {
  it('says what is wrong in every way there is, and is not kept', async () => {
    const { systemUserToken, grants } = aMaskinporten();
    const request = { scope: TEST_SCOPE, organisation: '314400402' };
    const refused = await systemUserToken(request).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TokenRefused);
    expect(refused).toMatchObject({
      code: 'MP-303',
      error: 'invalid_altinn_customer_configuration',
      description: expect.stringMatching(/No system user of yours exists.*request\.$/),
      errorUri: `${env().issuer}errors/MP-303`,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      hint: hintFor('MP-303'),
    });
    await expect(systemUserToken(request)).rejects.toThrow('MP-303');
    expect(grants()).toHaveLength(2);
  });

  it('comes with a hint, whatever its code', () => {
    const own = ['invalid-client'];
    expect(TOKEN_PROBLEMS.filter((code) => hintFor(code) === undefined)).toEqual(own);
    expect(hintFor('constructor')).toBeUndefined();
  });
});

describe('a call is made again', () => {
  it.each([503, 500, 429])('with a new grant, when %d says when', async (status) => {
    const { token, grants } = aMaskinporten(forTheFirst(2, status, { 'retry-after': '0' }));
    expect((await token({ scope: TEST_SCOPE })).scope).toBe(TEST_SCOPE);
    expect(new Set(grants().map(({ jti }) => jti)).size).toBe(3);
  });

  it.each([
    ['a third time', { 'retry-after': '0' }, 3],
    ['without being told when', {}, 1],
    ['after more than half a minute', { 'retry-after': '31' }, 1],
  ])('but not %s', async (_, headers, times) => {
    const { token, grants } = aMaskinporten(forTheFirst(9, 503, headers));
    await expect(token({ scope: TEST_SCOPE })).rejects.toMatchObject({ name: 'ServiceUnavailable', status: 503 });
    expect(grants()).toHaveLength(times);
  });

  it('but not after a refusal', async () => {
    const { token, grants } = aMaskinporten();
    await expect(token({ scope: 'skatteetaten:annet' })).rejects.toMatchObject({ code: 'MP-200' });
    expect(grants()).toHaveLength(1);
  });
});

describe('the issuer', () => {
  it('must be who it was taken for, and name addresses of its own kind', async () => {
    const withoutSlash = aMaskinporten(undefined, { issuer: env().issuer.replace(/\/$/, '') });
    await expect(withoutSlash.token({ scope: TEST_SCOPE })).rejects.toThrow('every character counts');
    const body = { issuer: env().issuer, token_endpoint: 'file:///etc', jwks_uri: `${env().issuer}jwk` };
    const elsewhere = aMaskinporten(() => Response.json(body));
    await expect(elsewhere.token({ scope: TEST_SCOPE })).rejects.toThrow('of another kind');
  });

  it('is asked again after it could not be reached', async () => {
    let isAway = true;
    const { token } = aMaskinporten(() => {
      if (isAway) throw new TypeError('fetch failed');
      return undefined;
    });
    await expect(token({ scope: TEST_SCOPE })).rejects.toThrow(ServiceUnavailable);
    isAway = false;
    expect((await token({ scope: TEST_SCOPE })).scope).toBe(TEST_SCOPE);
  });

  it('is followed in what time it is, wherever its answer was kept on the way', async () => {
    const hourAhead = new Date(Date.now() + 3_600_000 - 60_000).toUTCString();
    const { token, grants } = aMaskinporten(({ url }) =>
      url.pathname === '/token'
        ? undefined
        : Response.json(
            { issuer: env().issuer, token_endpoint: `${env().issuer}token`, jwks_uri: `${env().issuer}jwk` },
            { headers: { date: hourAhead, age: '60' } },
          ),
    );
    await expect(token({ scope: TEST_SCOPE })).rejects.toMatchObject({ code: 'issue-time' });
    expect(Number(grants()[0]?.iat) - Date.now() / 1000).toBeGreaterThan(3590);
  });
});

describe('a key', () => {
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  it.each<[string, () => ClientKey, string]>([
    ['of another kind', () => ({ privateKey: elliptic, kid: 'K1' }), 'not RSA'],
    ['without a name', () => ({ privateKey: pemOf('pkcs8') }), 'needs a kid'],
    ['that is public', () => ({ privateKey: { ...story.key.privateKey, d: undefined } }), 'not a private key'],
    ['that is none', () => ({ privateKey: 'secret text', kid: 'K1' }), 'not a private key'],
    ['for another algorithm', () => ({ privateKey: { ...story.key.privateKey, alg: 'PS256' } }), 'one of RS256'],
  ])('%s is refused at once, without a word of it', (_, key, text) => {
    const failure = (() => {
      try {
        return aMaskinporten(undefined, { key: key() });
      } catch (error) {
        return error as Error;
      }
    })();
    expect(failure).toBeInstanceOf(UnusableKey);
    expect((failure as Error).message).toContain(text);
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('secret text');
  });
});

function pemOf(type: 'pkcs1' | 'pkcs8'): string {
  return story && String(story.client.key.privateKey.export({ type, format: 'pem' }));
}
