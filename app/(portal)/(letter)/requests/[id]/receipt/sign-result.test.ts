import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '#lib/config/env.ts';
import { publishedKeys } from '#lib/maskinporten/signing-keys.ts';
import { verifyOwnToken } from '#lib/maskinporten/verify-token.ts';
import { TEST_NOW } from '#lib/testing/context.ts';
import { openTestDatabase } from '#lib/testing/test-database.ts';
import { RESULT_TYPE, signResult } from './sign-result.ts';

describe('the signed result of a request', () => {
  const request = {
    id: randomUUID(),
    status: 'Accepted',
    externalRef: 'lillestrøm',
    systemId: '313300307_smartregnskap',
  } as const;
  let db: Db;
  let result: string;

  beforeAll(async () => {
    ({ db } = await openTestDatabase('sqlite'));
    result = await signResult({ db, now: TEST_NOW }, request);
  });

  const verified = async (now: Date, audience: string = request.systemId) => {
    const keys = createLocalJWKSet({ keys: [...(await publishedKeys(db, now))] as never });
    return jwtVerify(result, keys, {
      issuer: env().issuer,
      audience,
      typ: RESULT_TYPE,
      algorithms: ['RS256'],
      currentDate: now,
    });
  };

  it('can be checked by the system that asked, with the keys that the issuer publishes', async () => {
    const { payload } = await verified(TEST_NOW);
    expect(payload).toMatchObject({ request_id: request.id, status: 'Accepted', external_ref: 'lillestrøm' });
    expect(payload).not.toHaveProperty('sub');
  });

  it('is for no other system', async () => {
    await expect(verified(TEST_NOW, '313300307_smartcloud')).rejects.toThrow('aud');
  });

  it('ends a quarter of an hour later', async () => {
    const later = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000);
    await expect(verified(later(14))).resolves.toBeDefined();
    await expect(verified(later(16))).rejects.toThrow('exp');
  });

  it('A10 is never an access token', async () => {
    expect(await verifyOwnToken(db, result, TEST_NOW, [env().issuer])).toBeUndefined();
  });
});
