import { AsyncLocalStorage } from 'node:async_hooks';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { ProblemError, STATUS_TITLES } from '../kernel/errors.ts';
import { keyedHash } from '../kernel/secrets.ts';
import type { Actor } from './context.ts';

const WINDOW_SECONDS = 60;

/** How one call stands in its caller's minute; empty until the caller is known. */
type Standing = { readonly address: string; headers: Readonly<Record<string, string>> };

const storage = new AsyncLocalStorage<Standing>();

/** Whether calls are counted at all. */
export function isRateLimited(): boolean {
  return env().RATE_LIMIT_PER_MINUTE > 0;
}

/**
 * Runs the work of one call and puts `RateLimit` and `RateLimit-Policy` on its answer once the caller has been counted.
 * @param address where the call came from; what those without a token are counted by
 * @see draft-ietf-httpapi-ratelimit-headers-10
 */
export async function withRateLimit<Answer extends { readonly headers: Standing['headers'] }>(
  address: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const standing: Standing = { address, headers: {} };
  const answer = await storage.run(standing, work);
  return { ...answer, headers: { ...answer.headers, ...standing.headers } };
}

/**
 * Counts a call against the minute of whoever makes it: a client, an organisation without a proven one, a person, or
 * an address.
 * The counts are in the database, so that they hold over processes and restarts. Only proven identities are
 * counted: nobody can use up another's minute. Does nothing when calls are not limited.
 * @throws ProblemError 429 with `Retry-After`
 */
export async function countCall(db: Db, caller: Actor | { readonly clientId: string }): Promise<void> {
  if (!isRateLimited()) return;
  const limit = env().RATE_LIMIT_PER_MINUTE;
  const { state, refused } = await consume(limiterOf(db, limit), keyOf(caller));
  const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  const standing = storage.getStore();
  if (standing) {
    standing.headers = {
      'ratelimit-policy': `"minute";q=${limit};w=${WINDOW_SECONDS}`,
      ratelimit: `"minute";r=${refused ? 0 : state.remainingPoints};t=${seconds}`,
    };
  }
  if (refused) {
    throw new ProblemError({ status: 429, title: STATUS_TITLES[429], headers: { 'retry-after': String(seconds) } });
  }
}

function keyOf(caller: Actor | { readonly clientId: string }): string {
  if (!('kind' in caller)) return `client:${caller.clientId}`;
  switch (caller.kind) {
    case 'organisation':
      return caller.clientId === undefined || caller.generated
        ? `organisation:${caller.orgNo}`
        : `client:${caller.clientId}`;
    case 'person':
      return `person:${caller.partyUuid}`;
    case 'anonymous':
      return `address:${keyedHash(env().AUTH_SECRET, 'rate-limit', storage.getStore()?.address ?? '')}`;
  }
}

/** The limiter rejects with the state of the minute when it is used up, and with an error when it cannot count. */
async function consume(limiter: RateLimiterDrizzle, key: string) {
  try {
    return { state: await limiter.consume(key), refused: false };
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return { state: reason, refused: true };
    throw reason;
  }
}

const limiters = new WeakMap<Db, RateLimiterDrizzle>();

/** One limiter per database handle; it remembers who is over the limit, so that a flood costs no writes. */
function limiterOf(db: Db, limit: number): RateLimiterDrizzle {
  const known = limiters.get(db);
  if (known) return known;
  const limiter = new RateLimiterDrizzle({
    storeClient: db,
    schema: db.tables.rateLimits,
    keyPrefix: 'calls',
    points: limit,
    duration: WINDOW_SECONDS,
    inMemoryBlockOnConsumed: limit,
  });
  limiters.set(db, limiter);
  return limiter;
}
