import { describe, expect, it } from 'vitest';
import { TEST_NOW } from '../testing/context.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { publishedKeys, signJwt } from './signing-keys.ts';
import { verifyOwnToken } from './verify-token.ts';

const ISSUER = 'http://localhost:3000/';
const seconds = Math.floor(TEST_NOW.getTime() / 1000);

describe.each(ENGINES)('signing keys on %s', (engine) => {
  it('makes the first key on first use, and verifies what it signed', async () => {
    const { db } = await openTestDatabase(engine);
    const token = await signJwt(db, { iss: ISSUER, exp: seconds + 60 }, { now: TEST_NOW });
    expect(await verifyOwnToken(db, token, TEST_NOW, [ISSUER])).toEqual({ iss: ISSUER, exp: seconds + 60 });
    expect(await publishedKeys(db, TEST_NOW)).toHaveLength(1);
  });
});
