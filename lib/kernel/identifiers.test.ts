import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newSessionId } from '../session/session-id.ts';
import { aRequest, aRequestStory } from '../testing/requests.ts';
import { openTestDatabase } from '../testing/test-database.ts';

/** A pause between two tries, and which test people to show. */
const MAY_GUESS = ['db/sqlite.ts', 'lib/events/deliveries/deliver-events.ts', 'lib/sandbox/generated-token.ts'];

describe('identifiers', () => {
  it('E5 of requests are random and of version 4, those of sessions have 256 bits, and none comes twice', async () => {
    const story = await aRequestStory((await openTestDatabase()).db);
    const requests = await Promise.all(Array.from({ length: 50 }, async () => (await aRequest(story)).id));
    for (const id of requests)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const sessions = Array.from({ length: 1_000 }, newSessionId);
    for (const id of sessions) expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(new Set([...requests, ...sessions]).size).toBe(1_050);
  });

  it('E5 are never made by Math.random, which can be foreseen', () => {
    const files = globSync('{lib,db,app}/**/*.{ts,tsx}').filter((file) => !file.includes('.test.'));
    expect(files.filter((file) => readFileSync(file, 'utf8').includes('Math.random')).sort()).toEqual(MAY_GUESS);
  });
});
