import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ServiceUnavailable } from './errors.ts';
import { pollForAnswer } from './wait-for-answer.ts';
import type { SystemUserRequest } from './wire.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function aRequest(differences: Partial<SystemUserRequest> = {}): SystemUserRequest {
  return {
    id: 'ef3b1c9e-0000-4000-8000-000000000001',
    externalRef: 'shop-1',
    systemId: '313300307_smartregnskap',
    partyOrgNo: '314400402',
    accessPackages: [],
    status: 'New',
    created: '2026-11-21T12:00:00Z',
    timedOut: false,
    confirmUrl: 'https://portal.example/request',
    ...differences,
  };
}

/** Reads the request as it is in turn, the last for ever, and notes when. */
function reads(...states: readonly (SystemUserRequest | Error)[]) {
  const start = Date.now();
  const seconds: number[] = [];
  const read = async () => {
    const state = states[Math.min(seconds.length, states.length - 1)];
    seconds.push(Math.round((Date.now() - start) / 1000));
    if (state === undefined || state instanceof Error) throw state;
    return state;
  };
  return { read, seconds };
}

/** Lets all the time pass that a wait takes. */
async function outcomeOf<Result>(waiting: Promise<Result>): Promise<Result | Error> {
  const outcome = waiting.catch((error: Error) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

it.each<Partial<SystemUserRequest>>([
  { status: 'Accepted' },
  { status: 'Rejected' },
  { status: 'Denied' },
  { status: 'Timedout' },
  { timedOut: true },
])('ends when the request is at its end: %o', async (end) => {
  const { read, seconds } = reads(aRequest(), aRequest(), aRequest(end));
  expect(await outcomeOf(pollForAnswer(read, {}))).toMatchObject(end);
  expect(seconds).toHaveLength(3);
});

it('asks ever less often, at last twice a minute, and ends on time', async () => {
  const { read, seconds } = reads(aRequest());
  expect(await outcomeOf(pollForAnswer(read, { timeout: 150_000 }))).toMatchObject({ name: 'NoAnswerYet' });
  expect(seconds).toEqual([0, 1, 3, 5, 8, 13, 21, 32, 49, 75, 105, 135, 150]);
});

it('waits for a service that is away, and says so when it still is at the end', async () => {
  const away = new ServiceUnavailable('No answer');
  expect(await outcomeOf(pollForAnswer(reads(away, aRequest({ status: 'Accepted' })).read, {}))).toMatchObject({
    status: 'Accepted',
  });
  expect(await outcomeOf(pollForAnswer(reads(away).read, { timeout: 1 }))).toMatchObject({ cause: away });
});

it('does not wait for what was refused', async () => {
  const { read, seconds } = reads(new Error('AUTH-00010'));
  expect(await outcomeOf(pollForAnswer(read, {}))).toMatchObject({ message: 'AUTH-00010' });
  expect(seconds).toEqual([0]);
});

it('stops in the middle of a pause when it is told to', async () => {
  const { read, seconds } = reads(aRequest());
  const controller = new AbortController();
  const waiting = pollForAnswer(read, { signal: controller.signal }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1_200);
  controller.abort('enough');
  expect(await waiting).toBe('enough');
  expect(seconds).toEqual([0, 1]);
  expect(vi.getTimerCount()).toBe(0);
});
