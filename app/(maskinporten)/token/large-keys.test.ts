import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { now } from '#lib/context/clock.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { aClientWithKey, aGrant, anAccess, aScope, aTokenRequest } from '#lib/testing/maskinporten.ts';
import { openTestDatabase } from '#lib/testing/test-database.ts';

vi.stubEnv('SIGNING_KEY_BITS', '4096');
const { env } = await import('#lib/config/env.ts');
const { token } = await import('./endpoints.ts');
const { jwk } = await import('../jwk/endpoints.ts');

const BYTES = 4096 / 8;

afterAll(() => replaceDatabase(undefined));

describe('keys of 4096 bits, as the real issuer has them', () => {
  // Looking for two primes of that size is a matter of luck.
  it('sign tokens that verify by what /jwk shows', { timeout: 60_000 }, async () => {
    const database = await openTestDatabase();
    replaceDatabase(database);
    const client = await aClientWithKey(database.db);
    await anAccess(database.db, await aScope(database.db), client.orgNo);
    const answer = await token.handlers.POST(aTokenRequest(aGrant(client, { now: now() })));
    const { access_token } = (await answer.json()) as { access_token: string };
    const shown = await jwk.handlers.GET(new Request(`${env().issuer}jwk`));
    const keys = (await shown.json()) as JSONWebKeySet;
    expect(keys.keys.map(({ n }) => Buffer.from(n ?? '', 'base64url').length)).toEqual([BYTES]);
    expect(Buffer.from(access_token.split('.')[2] ?? '', 'base64url')).toHaveLength(BYTES);
    const { payload, protectedHeader } = await jwtVerify(access_token, createLocalJWKSet(keys));
    expect(payload).toMatchObject({ iss: env().issuer, client_id: client.clientId });
    expect(protectedHeader).toEqual({ alg: 'RS256', kid: keys.keys[0]?.kid });
  });
});
