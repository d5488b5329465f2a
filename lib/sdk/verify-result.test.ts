import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signResult } from '#app/(portal)/(letter)/requests/[id]/receipt/sign-result.ts';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { now } from '../context/clock.ts';
import { replaceDatabase } from '../context/database.ts';
import { signJwt } from '../maskinporten/signing-keys.ts';
import { houseFetch, type SentCall } from '../testing/sdk.ts';
import { serveTestDatabase } from '../testing/test-database.ts';
import { NotGenuine, ServiceUnavailable } from './errors.ts';
import { verifyResult } from './verify-result.ts';

const SYSTEM = '313300307_smartregnskap';
const ANSWERED = { id: randomUUID(), status: 'Accepted', externalRef: 'shop-1', systemId: SYSTEM } as const;

let db: Db;
const calls: SentCall[] = [];
const expected = { issuer: env().issuer, audience: SYSTEM, fetch: houseFetch(calls) };

beforeAll(async () => {
  db = await serveTestDatabase();
});
afterAll(() => replaceDatabase(undefined));

/** A statement of the issuer's with everything that a result has, but for the differences. */
function statement(differences: Readonly<Record<string, unknown>>, typ?: string): Promise<string> {
  const iat = Math.floor(now().getTime() / 1000);
  const claims = { iss: env().issuer, aud: SYSTEM, jti: randomUUID(), iat, exp: iat + 60, request_id: ANSWERED.id };
  const answer = { status: 'Accepted', external_ref: 'shop-1' };
  return signJwt(db, { ...claims, ...answer, ...differences }, { now: now(), typ: typ ?? 'request-result+jwt' });
}

describe('the result on the return address', () => {
  it('says how the request ended, and the keys are fetched once', async () => {
    const result = await signResult({ db, now: now() }, ANSWERED);
    expect(await verifyResult(result, expected)).toEqual({
      requestId: ANSWERED.id,
      status: 'Accepted',
      externalRef: 'shop-1',
      id: expect.any(String),
    });
    await verifyResult(result, expected);
    expect(calls.map(({ url }) => url.pathname)).toEqual(['/.well-known/oauth-authorization-server', '/jwk']);
  });

  it.each<[string, () => Promise<string>]>([
    ['for another system', () => signResult({ db, now: now() }, { ...ANSWERED, systemId: '313300307_other' })],
    ['that is old', () => signResult({ db, now: new Date(now().getTime() - 16 * 60_000) }, ANSWERED)],
    ['that is an access token', () => statement({}, 'JWT')],
    ['of another issuer', () => statement({ iss: 'https://evil.example/' })],
    ['without a status', () => statement({ status: undefined })],
    ['that never ends', () => statement({ exp: undefined })],
    ['that was changed', async () => (await statement({})).replace(/[^.]+$/, (end) => [...end].reverse().join(''))],
    ['that is no JWT', async () => 'Accepted'],
  ])('%s is not genuine', async (_, make) => {
    await expect(verifyResult(await make(), expected)).rejects.toThrow(NotGenuine);
  });

  it('is not called false when the keys cannot be fetched', async () => {
    const away = houseFetch([], ({ url }) => (url.pathname === '/jwk' ? new Response('', { status: 503 }) : undefined));
    const result = await statement({});
    await expect(verifyResult(result, { ...expected, fetch: away })).rejects.toThrow(ServiceUnavailable);
  });
});
