import { beforeAll, describe, expect, it } from 'vitest';
import { replaceDatabase } from '#lib/context/database.ts';
import { storeClient } from '#lib/maskinporten/clients/find-client.ts';
import { type AdminError, anAdministration, send } from '#lib/testing/administration.ts';
import { type Answer, call } from '#lib/testing/call.ts';
import { TEST_NOW } from '#lib/testing/context.ts';
import { aKey, aPublicJwk } from '#lib/testing/maskinporten.ts';
import { ENGINES } from '#lib/testing/test-database.ts';
import { clientKeyTexts } from '../../../v2/[[...path]]/endpoints.ts';
import { clients } from './endpoints.ts';

type KeySet = { readonly keys: readonly Record<string, unknown>[]; readonly created: string };
const CLIENT_ID = 'a-client';

describe.each(ENGINES)('key endpoints on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  beforeAll(async () => {
    home = await anAdministration(engine);
    replaceDatabase(home.database);
    const client = { clientId: CLIENT_ID, orgNo: home.owner, name: 'Test', scopes: [], at: TEST_NOW };
    await home.db.transaction((tx) => storeClient(tx, client));
  });

  const jwk = (index: number) => aPublicJwk(aKey(`K${index}`, index));
  const post = (keys: unknown): Promise<Answer> =>
    call(clients, home.db, home.as, ['POST', `${CLIENT_ID}/jwks`, { keys }]);
  const paste = (body: string): Promise<Answer> =>
    send(clientKeyTexts, home.db, home.as, {
      method: 'POST',
      path: `clients/${CLIENT_ID}/key`,
      body,
      headers: { 'content-type': 'text/plain' },
    });

  it('answers an empty key set with 200 and an empty list', async () => {
    const answer = await call(clients, home.db, home.as, ['GET', `${CLIENT_ID}/jwks`]);
    expect([answer.status, (answer.body as KeySet).keys]).toEqual([200, []]);
  });

  it('posts a set, reads it, adds to it the way clients do, and removes it key by key', async () => {
    const posted = await post([jwk(0)]);
    expect(posted.status).toBe(200);
    const read = (await call(clients, home.db, home.as, ['GET', `${CLIENT_ID}/jwks`])).body as KeySet;
    expect(read).toEqual(posted.body);
    expect(read.keys[0]).toMatchObject({ ...jwk(0), exp: expect.any(Number), created: expect.any(String) });
    const appended = (await post([...read.keys, jwk(1)])).body as KeySet;
    expect(appended.keys).toHaveLength(2);
    const one = await call(clients, home.db, home.as, ['GET', `${CLIENT_ID}/jwks/K1`]);
    expect(one.body).toMatchObject(jwk(1));
    const deleted = await call(clients, home.db, home.as, ['DELETE', `${CLIENT_ID}/jwks/K1`]);
    expect([deleted.status, deleted.text, deleted.headers.get('content-length')]).toEqual([200, '', '0']);
    const all = await call(clients, home.db, home.as, ['DELETE', `${CLIENT_ID}/jwks`]);
    expect([all.status, all.text, all.headers.get('content-length')]).toEqual([200, '', '0']);
    expect((await call(clients, home.db, home.as, ['GET', `${CLIENT_ID}/jwks/K0`])).status).toBe(404);
  });

  it('answers RS256 for a key without an algorithm, which may be posted back as it was read', async () => {
    const posted = (
      await post([
        { ...jwk(0), alg: undefined },
        { ...jwk(1), alg: '' },
        { ...jwk(2), alg: 'RS512' },
      ])
    ).body as KeySet;
    expect(posted.keys.map(({ alg }) => alg)).toEqual(['RS256', 'RS256', 'RS512']);
    const again = (await post(posted.keys)).body as KeySet;
    expect(again.keys.map(({ kid, alg }) => [kid, alg])).toEqual(posted.keys.map(({ kid, alg }) => [kid, alg]));
    await post([]);
  });

  it('puts one key under its name', async () => {
    const answer = await call(clients, home.db, home.as, ['PUT', `${CLIENT_ID}/jwks/K2`, jwk(2)]);
    expect([answer.status, answer.body]).toMatchObject([200, jwk(2)]);
    expect((await call(clients, home.db, home.as, ['PUT', `${CLIENT_ID}/jwks/K3`, jwk(2)])).status).toBe(400);
    await post([]);
  });

  it('lets two that add at the same time see each other by ETag and If-Match', async () => {
    const read = await post([jwk(0)]);
    const headers = { 'if-match': read.headers.get('etag') ?? '' };
    const add = (index: number) =>
      send(clients, home.db, home.as, {
        method: 'POST',
        path: `${CLIENT_ID}/jwks`,
        body: JSON.stringify({ keys: [...(read.body as KeySet).keys, jwk(index)] }),
        headers,
      });
    const statuses = (await Promise.all([add(1), add(2)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412]);
    await post([]);
  });

  it.each([
    ['no list', { keys: 'none' }],
    ['no keys', {}],
    ['a list', []],
    ['a key that is no object', { keys: ['x'] }],
  ])('refuses %s with 400', async (_, body) => {
    expect((await call(clients, home.db, home.as, ['POST', `${CLIENT_ID}/jwks`, body])).status).toBe(400);
  });

  it('A28 refuses a thousand keys with 400', async () => {
    const answer = await post(Array.from({ length: 1000 }, (_, index) => ({ ...jwk(0), kid: `k${index}` })));
    expect([answer.status, (answer.body as AdminError).error]).toEqual([400, 'too_many_keys']);
  });

  it('A28 tells the sender of a private key that it is compromised, without repeating it', async () => {
    const secret = aKey('P', 3).privateKey.export({ format: 'jwk' });
    const pem = aKey('P', 3).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const answer of [
      await post([{ ...secret, kid: 'P', use: 'sig' }]),
      await call(clients, home.db, home.as, ['PUT', `${CLIENT_ID}/jwks/P`, secret]),
      await call(clients, home.db, home.as, ['PUT', `${CLIENT_ID}/jwks/P`, { keys: [secret] }]),
      await call(clients, home.db, home.as, ['POST', `${CLIENT_ID}/jwks`, secret]),
      await call(clients, home.db, home.as, ['POST', `${CLIENT_ID}/jwks`, [secret]]),
      await call(clients, home.db, home.as, ['POST', `${CLIENT_ID}/jwks`, pem]),
      await post([{ kty: 'oct', k: 'c2VjcmV0LXNlY3JldA', kid: 'P', use: 'sig' }]),
      await paste(pem),
      await paste(JSON.stringify(secret)),
    ]) {
      expect([answer.status, (answer.body as AdminError).error]).toEqual([400, 'private_key']);
      expect((answer.body as AdminError).error_description).toContain('must be considered compromised');
      expect(answer.text).not.toContain(String(secret.d).slice(0, 20));
      expect(answer.text).not.toContain('c2VjcmV0');
    }
    expect(await home.db.select().from(home.db.tables.clientKeys)).toEqual([]);
  });

  it('D11 takes __proto__ for no member of a key', async () => {
    const body = `{"keys":[{"__proto__":{"d":"x","polluted":1},${JSON.stringify(jwk(0)).slice(1)}]}`;
    const answer = await send(clients, home.db, home.as, { method: 'POST', path: `${CLIENT_ID}/jwks`, body });
    expect(answer.status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    await post([]);
  });

  it('understands pasted text and gives back what it understood', async () => {
    const pem = aKey('x', 1).publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const answer = await paste(pem);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ kty: 'RSA', use: 'sig', n: jwk(1).n, kid: expect.any(String) });
    expect((await paste('garbage')).status).toBe(400);
    await post([]);
  });

  it('refuses pasted keys on clients of others', async () => {
    const answer = await send(clientKeyTexts, home.db, home.asOther, {
      method: 'POST',
      path: `clients/${CLIENT_ID}/key`,
      body: JSON.stringify(jwk(0)),
    });
    expect(answer.status).toBe(403);
  });
});
