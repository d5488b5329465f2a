import { headers } from 'next/headers';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { env } from '../config/env.ts';

/** Failed tries at the test log-in per caller before it must wait. */
const FAILED_TRIES_MAX = 10;
const WINDOW_SECONDS = 60;

const limiter = new RateLimiterMemory({ points: FAILED_TRIES_MAX, duration: WINDOW_SECONDS });

/** Whether the caller may try to log in now. */
export async function allowLoginTry(): Promise<boolean> {
  const state = await limiter.get(await caller());
  return state === null || state.remainingPoints > 0;
}

/** Counts a failed try; a successful one costs nothing. */
export async function noteFailedLogin(): Promise<void> {
  await limiter.penalty(await caller());
}

/** Forwarded addresses count only behind a proxy that is trusted; otherwise all callers share one count. */
async function caller(): Promise<string> {
  if (!env().TRUSTED_PROXY) return 'direct';
  const forwarded = (await headers()).get('x-forwarded-for') ?? '';
  return forwarded.split(',').at(-1)?.trim() ?? '';
}
