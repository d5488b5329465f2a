import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { TEST_NOW } from '../../testing/context.ts';
import {
  aClientWithKey,
  aGrant,
  aKey,
  anAccess,
  aScope,
  ask,
  signCompact,
  TEST_SCOPE,
  type TestClient,
} from '../../testing/maskinporten.ts';
import { openTestDatabase } from '../../testing/test-database.ts';

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

let db: Db;
let client: TestClient;

beforeAll(async () => {
  ({ db } = await openTestDatabase());
  client = await aClientWithKey(db);
  await anAccess(db, await aScope(db), client.orgNo);
});

const outcome = (assertion: string) => ask({ db, now: TEST_NOW }, assertion);

describe('an assertion made of altered parts', () => {
  it('never gets a token when one character differs', async () => {
    const grant = aGrant(client);
    await fc.assert(
      fc.asyncProperty(fc.nat(grant.length - 1), fc.constantFrom(...base64url, '.', '=', ' '), async (at, letter) => {
        fc.pre(grant[at] !== letter);
        const refused = await outcome(grant.slice(0, at) + letter + grant.slice(at + 1));
        expect(refused.status).toBe(400);
      }),
      { numRuns: 300 },
    );
    expect((await outcome(grant)).status).toBe(200);
  });

  it('never gets a token when parts of two grants are mixed', async () => {
    const grants = [
      aGrant(client),
      aGrant(client, { header: { alg: 'RS512' } }),
      aGrant(client, { key: aKey('K1', 1) }),
    ];
    const part = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2));
    await fc.assert(
      fc.asyncProperty(part, async ([header, body, signature]) => {
        const parts = [grants[header]?.split('.')[0], grants[body]?.split('.')[1], grants[signature]?.split('.')[2]];
        const mixed = parts.join('.');
        fc.pre(!grants.includes(mixed));
        expect((await outcome(mixed)).status).toBe(400);
      }),
      { numRuns: 60 },
    );
  });

  it('never gets a token, nor anything but a documented refusal, when a claim is any other JSON', async () => {
    const names = ['iss', 'aud', 'iat', 'exp', 'scope', 'sub', 'resource', 'consumer_org', 'authorization_details'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), async (name, value) => {
        // `null` is absence, which some claims may have.
        fc.pre(value !== null && value !== TEST_SCOPE && value !== '');
        const isResource = name === 'resource';
        fc.pre(!isResource || typeof value !== 'string' || !URL.canParse(value));
        const refused = await outcome(aGrant(client, { claims: { [name]: value } }));
        expect(refused.status).toBe(400);
      }),
      { numRuns: 200 },
    );
  });

  it('never brings anything but a documented refusal, whatever its header and payload', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (header, payload) => {
        expect((await outcome(signCompact(header, payload, client.key))).status).toBe(400);
      }),
      { numRuns: 100 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        fc.pre(text !== '');
        expect((await outcome(text)).status).toBe(400);
      }),
    );
  });
});
