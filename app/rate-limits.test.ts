import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Db } from '#db/open.ts';
import { now } from '#lib/context/clock.ts';
import type { OrganisationActor } from '#lib/context/context.ts';
import { call } from '#lib/testing/call.ts';
import { aClientWithKey, aGrant, aKey, anAccess, aScope, aTokenRequest } from '#lib/testing/maskinporten.ts';
import { anOrgNo } from '#lib/testing/parties.ts';
import { aRequestBody, aRequestStory } from '#lib/testing/requests.ts';
import { serveTestDatabase } from '#lib/testing/test-database.ts';
import { systemUserRequests } from './(altinn)/authentication/api/v1/systemuser/request/[[...path]]/endpoints.ts';
import { token } from './(maskinporten)/token/endpoints.ts';

const LIMIT = 8;
vi.hoisted(() => vi.stubEnv('RATE_LIMIT_PER_MINUTE', '8'));

let db: Db;

beforeEach(async () => {
  db = await serveTestDatabase();
});

describe('a vendor that tries organisation numbers', () => {
  it('B32 learns nothing from the answers and is stopped; another vendor is not', async () => {
    const story = await aRequestStory(db);
    const other = await aRequestStory(db);
    const withoutParty = anOrgNo();
    const tryNumber = (partyOrgNo: string, of = story, vendor: OrganisationActor = of.vendor) =>
      call(systemUserRequests, db, vendor, [
        'POST',
        'vendor',
        { ...aRequestBody(of, { externalRef: randomUUID() }), partyOrgNo },
      ]);
    const answers = [];
    for (let number = 0; number < LIMIT; number++)
      answers.push(await tryNumber(number === 0 ? withoutParty : anOrgNo()));
    expect(new Set(answers.map(({ status, body }) => `${status} ${(body as { code?: string }).code}`)).size).toBe(1);
    const stopped = await tryNumber(anOrgNo());
    expect(stopped.status).toBe(429);
    expect(stopped.headers.get('content-type')).toContain('application/problem+json');
    expect(stopped.headers.get('retry-after')).toMatch(/^[1-9][0-9]?$/);
    expect((await tryNumber(other.customer.orgNo, other)).status).toBe(201);
  });
});

describe('the token endpoint under a limit', () => {
  const ask = (assertion: string) => token.handlers.POST(aTokenRequest(assertion));

  async function aGrantee() {
    const client = await aClientWithKey(db);
    await anAccess(db, await aScope(db), client.orgNo);
    return client;
  }

  it('D7 refuses one client’s flood in OAuth terms, and serves another', async () => {
    const [flooding, other] = [await aGrantee(), await aClientWithKey(db, { clientId: randomUUID() })];
    const answers = [];
    for (let grant = 0; grant <= LIMIT; grant++) answers.push(await ask(aGrant(flooding, { now: now() })));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: LIMIT }, () => 200), 429]);
    expect(await answers.at(-1)?.json()).toMatchObject({
      error: 'temporarily_unavailable',
      error_uri: expect.stringMatching(/errors\/too-many-requests$/),
    });
    expect((await ask(aGrant(other, { now: now() }))).status).toBe(200);
  });

  it('D8 counts and writes nothing for a bad signature, so that nobody can use up another’s minute', async () => {
    const client = await aGrantee();
    const forged = { ...client, key: { ...aKey('stranger', 1), kid: client.key.kid } };
    for (let grant = 0; grant <= LIMIT; grant++) {
      expect((await ask(aGrant(forged, { now: now() }))).status).toBe(400);
    }
    expect(await db.$count(db.tables.rateLimits)).toBe(0);
    expect((await ask(aGrant(client, { now: now() }))).status).toBe(200);
  });
});
