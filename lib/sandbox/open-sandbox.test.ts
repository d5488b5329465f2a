import { expect, it, vi } from 'vitest';
import { env } from '../config/env.ts';
import { TEST_NOW } from '../testing/context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { openSandbox } from './open-sandbox.ts';

const compared = vi.hoisted(() => [] as (readonly [number, number])[]);
vi.mock('node:crypto', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:crypto')>();
  const timingSafeEqual: typeof original.timingSafeEqual = (one, other) => {
    compared.push([one.byteLength, other.byteLength]);
    return original.timingSafeEqual(one, other);
  };
  return { ...original, timingSafeEqual };
});

it('E4 compares the sandbox’s credentials in constant time, whatever is wrong with them: digests of one length', async () => {
  const { db } = await openTestDatabase();
  const right = env().SANDBOX_CREDENTIALS;
  const outcomes = [right, `x${right.slice(1)}`, `${right.slice(0, -1)}~`, right.slice(0, 2), right.repeat(50), ''].map(
    (credentials) => {
      compared.length = 0;
      const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
      try {
        openSandbox({ authorization, host: new URL(env().PORTAL_URL).host }, { db, now: TEST_NOW });
        return ['in', compared.map(String)];
      } catch {
        return ['out', compared.map(String)];
      }
    },
  );
  expect(outcomes).toEqual(['in', 'out', 'out', 'out', 'out', 'out'].map((outcome) => [outcome, ['32,32']]));
});
