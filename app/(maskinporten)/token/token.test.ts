import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '#lib/config/env.ts';
import { now } from '#lib/context/clock.ts';
import {
  aClientWithKey,
  aGrant,
  anAccess,
  aScope,
  aTokenRequest,
  type GrantDifferences,
  type TestClient,
} from '#lib/testing/maskinporten.ts';
import { serveTestDatabase } from '#lib/testing/test-database.ts';
import { jwk, jwkJson } from '../jwk/endpoints.ts';
import { metadata } from '../metadata/endpoints.ts';
import { token } from './endpoints.ts';

let db: Db;
let client: TestClient;

beforeEach(async () => {
  db = await serveTestDatabase();
  client = await aClientWithKey(db);
  await anAccess(db, await aScope(db), client.orgNo);
});

const grant = (differences: GrantDifferences = {}) => aGrant(client, { now: now(), ...differences });
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const JWT_BEARER = 'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer';

function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = form,
  query = '',
): Promise<Response> {
  return token.handlers.POST(new Request(`${env().issuer}token${query}`, { method: 'POST', body, headers }));
}

describe('POST /token', () => {
  it('A32 answers as RFC 6749 says, and no cache keeps it', async () => {
    const answer = await token.handlers.POST(aTokenRequest(grant()));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('pragma')).toBe('no-cache');
    expect(await answer.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Bearer',
      expires_in: 120,
      scope: 'skatteetaten:kravogbetalinger',
    });
  });

  it('A32 ends every refusal in the trace id, and always says where it is explained', async () => {
    const answer = await token.handlers.POST(aTokenRequest(grant({ claims: { scope: 'a:b' } })));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('pragma')).toBe('no-cache');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({
      error: 'invalid_scope',
      error_description: expect.stringMatching(
        /^Token request contains invalid scopes for client, a:b \(trace_id: [0-9a-f]{32}\)$/,
      ),
      error_uri: `${env().issuer}errors/MP-200`,
    });
  });

  it('takes unescaped colons, a charset, any order and parameters it does not know', async () => {
    const body = `scope=x&foo=1&foo=2&client_id=${client.clientId}&assertion=${grant()}&${JWT_BEARER}`;
    expect((await post(body, { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' })).status).toBe(200);
  });

  it('A12 refuses a client_id that is not the issuer', async () => {
    const answer = await post(`${JWT_BEARER}&client_id=other&assertion=${grant()}`);
    expect(await answer.json()).toMatchObject({
      error: 'invalid_request',
      error_uri: expect.stringMatching(/MP-011$/),
    });
  });

  it.each<[string, () => Promise<Response>, number]>([
    ['assertion twice', () => post(`${JWT_BEARER}&assertion=${grant()}&assertion=${grant()}`), 400],
    ['grant_type twice', () => post(`${JWT_BEARER}&${JWT_BEARER}&assertion=${grant()}`), 400],
    ['in the query', () => post('', form, `?${JWT_BEARER}&assertion=${grant()}`), 400],
    ['as JSON', () => post(JSON.stringify({ assertion: grant() }), { 'content-type': 'application/json' }), 400],
    ['as multipart', () => post('--x--', { 'content-type': 'multipart/form-data; boundary=x' }), 400],
    ['in UTF-16', () => post('x', { 'content-type': `${form['content-type']}; charset=utf-16` }), 400],
    ['without a type', () => post(new Uint8Array([1]), {}), 400],
    ['with bytes that are not UTF-8', () => post(new Uint8Array([0xff, 0xfe])), 400],
    ['empty', () => post(''), 400],
    ['D2 compressed', () => post(new Uint8Array(gzipSync('x')), { ...form, 'content-encoding': 'gzip' }), 415],
    ['D1 too large', () => post(`assertion=${'x'.repeat(70_000)}`), 413],
    ['D1 too large by its own word', () => post('x', { ...form, 'content-length': '80000000' }), 413],
  ])('A22 refuses a request %s', async (_case, send, status) => {
    const answer = await send();
    const words = status === 400 ? /^Invalid assertion\. Invalid parameter value\. / : /^Invalid request\. /;
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringMatching(words),
      error_uri: `${env().issuer}errors/MP-011`,
    });
  });

  it('A22 answers GET with 405, Allow and an OAuth error', async () => {
    const answer = await token.handlers.GET(new Request(`${env().issuer}token`));
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(await answer.json()).toMatchObject({ error: 'invalid_request', error_uri: expect.any(String) });
  });

  it('A31 keeps to the issuer of the settings whatever the host says', async () => {
    const request = aTokenRequest(grant());
    request.headers.set('x-forwarded-host', 'evil.example');
    const { access_token } = (await (await token.handlers.POST(request)).json()) as { access_token: string };
    expect(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString()).toContain(`"iss":"${env().issuer}"`);
  });
});

describe('the metadata', () => {
  it.each(['', '/'])('A31 names the issuer of the settings, with "%s" at the end', async (slash) => {
    const path = `http://evil.example/.well-known/oauth-authorization-server${slash}`;
    const answer = await metadata.handlers.GET(new Request(path));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toMatchObject({
      issuer: env().issuer,
      token_endpoint: `${env().issuer}token`,
      jwks_uri: `${env().issuer}jwk`,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      grant_types_supported: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
      token_endpoint_auth_signing_alg_values_supported: ['RS256', 'RS384', 'RS512'],
      authorization_details_types_supported: ['urn:altinn:systemuser'],
      introspection_endpoint: `${env().issuer}introspect`,
    });
  });
});

describe('an address with a doubled slash', () => {
  it.each([
    ['jwk//', jwk],
    ['jwk.json//', jwkJson],
    ['token//', token],
    ['.well-known/oauth-authorization-server//', metadata],
  ])('D12 is nobody’s: /%s', async (path, section) => {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await section.handlers[method](new Request(`${env().issuer}${path}`, { method }));
      expect(answer.status).toBe(404);
    }
  });
});

describe.each([
  ['jwk', jwk],
  ['jwk.json', jwkJson],
])('/%s', (path, section) => {
  it('A32 shows public keys that may be cached, and answers 304 to whoever has them', async () => {
    const answer = await section.handlers.GET(new Request(`${env().issuer}${path}`));
    expect(answer.headers.get('cache-control')).toContain('max-age=3600');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const etag = answer.headers.get('etag') ?? '';
    const { keys } = (await answer.json()) as { keys: Record<string, unknown>[] };
    expect(keys).toMatchObject([{ kty: 'RSA', use: 'sig', alg: 'RS256' }]);
    for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(keys[0]).not.toHaveProperty(name);
    const again = await section.handlers.GET(
      new Request(`${env().issuer}${path}`, { headers: { 'if-none-match': `"x", W/${etag}` } }),
    );
    expect(again.status).toBe(304);
  });
});
