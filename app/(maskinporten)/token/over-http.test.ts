import { request } from 'node:http';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { allowInsecureRequests, discovery, genericGrantRequest, None } from 'openid-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Db } from '#db/open.ts';
import { now, setClockOffset } from '#lib/context/clock.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { JWT_BEARER_GRANT } from '#lib/maskinporten/model.ts';
import { bringInKey } from '#lib/maskinporten/signing/bring-in-key.ts';
import { PUBLISHED_AFTER_MS } from '#lib/maskinporten/signing/key-ring.ts';
import { aFreePort, aLane } from '#lib/testing/lane.ts';
import { aClientWithKey, aGrant, anAccess, aScope, type TestClient } from '#lib/testing/maskinporten.ts';
import { serveTestDatabase } from '#lib/testing/test-database.ts';

const port = await aFreePort();
vi.stubEnv('PORTAL_URL', `http://localhost:${port}`);
const { token } = await import('./endpoints.ts');
const { jwk } = await import('../jwk/endpoints.ts');
const { metadata } = await import('../metadata/endpoints.ts');

/** More than a crowd takes by the real clock; twice as much is less than the life of a grant. */
const MARGIN_MS = 30_000;

let db: Db;
let client: TestClient;
let lane: Awaited<ReturnType<typeof aLane>>;

beforeAll(async () => {
  db = await serveTestDatabase();
  client = await aClientWithKey(db);
  await anAccess(db, await aScope(db), client.orgNo);
  lane = await aLane(port, [token, jwk, metadata]);
});

afterAll(async () => {
  await lane.close();
  replaceDatabase(undefined);
});

async function aToken(): Promise<string> {
  const body = new URLSearchParams({ grant_type: JWT_BEARER_GRANT, assertion: aGrant(client, { now: now() }) });
  const answer = await fetch(`${lane.origin}/token`, { method: 'POST', body });
  const { access_token } = (await answer.json()) as { access_token: string };
  return access_token;
}

describe('the token endpoint over HTTP', () => {
  it('is discovered and used by openid-client', async () => {
    const options = { algorithm: 'oauth2' as const, execute: [allowInsecureRequests] };
    const config = await discovery(new URL(`${lane.origin}/`), client.clientId, undefined, None(), options);
    const answer = await genericGrantRequest(config, JWT_BEARER_GRANT, { assertion: aGrant(client, { now: now() }) });
    expect(answer).toMatchObject({ token_type: 'bearer', expires_in: 120 });
    const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri ?? ''));
    await expect(jwtVerify(answer.access_token, keys, { issuer: `${lane.origin}/` })).resolves.toBeDefined();
  });

  it('fails no request of APIs that keep the published keys while the signing key changes under load', async () => {
    const { kid } = await bringInKey(db, { now: now(), activatesAt: new Date(now().getTime() + 2000) });
    const verifiers = [0, 1].map(() => createRemoteJWKSet(new URL(`${lane.origin}/jwk`)));
    const kids = new Set<string | undefined>();
    const getAndVerify = async (index: number) => {
      const keys = verifiers[index % verifiers.length];
      if (!keys) throw new Error('There is no verifier.');
      const { protectedHeader } = await jwtVerify(await aToken(), keys, { issuer: `${lane.origin}/` });
      kids.add(protectedHeader.kid);
    };
    const crowd = (size: number) => Promise.all(Array.from({ length: size }, (_, index) => getAndVerify(index)));

    await crowd(20);
    expect(kids).not.toContain(kid);
    const underWay = crowd(40);
    setClockOffset(3000);
    await underWay;
    await crowd(20);
    setClockOffset(0);
    expect(kids.size).toBe(2);
    expect(kids).toContain(kid);
  });

  it('withdraws the old key after its last token has long expired, and still fails nobody', async () => {
    const fetchKeys = async () => ((await (await fetch(`${lane.origin}/jwk`)).json()) as JSONWebKeySet).keys;
    const late = await aToken();
    const { kid: old } = decodeProtectedHeader(late);
    const activatesAt = new Date(now().getTime() + 2000);
    const { kid } = await bringInKey(db, { now: now(), activatesAt });
    const kept = createRemoteJWKSet(new URL(`${lane.origin}/jwk`));
    await jwtVerify(late, kept);
    const crowd = (keys: JWTVerifyGetKey) =>
      Promise.all(Array.from({ length: 20 }, async () => (await jwtVerify(await aToken(), keys)).protectedHeader.kid));

    setClockOffset(2000 + PUBLISHED_AFTER_MS - MARGIN_MS);
    expect((await fetchKeys()).map((key) => key.kid)).toEqual(expect.arrayContaining([old, kid]));
    const underWay = crowd(kept);
    setClockOffset(2000 + PUBLISHED_AFTER_MS + MARGIN_MS);
    const afterwards = await fetchKeys();
    expect(afterwards.map((key) => key.kid)).toContain(kid);
    expect(afterwards.map((key) => key.kid)).not.toContain(old);
    const fresh = createLocalJWKSet({ keys: afterwards });
    expect(new Set([...(await underWay), ...(await crowd(kept)), ...(await crowd(fresh))])).toEqual(new Set([kid]));
    await expect(jwtVerify(late, fresh)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
    setClockOffset(0);
  });

  it('D1 stops reading a body that grows beyond the limit, says 413 and closes', async () => {
    const { status, connection } = await new Promise<{ status?: number; connection?: string }>((resolve, reject) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' };
      const outgoing = request(`${lane.origin}/token`, { method: 'POST', headers, agent: false });
      outgoing.on('response', ({ statusCode, headers: { connection: said } }) => {
        resolve({ status: statusCode ?? 0, connection: said ?? '' });
        outgoing.destroy();
      });
      outgoing.on('error', reject);
      outgoing.write(`assertion=${'x'.repeat(70_000)}`);
    });
    expect([status, connection]).toEqual([413, 'close']);
  });
});
